"""The benchmark of reports: no real report is called empty, and none to escalate is missed."""

import pytest

from benchmarks.triage import CASES, SETS, judge, report


@pytest.mark.parametrize("name", SETS)
def test_nothing_of_the_worst_kind(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = judge(CASES / f"{name}.jsonl", [str(SETS[name])])
    assert report(outcomes, listed=False) == 0
    told = capsys.readouterr().out
    assert "real called empty         0 of " in told
    assert "escalated wrongly         0 of " in told
