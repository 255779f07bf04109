"""What a report points at: names of things on the entry, nearly right names, numbers, codes, paths and places."""

import re
from collections.abc import Iterator, Sequence

from ..document import Document
from ..prompt.quotes import Quoted, quotations
from ..regex import lazy
from ..text import Text
from .naming import Naming
from .near import Slip
from .numbered import numbered
from .pointer import Pointer
from .things import Kind, Thing, written
from .vocabulary import Vocabulary
from .words import Word, fold, folded, split

_PATH = lazy(r"(?<![\w:/.<])/[A-Za-z][\w{}:.*-]*(?:/[\w{}:.*-]+)*")
_CODE = lazy(r"(?<![\w./#])[1-5]\d\d(?![\w/]|\.\d)")
_MOST_OF_QUOTE = 0.7


class Pointing:
    """Finds what reports point at on one entry."""

    def __init__(self, document: Document, flagged_texts: Sequence[Text], vocabulary: Vocabulary) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self.names = Naming(document, flagged_texts, vocabulary)

    def find(self, text: str, words: Sequence[Word]) -> tuple[Pointer, ...]:
        """Everything that a cleaned text points at, in order."""
        quotes = quotations(text)
        found = [*self._paths(text), *self._codes(text), *self._places(words)]
        found += numbered(words, self.names.things, self._vocabulary)
        found += self.names.find(words, [(quote.start, quote.end) for quote in quotes])
        taken = [(one.start, one.end) for one in found if one.known]
        free = [word for word in words if not any(a <= word.start and word.end <= b for a, b in taken)]
        found += self._near(free, words, quotes)
        settled = self._with_whole_quotations(text, quotes, found)
        return tuple(sorted(settled, key=lambda one: (one.start, -one.end)))

    def _paths(self, text: str) -> Iterator[Pointer]:
        for match in _PATH.finditer(text):
            path = match.group().rstrip(".:*-").lower()
            things = tuple(thing for thing in self.names.things if _has(thing, path))
            yield Pointer(f"path:{path}", match.start(), match.start() + len(path), things)

    def _codes(self, text: str) -> Iterator[Pointer]:
        for match in _CODE.finditer(text):
            things = tuple(
                thing
                for thing in self.names.things
                if thing.kind in (Kind.ARROW, Kind.STEP)
                and any(match.group() in variant for variant in thing.variants)
            )
            yield Pointer(f"code:{match.group()}", *match.span(), things)

    def _places(self, words: Sequence[Word]) -> Iterator[Pointer]:
        for hit in self._vocabulary.places.find(words):
            yield Pointer(f"place:{hit.meaning}", words[hit.first].start, words[hit.last - 1].end)

    def _near(
        self, free: Sequence[Word], words: Sequence[Word], quotes: Sequence[Quoted]
    ) -> Iterator[Pointer]:
        """Names that are nearly those of things on the entry."""
        for word in free:
            quoted = _inside(word.start, word.end, quotes)
            slip = self.names.speller.slip(word.value, quoted=quoted)
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

    def _with_whole_quotations(
        self, text: str, quotes: Sequence[Quoted], found: Sequence[Pointer]
    ) -> Iterator[Pointer]:
        """All pointers, with what stands in a quotation taken as a whole.

        A quotation of which most is a name, or that only slips tell from the words of the entry, stays what it is.
        Else it is looked for in the words of the entry; and where it is not, none of its parts names anything: a box
        "Protected API Handler" is no box "API".
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
            if not words or named >= _MOST_OF_QUOTE * len(words) or self._is_slip(text, quote, inside):
                continue
            unread.append(quote)
            place = self._place_of(value)
            thing = written(place) if place else None
            anchor = thing.anchor if thing else f"quote:{' '.join(word.folded for word in words)}"
            typed = "" if thing else value
            known = (thing,) if thing else ()
            yield Pointer(anchor, quote.inner_start, quote.inner_end, known, typed, quoted=True)
        for one in found:
            if one.anchor.startswith(("code:", "path:")) or not _inside(one.start, one.end, unread):
                yield one

    def _is_slip(self, text: str, quote: Quoted, inside: Sequence[Pointer]) -> bool:
        """Are slips all that tells a quotation from words of the entry?"""
        slips = [one for one in inside if one.meant]
        value = text[quote.inner_start : quote.inner_end]
        for one in sorted(slips, key=lambda slip: -slip.start):
            start, end = one.start - quote.inner_start, one.end - quote.inner_start
            value = f"{value[:start]}{one.meant}{value[end:]}"
        return bool(slips) and self._place_of(value) is not None

    def _place_of(self, value: str) -> Text | None:
        """Where these very words stand first on the entry."""
        found = (_literal(one, value) for one in self._document.texts)
        return next((place for place in found if place is not None), None)


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
