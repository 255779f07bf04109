"""The small language in which vocabularies write phrases.

`(a|b)` is either, `[x]` may be missing, `a-b` matches with hyphen, with space and as one word, `%` also the words
percent and per cent. Phrases match whole words in any case. They are compared word by word, not as patterns: a
run meets dozens of phrases by their first word, and compiling that many patterns would take longer than linting.
"""

import re
from collections.abc import Iterator
from itertools import product
from math import prod
from typing import NamedTuple

from ..regex import lazy

_MAX_JOINED = 60
_TOKEN = lazy(r"\(([^()]*)\)|\[([^\[\]]*)\]|([^\s()\[\]]+)|(\s+)")
_WORD = lazy(r"[^\W_]+|%")
_JOIN = lazy(r"\s+|-")

Words = tuple[str, ...]


class _Element(NamedTuple):
    """One place of a phrase: any of the alternatives, longest first; `optional` may be missing."""

    alternatives: tuple[Words, ...]
    optional: bool


class Phrase:
    """A phrase of a vocabulary."""

    def __init__(self, phrase: str) -> None:
        self._elements = tuple(_elements_of(phrase))

    @property
    def words(self) -> frozenset[str]:
        """Every word that can stand in a match."""
        return frozenset(word for element in self._elements for ways in element.alternatives for word in ways)

    def match(self, words: list[str], at: int) -> int | None:
        """Where the phrase ends if it begins with word `at` of the words (in lower case); None if it does not."""
        return self._match(words, at, 0)

    def openings(self, first: str) -> set[str | None]:
        """The words that can follow `first` at the start of a match; None where it can stand alone."""
        sequences: set[Words] = {()}
        complete: set[Words] = set()
        for alternatives, optional in self._elements:
            grown = {before + more for before in sequences for more in alternatives}
            complete |= {words for words in grown if len(words) > 1}
            sequences = {words for words in grown if len(words) < 2} | (sequences if optional else set())
            if not sequences:
                break
        return {
            words[1] if len(words) > 1 else None for words in complete | sequences if words[:1] == (first,)
        }

    def _match(self, words: list[str], at: int, element: int) -> int | None:
        if element == len(self._elements):
            return at
        alternatives, optional = self._elements[element]
        for alternative in alternatives:
            size = len(alternative)
            if (
                words[at] == alternative[0]
                if size == 1 and at < len(words)
                else tuple(words[at : at + size]) == alternative
            ):
                end = self._match(words, at + size, element + 1)
                if end is not None:
                    return end
        return self._match(words, at, element + 1) if optional else None


def words_of(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, as phrases count them: an apostrophe divides, a per cent sign is a word."""
    return _WORD.finditer(text)


def first_words(phrase: str) -> set[str]:
    """The words, in lower case, with which a text that matches the phrase can begin."""
    found: set[str] = set()
    for parts, optional in _runs_of(phrase):
        # Nobody writes "pcidssaccredited" in one word: long lists are not joined with what follows.
        joined = parts[:3] if prod(map(len, parts[:3])) <= _MAX_JOINED else parts[:1]
        for combination in product(*joined):
            found |= _beginnings("".join(combination))
        if not optional:
            break
    return found


def _beginnings(written: str) -> set[str]:
    """The first word, alone and joined with what a hyphen ties to it."""
    head = written.replace("%", " % ").split()[0].casefold().replace("’", "'").split("'")[0]
    parts = [part for part in head.split("-") if part]
    joined = ("".join(parts[: size + 1]) for size in range(len(parts)))
    return {match.group() for one in joined if (match := _WORD.search(one))}


def _elements_of(phrase: str) -> Iterator[_Element]:
    """The elements; parts that hyphens join are one element with every way to write it."""
    return (_Element(_alternatives(parts), optional) for parts, optional in _runs_of(phrase))


def _runs_of(phrase: str) -> Iterator[tuple[list[list[str]], bool]]:
    """The parts between blanks: lists of alternatives that stand directly behind each other; and may they miss?"""
    pending: list[list[str]] = []
    for match in _TOKEN.finditer(phrase):
        either, maybe, word, blank = match.groups()
        if blank or maybe is not None:
            if pending:
                yield pending, False
                pending = []
            if maybe is not None:
                yield [[maybe]], True
        else:
            pending.append(either.split("|") if either is not None else [word])
    if pending:
        yield pending, False


def _alternatives(parts: list[list[str]]) -> tuple[Words, ...]:
    found: set[Words] = set()
    for combination in product(*parts):
        found |= _spellings("".join(combination).casefold().replace("’", "'"))
    return tuple(sorted(found, key=len, reverse=True))


def _spellings(written: str) -> set[Words]:
    """Every way to write some words: hyphens as space or nothing, the per cent sign in words."""
    spellings: set[str] = {""}
    for piece in re.split(r"(-|%)", written):
        ways: tuple[str, ...]
        if piece == "-":
            ways = ("", " ")
        elif piece == "%":
            ways = (" % ", " percent ", " per cent ")
        else:
            ways = (piece,)
        spellings = {before + way for before in spellings for way in ways}
    return {tuple(_WORD.findall(spelling)) for spelling in spellings if _WORD.search(spelling)}
