"""The diagrams under fixtures: what deserves a verdict gets it, and nothing else does."""

import pytest

from jwtlint.finding import Severity

from .reading import FIXTURES, verdicts

EXPECTED = {
    "checkout.puml": [],
    "code-flow.mmd": [],
    "direct-upload.puml": [
        (9, "status-phrase-mismatch"),
        (10, "client-touches-store"),
        (12, "unread-line"),
    ],
    "refresh-shortcut.mmd": [
        (10, "reply-skips-hop"),
        (12, "status-phrase-mismatch"),
        (13, "client-touches-store"),
    ],
    "webhook.md": [(29, "status-phrase-mismatch")],
}


def test_all_fixtures_are_here() -> None:
    assert sorted(path.name for path in FIXTURES.iterdir()) == sorted(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_verdicts(name: str) -> None:
    found = verdicts(FIXTURES / name)
    assert [
        (line, rule) for line, rule, one in found if rule == "unread-line" or one.severity > Severity.INFO
    ] == (EXPECTED[name])
