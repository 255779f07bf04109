"""Real catalog entries deserve exactly what a person said of them.

The entries are not part of the project: the tests run where they lie beside the checkout, in `../shared/catalog`.
"""

from datetime import date
from pathlib import Path

import pytest

from jwtlint.config import Settings
from jwtlint.engine import Linter
from jwtlint.finding import Severity
from jwtlint.fixer import fix
from jwtlint.source import Source

CATALOG = Path(__file__).parents[3] / "shared" / "catalog"
pytestmark = pytest.mark.skipif(not CATALOG.is_dir(), reason="needs the real entries in ../shared/catalog")

RUN_ON = "no watermarks No real"
REPEATED = "No real cloud-vendor logos (AWS, GCP, Azure) beyond generic cloud icons."
EXPECTED = {
    "000": {
        ("CON", "error", 3, 3401, "— not English"),
        ("TPL", "error", 3, 3306, "(array)"),
        ("TPL", "warning", 3, 3589, RUN_ON),
        ("TPL", "warning", 3, 3603, REPEATED),
        ("VND", "warning", 1, 127, "cisco"),
    },
    "001": {
        ("CON", "error", 28, 3017, "— not English"),
        ("TPL", "error", 28, 2922, "(array)"),
        ("TPL", "warning", 28, 3205, RUN_ON),
        ("TPL", "warning", 28, 3219, REPEATED),
        ("CAT", "warning", 14, 6, "1024x1024"),
        ("CAT", "warning", 26, 11, "leased line diagram"),
    },
    "002": {
        ("CON", "error", 71, 344, "— not English"),
        ("TPL", "error", 71, 249, "(array)"),
        ("TPL", "warning", 71, 532, RUN_ON),
        ("TPL", "warning", 71, 546, REPEATED),
        ("CAT", "warning", 14, 6, "1024x1024"),
        ("CAT", "warning", 26, 11, "diagram of wifi"),
    },
    "003": {
        ("CON", "error", 28, 3161, "— not English"),
        ("TPL", "error", 28, 3066, "(array)"),
        ("TPL", "warning", 28, 3349, RUN_ON),
        ("TPL", "warning", 28, 3363, REPEATED),
        ("CAT", "warning", 14, 6, "1024x1024"),
        ("CAT", "warning", 26, 11, "dfd analisis de sistemas"),
        ("CON", "error", 24, 9, "Spanish (ES)"),
    },
}
FLOW = {
    "000": {"edge-bypassed": 1},
    "001": {},
    "002": {"reply-skips-hop": 2},
    "003": {},
}


def entry(number: str) -> Source:
    (path,) = CATALOG.glob(f"{number}_*.txt")
    return Source.decode(path.name, path.read_bytes())


def linter(*ignore: str) -> Linter:
    return Linter(Settings(ignore=ignore, today=date(2026, 11, 23)))


@pytest.mark.parametrize("number", sorted(EXPECTED))
def test_verdicts(number: str) -> None:
    result = linter("FLW").lint(entry(number))
    found = {
        (one.rule[:3], one.severity.label, one.location.line, one.location.column, one.text)
        for one in result.diagnostics
        if one.severity >= Severity.WARNING
    }
    assert found == EXPECTED[number]
    assert result.errors == ()


@pytest.mark.parametrize("number", sorted(FLOW))
def test_flow_verdicts(number: str) -> None:
    result = Linter(Settings(select=("FLW",))).lint(entry(number))
    names = [one.name for one in result.diagnostics if one.severity >= Severity.WARNING]
    assert {name: names.count(name) for name in names} == FLOW[number]


@pytest.mark.parametrize("number", sorted(EXPECTED))
def test_safe_fixes(number: str) -> None:
    """The leaked value, the contradiction and the run-on go; the ratio is reduced; nothing else changes."""
    source = entry(number)
    fixed = fix(linter("FLW"), source).source.value
    wanted = (
        source.value.replace(" (array)", "")
        .replace(" — not English", "")
        .replace(RUN_ON, "no watermarks. No real")
        .replace("Ratio\n1024x1024", "Ratio\n1:1")
        .replace("Ratio1024x1024", "Ratio1:1")
    )
    assert fixed == wanted


@pytest.mark.parametrize("number", sorted(EXPECTED))
def test_unsafe_fixes(number: str) -> None:
    source = entry(number)
    repaired = fix(linter("FLW"), source, unsafe=True)
    assert REPEATED not in repaired.source.value
    assert "(array)" not in repaired.source.value
    assert "no watermarks No" not in repaired.source.value
    assert "no watermarks. Common protocol names" in repaired.source.value
    kinds = {one.rule[:3] for one in repaired.result.diagnostics if one.severity >= Severity.WARNING}
    assert "TPL" not in kinds
    again = fix(linter("FLW"), repaired.source, unsafe=True)
    assert again.source.value == repaired.source.value
