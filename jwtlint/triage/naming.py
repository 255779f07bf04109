"""The names of things in a report: whole, in part, and in other languages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from ..document import Document
from ..text import Text
from .near import Speller
from .pointer import Pointer
from .things import Kind, Thing, flagged, things_of
from .vocabulary import Vocabulary
from .words import Phrasebook, Word, folded, split

_FEWEST_OF_PROSE = 3
_MOST_MEANT = 4
_SHORTEST_DISTINCT = 3
_SHORTEST_VALUE = 3
_SHORT_NAME = 3


class _Run(NamedTuple):
    """Words of a report that stand so in some things; `whole` where they are all words of a name."""

    words: tuple[Word, ...] = ()
    things: tuple[Thing, ...] = ()
    whole: bool = False
    quoted: bool = False


class Naming:
    """Finds the names of the things of one entry; `flagged_texts` are words that the linter reports on it."""

    def __init__(self, document: Document, flagged_texts: Sequence[Text], vocabulary: Vocabulary) -> None:
        self._document = document
        self._flagged = flagged_texts
        self._vocabulary = vocabulary

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """Everything on the entry that has a name."""
        document = self._document
        known = list(things_of(document.prompt, document.entry.fields, document.entry.titles))
        extra = [thing for text in self._flagged if (thing := flagged(text)) is not None]
        reported = {thing.variants[0] for thing in extra}
        known = [
            replace(thing, flagged=True) if reported.intersection(thing.variants) else thing
            for thing in known
        ]
        own = {variant for thing in known for variant in thing.variants}
        return (*known, *(thing for thing in extra if self._tells(thing, own)))

    @cached_property
    def topic(self) -> frozenset[str]:
        """The words of the titles: they name the entry as a whole."""
        prompt = self._document.prompt
        titles = [*self._document.entry.titles, *([prompt.title] if prompt and prompt.title else [])]
        return frozenset(word for title in titles for word in folded(title.value))

    @cached_property
    def speller(self) -> Speller:
        """Tells slips of the pen from other words."""
        return Speller(self._document.context, self.things)

    def named(self, name: str) -> tuple[Thing, ...]:
        """The things of this very name."""
        words = folded(name)
        return tuple(thing for thing in self.things if words in thing.variants)

    def find(self, words: Sequence[Word], quotes: Sequence[tuple[int, int]]) -> Iterator[Pointer]:
        """The names among the words of a report, in order; `quotes` are starts and ends of quotations."""
        words = self._translated(words)
        at = 0
        while at < len(words):
            run = self._longest(words, at, quotes) if self._is_telling(words[at]) else _Run()
            if run.words and self._names_something(words, at, run):
                yield self._pointer(run)
                at += len(run.words)
            else:
                at += 1

    def _longest(self, words: Sequence[Word], at: int, quotes: Sequence[tuple[int, int]]) -> _Run:
        """The most words from here on that stand so in a thing, and all things that have them."""
        best, things, whole = 0, dict[Thing, None](), False
        for thing, variant, place in self._by_word.get(words[at].folded, ()):
            length = 1
            while (
                place + length < len(variant)
                and at + length < len(words)
                and variant[place + length] == words[at + length].folded
            ):
                length += 1
            complete = length == len(variant)
            if (length, complete) > (best, whole):
                best, things, whole = length, {thing: None}, complete
            elif (length, complete) == (best, whole):
                things[thing] = None
        run = tuple(words[at : at + best])
        quoted = bool(run) and any(start <= run[0].start and run[-1].end <= end for start, end in quotes)
        return _Run(run, tuple(things), whole, quoted)

    def _names_something(self, words: Sequence[Word], at: int, run: _Run) -> bool:
        first = run.words[0]
        if run.whole:
            # "array" is a word as any other where the linter flags "(array)".
            bare = all(one.kind is Kind.WORDS and not one.name.strip()[:1].isalnum() for one in run.things)
            ordinary = len(run.words) == 1 and (bare or first.folded in self._vocabulary.ordinary)
            return run.quoted or not ordinary or self._is_marked(words, at)
        if all(thing.prose for thing in run.things):
            return len(run.words) >= _FEWEST_OF_PROSE or (run.quoted and len(run.things) <= _MOST_MEANT)
        if len(run.words) > 1 or run.quoted:
            return True
        short = any(len(variant) <= _SHORT_NAME for thing in run.things for variant in thing.variants)
        if at and first.value[:1].isupper() and short:
            return True
        return self._is_part_of_one_box(first) or self._is_distinct(first, run.things)

    def _pointer(self, run: _Run) -> Pointer:
        things = run.things
        boxes = tuple(thing for thing in things if thing.kind is Kind.BOX)
        if not run.whole and not run.quoted and (box := self._only_box(run.words)) is not None:
            things = (box,)
        elif run.whole and boxes:
            things = boxes
        first, last = run.words[0], run.words[-1]
        name = " ".join(word.folded for word in run.words)
        anchor = things[0].anchor if len(things) == 1 else f"words:{name}"
        part = not run.whole and not run.quoted and len(run.words) == 1
        weak = part and (first.value.islower() or len(things) > 1)
        return Pointer(anchor, first.start, last.end, things, weak=weak, quoted=run.quoted)

    def _is_telling(self, word: Word) -> bool:
        """Is it more than a word that holds others together, or that names the whole entry?"""
        boxes = any(thing.kind is Kind.BOX for thing, _, _ in self._by_word.get(word.folded, ()))
        return boxes or not (self._vocabulary.joins(word.folded) or word.folded in self.topic)

    def _is_marked(self, words: Sequence[Word], at: int) -> bool:
        """Is an ordinary word meant as a name: by a capital within a sentence, or an element beside it?"""
        beside = [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
        return (at > 0 and words[at].value[:1].isupper()) or bool(self._vocabulary.elements.covers(beside))

    def _is_part_of_one_box(self, word: Word) -> bool:
        prompt = self._document.prompt
        if prompt is None or word.folded in self._vocabulary.ordinary:
            return False
        return len(prompt.names.candidates(word.folded)) == 1

    def _is_distinct(self, word: Word, things: Sequence[Thing]) -> bool:
        """Does a word stand in few things, and in no everyday text?"""
        if len(things) > _MOST_MEANT or len(word.folded) < _SHORTEST_DISTINCT:
            return False
        if word.folded.isdigit():
            return any(thing.kind is Kind.FIELD for thing in things) and len(word.folded) >= _SHORTEST_VALUE
        return not self.speller.is_everyday(word.value)

    def _only_box(self, run: Sequence[Word]) -> Thing | None:
        """The box of whose name some words are a part, if there is just one."""
        prompt = self._document.prompt
        boxes = prompt.names.candidates(" ".join(word.folded for word in run)) if prompt else []
        if len(boxes) != 1:
            return None
        return next((one for one in self.things if one.kind is Kind.BOX and boxes[0].name in one.texts), None)

    def _tells(self, thing: Thing, own: set[tuple[str, ...]]) -> bool:
        """Do flagged words name anything? Those of everyday, such as "diagram" and "English", do not."""
        words = split(thing.name)
        dull = self._vocabulary.says_nothing(words)
        elements = self._vocabulary.elements.covers(words) | self._vocabulary.defects.covers(words)
        return thing.variants[0] not in own and not all(
            said or number in elements or word.folded in self._languages
            for number, (word, said) in enumerate(zip(words, dull, strict=True))
        )

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[Thing, tuple[str, ...], int]]]:
        index: dict[str, list[tuple[Thing, tuple[str, ...], int]]] = {}
        for thing in self.things:
            for variant in thing.variants:
                spoken = [*variant]
                if thing.kind is not Kind.FIELD:
                    spoken = [one.folded for one in self._translated(split(" ".join(variant)))]
                for at, word in enumerate(spoken):
                    index.setdefault(word, []).append((thing, tuple(spoken), at))
        return index

    def _translated(self, words: Sequence[Word]) -> list[Word]:
        """The words with what components are called in other languages in English; each stays at its place."""
        found = list(words)
        for hit in reversed(list(self._translations.find(words))):
            start, end = words[hit.first].start, words[hit.last - 1].end
            value = " ".join(word.value for word in words[hit.first : hit.last])
            found[hit.first : hit.last] = [Word(value, one, start, end) for one in folded(hit.meaning)]
        return found

    @cached_property
    def _translations(self) -> Phrasebook[str]:
        tables: Mapping[str, Sequence[str]] = self._document.context.vocabulary("components").get(
            "translations", {}
        )
        return Phrasebook((foreign, name) for name, forms in tables.items() for foreign in forms)

    @cached_property
    def _languages(self) -> frozenset[str]:
        tables = self._document.context.vocabulary("languages").values()
        names = (name for table in tables if isinstance(table, dict) for name in table.get("names", ()))
        return frozenset(word for name in names for word in folded(name))
