"""The words of a report, and the phrases of a vocabulary in them."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from ..lexicon.phrases import Phrase, first_words, words_of

_T = TypeVar("_T")


class Word(NamedTuple):
    """A word and its place in the text; `folded` is how it is compared, without case and accents."""

    value: str
    folded: str
    start: int
    end: int


class Hit(NamedTuple, Generic[_T]):
    """A phrase that was found: words `first` to `last` (exclusive), and what the phrase stands for."""

    first: int
    last: int
    meaning: _T


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents, in compatible forms: as people type who have no time."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in decomposed if not unicodedata.combining(one))


def split(text: str) -> tuple[Word, ...]:
    """The words of a text, as phrases count them: an apostrophe or underscore divides."""
    return tuple(
        Word(match.group(), fold(match.group()), match.start(), match.end()) for match in words_of(text)
    )


def folded(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(word.folded for word in split(text))


class Phrasebook(Generic[_T]):
    """Phrases and what they stand for, found by their first words."""

    def __init__(self, phrases: Iterable[tuple[str, _T]]) -> None:
        self._by_first: dict[str, list[tuple[Phrase, _T]]] = {}
        for written, meaning in phrases:
            plain = fold(written)
            phrase = Phrase(plain)
            for word in first_words(plain):
                self._by_first.setdefault(word, []).append((phrase, meaning))

    @property
    def beginnings(self) -> Iterable[str]:
        """The words with which a phrase can begin."""
        return self._by_first.keys()

    def find(self, words: Sequence[Word]) -> Iterator[Hit[_T]]:
        """The phrases in order, at each place the longest; none begins within another."""
        plain = [word.folded for word in words]
        at = 0
        while at < len(plain):
            hit = self._longest(plain, at)
            if hit is None:
                at += 1
            else:
                yield hit
                at = hit.last

    def find_all(self, words: Sequence[Word]) -> Iterator[Hit[_T]]:
        """The phrases in order, each that stands there, for every meaning at each place the longest."""
        plain = [word.folded for word in words]
        for at in range(len(plain)):
            longest: dict[int, Hit[_T]] = {}
            for phrase, meaning in self._by_first.get(plain[at], ()):
                end = phrase.match(plain, at)
                if end is not None and (id(meaning) not in longest or longest[id(meaning)].last < end):
                    longest[id(meaning)] = Hit(at, end, meaning)
            yield from longest.values()

    def covers(self, words: Sequence[Word]) -> set[int]:
        """The numbers of the words that belong to a phrase."""
        return {number for hit in self.find(words) for number in range(hit.first, hit.last)}

    def _longest(self, plain: list[str], at: int) -> Hit[_T] | None:
        best: Hit[_T] | None = None
        for phrase, meaning in self._by_first.get(plain[at], ()):
            end = phrase.match(plain, at)
            if end is not None and (best is None or end > best.last):
                best = Hit(at, end, meaning)
        return best
