"""Words that are nearly those of an entry: "Brwoser" where a box is called Browser."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from ..context import Context
from .things import Kind, Thing
from .words import fold, split

_SHORTEST, _SHORTEST_QUOTED = 5, 4
_LONG = 8
_FREQUENT = 2
"""Words of the first bands of the dictionary are everyday words."""
_LANGUAGES = ("en", "es")


class Slip(NamedTuple):
    """The word of the entry that somebody may have meant, and the things it stands in."""

    meant: str
    things: tuple[Thing, ...]


class Speller:
    """Tells words that somebody misspelt from words that are others."""

    def __init__(self, context: Context, things: Sequence[Thing]) -> None:
        self._context = context
        self._things = things

    def slip(self, word: str, *, quoted: bool) -> Slip | None:
        """What a word that nobody knows is nearly; None for a known word, and where nothing is near."""
        from rapidfuzz.distance import OSA

        typed = fold(word)
        shortest = _SHORTEST_QUOTED if quoted or word[:1].isupper() else _SHORTEST
        if len(typed) < shortest or not typed.isalpha() or typed in self._words or self.is_known(word):
            return None
        allowed = 1 if len(typed) < _LONG else 2
        best: tuple[int, str] | None = None
        for known in self._words:
            if len(known) >= _SHORTEST_QUOTED and abs(len(known) - len(typed)) <= allowed:
                distance = OSA.distance(typed, known, score_cutoff=allowed)
                if distance <= allowed and (best is None or (distance, known) < best):
                    best = distance, known
        if best is None or _is_plural(typed, best[1]):
            return None
        written, things = self._words[best[1]]
        return Slip(written, tuple(things))

    def is_of_entry(self, word: str) -> bool:
        """Does it stand on the entry?"""
        return fold(word) in self._words

    def is_known(self, word: str) -> bool:
        """Is it a word of a language that reports are written in, or one of the trade?"""
        if word in self._context.accepted or word.lower() in self._context.accepted:
            return True
        dictionaries = filter(None, map(self._context.dictionary, _LANGUAGES))
        return any(one.knows(word) or one.knows(word.lower()) for one in dictionaries)

    def is_everyday(self, word: str) -> bool:
        """Is it so frequent that anybody may write it about anything?"""
        lower = word.lower()
        for dictionary in filter(None, map(self._context.dictionary, _LANGUAGES)):
            band = dictionary.band(lower)
            if band is not None and band <= _FREQUENT:
                return True
        return False

    @cached_property
    def _words(self) -> dict[str, tuple[str, list[Thing]]]:
        """The words of the entry, as they are compared: as they are written, and where; boxes before the others."""
        found: dict[str, tuple[str, list[Thing]]] = {}
        for thing in self._things:
            if thing.kind is Kind.WORDS:
                continue
            for text in thing.texts[:1]:
                for word in split(text.value):
                    things = found.setdefault(word.folded, (word.value, []))[1]
                    if thing not in things and (thing.kind is Kind.BOX or not _is_box(things)):
                        things.append(thing)
        return found


def _is_box(things: Sequence[Thing]) -> bool:
    return bool(things) and things[0].kind is Kind.BOX


def _is_plural(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return longer in (f"{shorter}s", f"{shorter}es")
