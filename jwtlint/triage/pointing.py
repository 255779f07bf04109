"""What a report points at: names of things on the entry, nearly right names, numbers, codes, paths and places."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from ..context import Context
from ..document import Document
from ..prompt.quotes import Quoted, quotations
from ..regex import lazy
from ..text import Text
from .near import Slip, Speller
from .numbered import numbered
from .pointer import Pointer
from .things import Kind, Thing, flagged, things_of, written
from .vocabulary import Vocabulary
from .words import Phrasebook, Word, fold, folded, split

_PATH = lazy(r"(?<![\w:/.<])/[A-Za-z][\w{}:.*-]*(?:/[\w{}:.*-]+)*")
_CODE = lazy(r"(?<![\w./#])[1-5]\d\d(?![\w/]|\.\d)")
_FEWEST_OF_PROSE = 3
_MOST_MEANT = 4
_SHORTEST_DISTINCT = 3
_SHORTEST_VALUE = 3
_MOST_OF_QUOTE = 0.7
_SHORT_NAME = 3


class Pointing:
    """Finds what reports point at on one entry."""

    def __init__(self, document: Document, flagged_texts: Sequence[Text], vocabulary: Vocabulary) -> None:
        self._document = document
        self._flagged = flagged_texts
        self._vocabulary = vocabulary

    def find(self, text: str, words: Sequence[Word]) -> tuple[Pointer, ...]:
        """Everything that a cleaned text points at, in order."""
        quotes = quotations(text)
        translated = self._translated(words)
        found = [*self._paths(text), *self._codes(text), *numbered(words, self.things, self._vocabulary)]
        found += self._places(words)
        found += self._names(translated, quotes)
        taken = [(one.start, one.end) for one in found if one.known]
        free = [word for word in words if not any(a <= word.start and word.end <= b for a, b in taken)]
        found += self._near(free, words, quotes)
        return tuple(sorted(self._quoted(text, quotes, found), key=lambda one: (one.start, -one.end)))

    @cached_property
    def things(self) -> tuple[Thing, ...]:
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

    def named(self, name: str) -> tuple[Thing, ...]:
        """The things of this very name."""
        words = folded(name)
        return tuple(thing for thing in self.things if words in thing.variants)

    @cached_property
    def topic(self) -> frozenset[str]:
        """The words of the titles: they name the entry as a whole."""
        prompt = self._document.prompt
        titles = [*self._document.entry.titles, *([prompt.title] if prompt and prompt.title else [])]
        return frozenset(word for title in titles for word in folded(title.value))

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
    def _languages(self) -> frozenset[str]:
        tables = self._context.vocabulary("languages").values()
        names = (name for table in tables if isinstance(table, dict) for name in table.get("names", ()))
        return frozenset(word for name in names for word in folded(name))

    @property
    def _context(self) -> Context:
        return self._document.context

    @cached_property
    def _translations(self) -> Phrasebook[str]:
        tables: Mapping[str, Sequence[str]] = self._context.vocabulary("components").get("translations", {})
        return Phrasebook((foreign, name) for name, forms in tables.items() for foreign in forms)

    def _translated(self, words: Sequence[Word]) -> list[Word]:
        """The words with what components are called in other languages in English; each stays at its place."""
        found = list(words)
        for hit in reversed(list(self._translations.find(words))):
            start, end = words[hit.first].start, words[hit.last - 1].end
            value = " ".join(word.value for word in words[hit.first : hit.last])
            found[hit.first : hit.last] = [Word(value, one, start, end) for one in folded(hit.meaning)]
        return found

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

    def _names(self, words: Sequence[Word], quotes: Sequence[Quoted]) -> Iterator[Pointer]:
        at = 0
        while at < len(words):
            length, things, whole = (
                self._longest(words, at) if self._is_telling(words[at]) else (0, (), False)
            )
            run = words[at : at + length]
            quoted = bool(run) and _inside(run[0].start, run[-1].end, quotes)
            if length and self._names_something(words, at, run, things, whole, quoted):
                yield self._pointer(run, things, whole, quoted)
                at += length
            else:
                at += 1

    def _longest(self, words: Sequence[Word], at: int) -> tuple[int, tuple[Thing, ...], bool]:
        """How many words from here on stand so in a thing, in which, and whether they are all its words."""
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
        return best, tuple(things), whole

    def _names_something(
        self,
        words: Sequence[Word],
        at: int,
        run: Sequence[Word],
        things: Sequence[Thing],
        whole: bool,
        quoted: bool,
    ) -> bool:
        if whole:
            ordinary = len(run) == 1 and run[0].folded in self._vocabulary.ordinary
            return quoted or not ordinary or self._is_marked(words, at)
        if all(thing.prose for thing in things):
            return len(run) >= _FEWEST_OF_PROSE or (quoted and len(things) <= _MOST_MEANT)
        if len(run) > 1 or quoted:
            return True
        if (
            at
            and run[0].value[:1].isupper()
            and any(len(v) <= _SHORT_NAME for t in things for v in t.variants)
        ):
            return True
        return self._is_part_of_one_box(run[0]) or self._is_distinct(run[0], things)

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

    def _pointer(self, run: Sequence[Word], things: tuple[Thing, ...], whole: bool, quoted: bool) -> Pointer:
        boxes = tuple(thing for thing in things if thing.kind is Kind.BOX)
        if not whole and not quoted and (box := self._only_box(run)) is not None:
            things = (box,)
        elif whole and boxes:
            things = boxes
        anchor = things[0].anchor if len(things) == 1 else f"words:{' '.join(word.folded for word in run)}"
        weak = not whole and len(run) == 1 and not quoted and (run[0].value.islower() or len(things) > 1)
        return Pointer(anchor, run[0].start, run[-1].end, things, weak=weak, quoted=quoted)

    def _only_box(self, run: Sequence[Word]) -> Thing | None:
        """The box of whose name some words are a part, if there is just one."""
        prompt = self._document.prompt
        boxes = prompt.names.candidates(" ".join(word.folded for word in run)) if prompt else []
        if len(boxes) != 1:
            return None
        return next((one for one in self.things if one.kind is Kind.BOX and boxes[0].name in one.texts), None)

    def _paths(self, text: str) -> Iterator[Pointer]:
        for match in _PATH.finditer(text):
            path = match.group().rstrip(".:*-").lower()
            things = tuple(thing for thing in self.things if _has(thing, path))
            yield Pointer(f"path:{path}", match.start(), match.start() + len(path), things)

    def _codes(self, text: str) -> Iterator[Pointer]:
        for match in _CODE.finditer(text):
            things = tuple(
                thing
                for thing in self.things
                if thing.kind in (Kind.ARROW, Kind.STEP)
                and any(match.group() in variant for variant in thing.variants)
            )
            yield Pointer(f"code:{match.group()}", *match.span(), things)

    def _places(self, words: Sequence[Word]) -> Iterator[Pointer]:
        for hit in self._vocabulary.places.find(words):
            yield Pointer(f"place:{hit.meaning}", words[hit.first].start, words[hit.last - 1].end)

    @cached_property
    def speller(self) -> Speller:
        """Tells slips of the pen from other words."""
        return Speller(self._context, self.things)

    def _near(
        self, free: Sequence[Word], words: Sequence[Word], quotes: Sequence[Quoted]
    ) -> Iterator[Pointer]:
        """Names that are nearly those of things on the entry."""
        for word in free:
            quoted = _inside(word.start, word.end, quotes)
            slip = self.speller.slip(word.value, quoted=quoted)
            if slip is not None:
                yield self._near_pointer(word, slip, words, quoted)

    def _near_pointer(self, word: Word, slip: Slip, words: Sequence[Word], quoted: bool) -> Pointer:
        things = slip.things
        if len(things) > 1:
            near = [one.folded for one in words if abs(one.start - word.start) < 80 and one is not word]
            shared = [sum(n in variant for n in near for variant in thing.variants) for thing in things]
            most = max(shared)
            things = tuple(t for t, count in zip(things, shared, strict=True) if count == most)
        anchor = things[0].anchor if len(things) == 1 else f"words:{fold(slip.meant)}"
        return Pointer(anchor, word.start, word.end, things, word.value, slip.meant, quoted=quoted)

    def _quoted(self, text: str, quotes: Sequence[Quoted], found: Sequence[Pointer]) -> Iterator[Pointer]:
        """All pointers, with what stands in a quotation taken as a whole.

        A quotation of which most is a name stays what it is. Else it is looked for in the words of the entry; and
        where it is not, none of its parts names anything: a box "Protected API Handler" is no box "API".
        """
        unread: list[Quoted] = []
        for quote in quotes:
            value = text[quote.inner_start : quote.inner_end]
            words = split(value)
            inside = [one for one in found if quote.start <= one.start and one.end <= quote.end]
            near = {thing for one in inside if one.meant for thing in one.things}
            named = sum(
                _size(one, text)
                for one in inside
                if one.quoted and (_is_name(one, text) or not near.isdisjoint(one.things))
            )
            if not words or named >= _MOST_OF_QUOTE * len(words):
                continue
            unread.append(quote)
            places = [place for one in self._document.texts if (place := _literal(one, value)) is not None]
            thing = written(places[0]) if places else None
            anchor = thing.anchor if thing else f"quote:{' '.join(word.folded for word in words)}"
            typed = "" if thing else value
            known = (thing,) if thing else ()
            yield Pointer(anchor, quote.inner_start, quote.inner_end, known, typed, quoted=True)
        for one in found:
            if one.anchor.startswith(("code:", "path:")) or not _inside(one.start, one.end, unread):
                yield one


def _size(pointer: Pointer, text: str) -> int:
    return len(split(text[pointer.start : pointer.end]))


def _is_name(pointer: Pointer, text: str) -> bool:
    """Is it more than one word out of many?"""
    words = folded(text[pointer.start : pointer.end])
    complete = any(words in thing.variants for thing in pointer.things)
    return len(words) > 1 or complete or bool(pointer.meant)


def _literal(text: Text, value: str) -> Text | None:
    """Where these very words stand in a text, whatever their case."""
    if not value.strip():
        return None
    found = re.search(rf"(?<!\w){re.escape(value.strip())}(?!\w)", text.value, re.IGNORECASE)
    return text.matched(found) if found else None


def _has(thing: Thing, path: str) -> bool:
    if thing.kind not in (Kind.ARROW, Kind.STEP, Kind.NOTE, Kind.BOX):
        return False
    value = thing.texts[0].value.lower()
    at = value.find(path)
    while at >= 0:
        if not value[at + len(path) : at + len(path) + 1].isalnum():
            return True
        at = value.find(path, at + 1)
    return False


def _inside(start: int, end: int, quotes: Sequence[Quoted]) -> bool:
    return any(quote.start <= start and end <= quote.end for quote in quotes)
