"""The words that editors change are canonical, and every rule and element that they name exists."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from jwtlint.entry.model import Field
from jwtlint.lexicon.phrases import Phrase
from jwtlint.pack import builtin
from jwtlint.rule import FAMILIES
from jwtlint.triage.allegation import FIELDS
from jwtlint.triage.checks import CHECKS
from jwtlint.triage.sentences import STOPS_EARLY
from jwtlint.triage.vocabulary import Vocabulary
from jwtlint.triage.words import fold, split

from .subjects import linter

TABLES = linter().context.vocabulary("reports")
VOCABULARY = Vocabulary(TABLES)


def phrases(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("answers", "rules", "category", "place", "kind"):
                yield from phrases(inner, f"{name}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            named = inner.get("name", number) if isinstance(inner, dict) else ""
            yield from phrases(inner, f"{name}.{named}" if named != "" else name)


def test_every_rule_that_is_named_exists() -> None:
    known = {rule.id for rule in builtin().rules}
    assert VOCABULARY.rules - known == set()


def test_categories_are_families() -> None:
    assert {one["category"] for one in TABLES["defect"]} - {"", *FAMILIES.values()} == set()
    assert {one.get("place", "") for one in TABLES["defect"]} <= {"", "picture", "eyes"}
    assert {one["kind"] for one in TABLES["escalate"]} == {"safety", "legal"}


def test_the_code_knows_the_names() -> None:
    for name in (*CHECKS, STOPS_EARLY, "wrong", "vendor"):
        assert VOCABULARY.defect(name)
    assert {field.value for field in Field} & set(TABLES["elements"]) >= FIELDS


@pytest.mark.parametrize("language", sorted(TABLES["answers"]))
def test_every_language_has_every_answer(language: str) -> None:
    english, other = TABLES["answers"]["en"], TABLES["answers"][language]
    assert english.keys() == other.keys()
    for key, sentence in other.items():
        slots = r"\{(\w+)\}"
        assert sorted(re.findall(slots, sentence)) == sorted(re.findall(slots, english[key]))


def test_phrases_can_be_read() -> None:
    for name, phrase in phrases(TABLES):
        assert not re.search(r"\([^()]*\(|\[[^\]]*\||\)[^()]*\)$|\S\[|\]\S", phrase), f"{name}: {phrase}"
        assert phrase.count("(") == phrase.count(")"), f"{name}: {phrase}"
        assert phrase == phrase.strip(), f"{name}: {phrase!r}"


def test_no_phrase_stands_twice_in_a_list() -> None:
    times = Counter((name, fold(phrase)) for name, phrase in phrases(TABLES))
    assert [one for one, count in times.items() if count > 1] == []


@pytest.mark.parametrize(
    "table", ["defects", "places", "elements", "numbers", "alarms"], ids=lambda table: table
)
def test_what_says_something_is_not_empty(table: str) -> None:
    """No word that names a defect, a part, a place or a danger may stand among those that say nothing."""
    book = getattr(VOCABULARY, table)
    for word in {word for word in VOCABULARY.empty_words if not VOCABULARY.joins(word)}:
        assert [hit.meaning for hit in book.find(split(word))] == [], word


def test_technical_terms_hold_words_of_danger() -> None:
    """Others need no exception."""
    for name, phrase in phrases(TABLES["technical"]):
        words = {word for word in Phrase(fold(phrase)).words if len(word) > 2}
        assert words & VOCABULARY.alarm_words, f"{name}: {phrase}"
