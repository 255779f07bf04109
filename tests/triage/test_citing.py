"""Reports that repeat the very words that the linter flags, whatever they say around them."""

from functools import cache

import pytest

from jwtlint.entry.read import read_entries
from jwtlint.source import Source
from jwtlint.triage.assess import assess
from jwtlint.triage.model import Assessment, Gate, Verdict
from jwtlint.triage.subject import Subject, subject_of

from .subjects import linter

PROMPT = (
    'Infographic titled "Meter Readings". Boxes: Meter (role: counts [object Object]); Collector (role: asks every hour); '
    'Ledger (role: keeps readings). Arrows: Meter to Collector: "reading ${meter_id}"; Collector to Ledger: "store readng". '
    'Seal: "Unhackable readings". Please write all wording in English (array). Labels must be in English — not English. '
    "All boxes have the same height."
)


@cache
def subject() -> Subject:
    (entry,) = read_entries(Source("meter.txt", PROMPT))
    return subject_of(entry, linter())


def judged(text: str) -> Assessment:
    return assess(text, subject())


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Labels must be in English — not English is nonsense in the prompt", "CON101"),
        ('"Labels must be in English — not English", how can it be both?', "CON101"),
        ("«Labels must be in English — not English» no tiene sentido", "CON101"),
        ("what is (array) doing there", "TPL101"),
        ("Developer junk: reading ${meter_id}", "TPL103"),
        ("the role of the Meter is [object Object], somebody forgot it", "TPL102"),
        ("'Unhackable readings'?? Really?", "SEC101"),
        ("'store readng' is not English", "SPL101"),
        ("nothing is unhackable, readings least of all", "SEC101"),
    ],
)
def test_words_that_a_finding_flags_confirm(text: str, rule: str) -> None:
    assessment = judged(text)
    assert assessment.gate is Gate.SUBSTANTIATED
    assert [one.rules for one in assessment.claims if one.verdict is Verdict.CONFIRMS] == [(rule,)]


@pytest.mark.parametrize(
    "text",
    [
        "'All boxes have the same height' is nonsense",
        "Please write all wording in English: nonsense",
        "'asks every hour' is wrong",
        "'Labels must be in English' is fine, but the boxes are wrong",
        "the array of boxes is wrong",
        "nothing is unbreakable, that is wrong",
    ],
)
def test_words_that_no_finding_flags_confirm_nothing(text: str) -> None:
    assert [one.why for one in judged(text).claims if one.verdict is Verdict.CONFIRMS] == []


@pytest.mark.parametrize(
    "text",
    [
        "the arrow 'reading ${meter_id}' points the wrong way",
        "'Unhackable readings' is misspelt",
        "'Unhackable readings' is cut off at the border",
        "'Unhackable readings' is missing on the picture",
    ],
)
def test_quotation_that_only_says_where_confirms_nothing_else(text: str) -> None:
    assert [one.why for one in judged(text).claims if one.verdict is Verdict.CONFIRMS] == []


def test_same_words_are_one_case_whatever_they_are_called() -> None:
    reports = ("(array) is nonsense", "I think (array) is a placeholder", "qué significa (array), está mal")
    claims = [one for text in reports for one in judged(text).claims]
    assert {(one.category, one.anchors) for one in claims} == {("template", ("words:array",))}
