"""The sets of the benchmark: what must be found is found, and honest translations are silent."""

import re
import tomllib
from typing import Any

import pytest

from benchmarks.parity import CASES, SETS, diagnostics, outcomes
from jwtlint.prompt.model import Prompt

from .comparing import linter, pair_of

PAIRS = [
    pytest.param(case, id=case["id"])
    for name in SETS
    # Its forms name boxes by arrows alone, so that one change may be told in several ways.
    if name != "visits"
    for case in tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["pair"]
]


@pytest.mark.parametrize("name", SETS)
def test_planted_changes_are_found_and_nothing_else(name: str) -> None:
    judged = list(outcomes(linter(), name))
    assert [one for one in judged if one.found is False] == []
    assert [(one.case, one.kind, wrong.rule, wrong.text) for one in judged for wrong in one.wrong] == []


def prompt_of(case: dict[str, Any]) -> Prompt:
    prompt = pair_of(case["translation"], case["translation"]).prompt
    assert prompt is not None
    return prompt


@pytest.mark.parametrize("case", PAIRS)
def test_every_lost_arrow_is_one_finding(case: dict[str, Any]) -> None:
    text = case["translation"]
    for arrow in prompt_of(case).arrows:
        start, end = arrow.text.span
        before, behind = text[:start].removesuffix("- "), text[end:]
        behind = re.sub(r"\A(?:\"| »)?(?:\s?[;.]\s|\n)?", "", behind, count=1)
        said = diagnostics(linter(), case["original"], before + behind)
        assert [one.rule for one in said] == ["PAR111"], (str(arrow), said)


@pytest.mark.parametrize("case", PAIRS)
def test_every_swapped_arrow_is_one_finding(case: dict[str, Any]) -> None:
    text = case["translation"]
    for arrow in prompt_of(case).arrows:
        first, second = sorted((arrow.source.span, arrow.target.span))
        turned = (
            text[: first.start]
            + text[second.start : second.end]
            + text[first.end : second.start]
            + text[first.start : first.end]
            + text[second.end :]
        )
        said = diagnostics(linter(), case["original"], turned)
        assert [one.rule for one in said] == ["PAR114"], (str(arrow), said)
