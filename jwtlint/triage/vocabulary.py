"""The vocabulary `reports`, ready to find its phrases in a report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..lexicon.phrases import Phrase
from .words import Phrasebook, Word, fold

METHODS = frozenset("CONNECT DELETE GET HEAD OPTIONS PATCH POST PUT TRACE".split())
"""In capitals they name a request (RFC 9110, section 9), whatever else the words mean."""


@dataclass(frozen=True, slots=True)
class Defect:
    """A form of being wrong; see the vocabulary for what its attributes mean."""

    name: str
    category: str
    rules: tuple[str, ...]
    place: str = ""
    vague: bool = False
    whole: bool = False
    anywhere: bool = False
    telling: bool = False
    quoted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Alarm:
    """Words that go to a person at once: what kind of danger, and the words beside which they mean no danger."""

    kind: str
    unless: frozenset[str]


class Vocabulary:
    """Everything that is known of how visitors write. It is made of the tables of `reports.toml`."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._tables = tables

    @cached_property
    def defects(self) -> Phrasebook[Defect]:
        return Phrasebook((phrase, defect) for defect, table in self._defects for phrase in table["phrases"])

    @cached_property
    def rules(self) -> frozenset[str]:
        """Every rule that some defect names."""
        return frozenset(rule for defect, _ in self._defects for rule in defect.rules)

    def defect(self, name: str) -> Defect:
        """The defect of that name. Raises KeyError where the vocabulary has none."""
        return self._by_name[name]

    @cached_property
    def alarms(self) -> Phrasebook[Alarm]:
        return Phrasebook(
            (phrase, Alarm(table["kind"], frozenset(map(fold, table.get("unless", ())))))
            for table in self._tables["escalate"]
            for phrase in table["phrases"]
        )

    @cached_property
    def alarm_words(self) -> frozenset[str]:
        """Every word that stands in an alarm, but for those that only hold it together."""
        phrases = (phrase for table in self._tables["escalate"] for phrase in table["phrases"])
        words = (word for phrase in phrases for word in Phrase(fold(phrase)).words)
        return frozenset(word for word in words if not self.joins(word))

    @cached_property
    def technical(self) -> Phrasebook[str]:
        """What sounds dangerous and is a term of technology."""
        return self._book("technical")

    @cached_property
    def alarming_signs(self) -> frozenset[str]:
        return frozenset(self._tables["signs"]["escalate"])

    @cached_property
    def elements(self) -> Phrasebook[str]:
        """Parts of pictures and fields of entries, by their names."""
        return self._named("elements")

    @cached_property
    def places(self) -> Phrasebook[str]:
        return self._named("places")

    @cached_property
    def numbers(self) -> Phrasebook[int]:
        return Phrasebook(
            (phrase, int(number)) for number, phrases in self._tables["numbers"].items() for phrase in phrases
        )

    @cached_property
    def insults(self) -> Phrasebook[str]:
        return self._book("insults")

    @cached_property
    def slights(self) -> Phrasebook[str]:
        """What is said of people, and hurts without being a swear word."""
        return Phrasebook((phrase, "people") for phrase in self._tables["insults"]["people"])

    @cached_property
    def support(self) -> Phrasebook[str]:
        """Questions, wishes and praise."""
        return self._book("support")

    @cached_property
    def orders(self) -> Phrasebook[str]:
        """Attempts to give orders to a program."""
        return self._book("orders")

    @cached_property
    def form(self) -> Phrasebook[str]:
        """The words of the form and the page."""
        return self._book("form")

    @cached_property
    def ordinary(self) -> frozenset[str]:
        return frozenset(map(fold, self._tables["ordinary"]["words"]))

    @cached_property
    def denials(self) -> frozenset[str]:
        return frozenset(map(fold, self._tables["denials"]["words"]))

    @cached_property
    def disclaimer(self) -> frozenset[str]:
        return frozenset(map(fold, self._tables["disclaimer"]["words"]))

    @cached_property
    def complaint(self) -> frozenset[str]:
        return frozenset(map(fold, self._tables["complaint"]["words"]))

    @cached_property
    def remedy(self) -> Phrasebook[str]:
        """What stands before the form that somebody wants to see instead."""
        return self._book("remedy")

    @cached_property
    def quoting(self) -> frozenset[str]:
        return frozenset(map(fold, self._tables["quoting"]["words"]))

    def says_nothing(self, words: Sequence[Word]) -> list[bool]:
        """For each word: does it say nothing about a particular picture?"""
        said = self._empty_phrases.covers(words) | self.insults.covers(words) | self.slights.covers(words)
        shouted = all(word.value == word.value.upper() for word in words)
        return [
            number in said or (word.folded in self.empty_words and (shouted or word.value not in METHODS))
            for number, word in enumerate(words)
        ]

    def complains(self, words: Sequence[Word]) -> bool:
        """Is there a word of complaint, praise or insult among the words?"""
        return any(word.folded in self._generic for word in words) or bool(
            self._empty_phrases.covers(words) or self.insults.covers(words) or self.slights.covers(words)
        )

    def joins(self, word: str) -> bool:
        """Does a folded word only hold sentences together?"""
        return word in self._function

    def answers(self, language: str | None) -> Mapping[str, str]:
        """The sentences of answers: in the language of the report where there are some, else in English."""
        answers: Mapping[str, Mapping[str, str]] = self._tables["answers"]
        return answers.get(language or "en", answers["en"])

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages (ISO 639-1) that the vocabulary knows well enough to judge a report."""
        return frozenset(self._tables["answers"])

    @cached_property
    def _defects(self) -> tuple[tuple[Defect, Mapping[str, Any]], ...]:
        return tuple((_defect(table), table) for table in self._tables["defect"])

    @cached_property
    def _by_name(self) -> dict[str, Defect]:
        return {defect.name: defect for defect, _ in self._defects}

    @cached_property
    def _function(self) -> frozenset[str]:
        return frozenset(_words(self._tables["empty"]["function"]))

    @cached_property
    def empty_words(self) -> frozenset[str]:
        """The single words that say nothing about a particular picture."""
        return self._function | self._generic | frozenset(_words(self._tables["empty"]["whole"]))

    @cached_property
    def _generic(self) -> frozenset[str]:
        return frozenset(_words(self._tables["empty"]["generic"]))

    @cached_property
    def _empty_phrases(self) -> Phrasebook[str]:
        return self._book("empty")

    def _book(self, table: str) -> Phrasebook[str]:
        return Phrasebook((phrase, phrase) for phrase in self._tables[table]["phrases"])

    def _named(self, table: str) -> Phrasebook[str]:
        return Phrasebook(
            (phrase, name) for name, phrases in self._tables[table].items() for phrase in phrases
        )


def _defect(table: Mapping[str, Any]) -> Defect:
    return Defect(
        table["name"],
        table["category"],
        tuple(table["rules"]),
        table.get("place", ""),
        table.get("vague", False),
        table.get("whole", False),
        table.get("anywhere", False),
        table.get("telling", False),
        frozenset(table.get("quoted", ())),
    )


def _words(lines: Sequence[str]) -> Iterator[str]:
    return (fold(word) for line in lines for word in line.split())
