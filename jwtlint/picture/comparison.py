"""A prompt and the picture that was drawn from it, held against each other."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from ..lexicon.polarity import Polarity
from ..prompt.model import Prompt
from ..regex import lazy
from ..text import Region, Text
from .characters import look_alike
from .differences import WORD
from .expected import Expected, Kind, expected_of
from .keys import Key, coarse, key_of
from .layout import Layout
from .match import Match, Status, match, whole_texts
from .picture import Picture

_SHORTEST_DIRECTION = 4
_SHORT_LABEL = 4
_WELL_READ = 0.9
_POORLY_READ = 0.6
_GOOD_READERS = frozenset({"rapidocr"})
_MEANT_FOR_READERS = frozenset({Kind.TITLE, Kind.QUOTE, Kind.LABEL, Kind.STEP, Kind.NOTE, Kind.BOX})
_TABLE = lazy(r"(?i)\b(?:tables?|tablas?|tabellen?|tableaux?)\b")
_PART = lazy(r"[^\W_]+")


class Asked(NamedTuple):
    """As what a text is asked for (first), how often, and whether it has to be drawn."""

    kind: Kind
    times: int
    required: bool


class Comparison:
    """What the prompt asks for and what was read, matched once for all rules."""

    def __init__(self, prompt: Prompt, picture: Picture, layout: Layout, polarity: Polarity) -> None:
        self.prompt = prompt
        self.picture = picture
        self.layout = layout
        self._polarity = polarity

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """One match for each expected text, in the order of the prompt."""
        return match(expected_of(self.prompt, self._polarity), self.layout)

    def of(self, *kinds: Kind) -> Iterator[Match]:
        """The matches of some kinds of text."""
        return (one for one in self.matches if one.expected.kind in kinds)

    @cached_property
    def asked_words(self) -> dict[str, str]:
        """Every word of the prompt by its key: whatever the picture shows of them, the prompt knows them."""
        words: dict[str, str] = {}
        for found in WORD.findall(self.prompt.text.value):
            for word in (found, *_PART.findall(found)):
                words.setdefault(key_of(word).value, word)
        return words

    def asks_for(self, word: str) -> bool:
        """Does a word stand in the prompt, in any casing, or as a reader may have read it?"""
        key = key_of(word).value
        known = self.asked_words
        if key in known or (len(key) >= _SHORTEST_DIRECTION and self._stands_in_prompt(key)):
            return True
        return any(
            look_alike(word, known[near])
            for near in (key.replace("i", "l"), key.replace("l", "i"))
            if near in known
        )

    def _stands_in_prompt(self, key: str) -> bool:
        """Do some words of the prompt make up this key? A reader may have lost the blanks between them."""
        whole, value = self._prompt_key, self.prompt.text.value
        at = whole.value.find(key)
        while at >= 0:
            start, end = whole.span(at, at + len(key))
            if not value[start - 1 : start].isalnum() and not value[end : end + 1].isalnum():
                return True
            at = whole.value.find(key, at + 1)
        return False

    @cached_property
    def _prompt_key(self) -> Key:
        return key_of(self.prompt.text.value)

    def directs(self, words: str) -> bool:
        """Do these words stand in the prompt outside of the texts that it wants to see?"""
        key = key_of(words).value
        return len(key) >= _SHORTEST_DIRECTION and key in self._directions

    def expects(self, words: str) -> bool:
        """Are these words, or a text that holds them, to be drawn?"""
        key = key_of(words).value
        return any(
            key in key_of(one.expected.text.value).value
            for one in self.matches
            if one.expected.kind is not Kind.VALUE
        )

    @cached_property
    def _directions(self) -> str:
        """The key of the prompt without the texts that it wants to see."""
        value = self.prompt.text.value
        start = self.prompt.text.span.start
        parts = []
        at = 0
        for one in self.matches:
            if one.expected.kind in _MEANT_FOR_READERS:
                span = one.expected.text.span
                parts.append(value[at : max(at, span.start - start)])
                at = max(at, span.end - start)
        parts.append(value[at:])
        return "\0".join(key_of(part).value for part in parts)

    def names(self, words: str) -> bool:
        """Does the prompt hold these words, as they are or in another casing?"""
        return words.casefold() in self.prompt.text.value.casefold()

    @cached_property
    def times_asked(self) -> dict[str, Asked]:
        """As what and how often each text is asked for, by its coarse key.

        Prose that names a box counts, too, and whatever names it where a table is asked for.
        """
        asked: dict[str, Asked] = {}
        prose = "\n".join(sentence.value for sentence in self.prompt.sentences)
        mentions = (self.prompt.text.value if _TABLE.search(prose) else prose).casefold()
        for one in self.matches:
            expected = one.expected
            key = coarse(expected.text.value)
            known = asked.get(key) or Asked(expected.kind, 0, False)
            times = known.times + 1
            if not known.times and expected.kind is Kind.BOX:
                times += mentions.count(expected.text.value.casefold())
            asked[key] = Asked(known.kind, times, known.required or expected.required)
        return asked

    @cached_property
    def whole_texts(self) -> dict[str, list[Text]]:
        """Texts that stand alone, by their coarse key."""
        return whole_texts(self.layout)

    def nearest(self, word: str, least: float) -> str | None:
        """The word of the prompt that is most like a drawn one, if it is at least so much alike (0 to 1)."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extractOne

        found = extractOne(
            key_of(word).value, self.asked_words.keys(), scorer=OSA.normalized_similarity, score_cutoff=least
        )
        return self.asked_words[found[0]] if found else None

    def sentence_around(self, text: Text) -> bool:
        """Is a drawn text only a part of a longer one that the prompt asks for?"""
        places = set(regions_of(text))
        return any(places < set(regions_of(one.drawn)) for one in self.matches if one.drawn is not None)

    @cached_property
    def claimed(self) -> frozenset[Region]:
        """The regions of the words that answer an expected text in any way."""
        return frozenset(
            region for one in self.matches if one.drawn is not None for region in regions_of(one.drawn)
        )

    @cached_property
    def answered(self) -> frozenset[Region]:
        """The regions of the words that answer an expected text exactly."""
        return frozenset(
            region
            for one in self.matches
            if one.status is Status.EXACT and one.drawn is not None
            for region in regions_of(one.drawn)
        )

    @property
    def worth_a_closer_look(self) -> bool:
        """Are few of the texts missing that the prompt plainly asks for?

        Where most of them are, the picture was drawn from another prompt, and looking closer finds no more.
        """
        asked = [one for one in self.matches if one.expected.required and not one.expected.optional]
        missing = sum(one.status is Status.MISSING for one in asked)
        return 0 < missing <= len(asked) / 2

    @property
    def absence_confidence(self) -> float:
        """How sure it is that a text is missing, 0 to 1.

        Tesseract alone overlooks a third of the words of such pictures, and any reader those below a watermark.
        """
        covered = any(mark.kind == "watermark" for mark in self.picture.marks)
        return _WELL_READ if self.picture.sight.reader in _GOOD_READERS and not covered else _POORLY_READ

    def _within_a_label(self, key: str) -> bool:
        """Is a text that was not found by itself a part of a short label that was?"""
        return any(
            key in key_of(one.expected.text.value).value
            for one in self.matches
            if one.status is Status.EXACT and len(one.expected.text.value.split()) <= _SHORT_LABEL
        )

    def missing(self, *kinds: Kind) -> Iterator[Expected]:
        """The expected texts of some kinds that were not found in any form, each text once.

        A text of which the same words were found elsewhere is not missing.
        """
        found = {
            key_of(one.expected.text.value).value for one in self.matches if one.status is not Status.MISSING
        }
        seen: set[str] = set()
        for one in self.of(*kinds):
            key = key_of(one.expected.text.value).value
            if one.status is Status.MISSING and key not in found | seen and not self._within_a_label(key):
                seen.add(key)
                yield one.expected


def regions_of(text: Text) -> Iterator[Region]:
    """The regions of the words of a drawn text."""
    return (run.place for run in text.runs if isinstance(run.place, Region))
