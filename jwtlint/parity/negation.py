"""What a label denies: the words of denial in several languages, and what else can stand for one."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from ..regex import lazy
from .phrases import pattern_of

_CONTRACTED = lazy(r"(?i)(?<=\w)n['’]t\b")
_CLAUSE = lazy(r"[;.:!?](?=\s|$)|\s[–—-]\s|[()]")
_COMMA = lazy(r",(?=\s)")


class Denials(NamedTuple):
    """The words of a text that deny (their places), and how many others could stand for a denial."""

    strong: tuple[tuple[int, int], ...]
    implicit: int

    def lacks(self, other: "Denials") -> bool:
        """Does it deny nothing, although another text does, and has it no word that could stand for that?"""
        return bool(other.strong) and not self.strong and self.implicit <= other.implicit


class Negation:
    """Finds denials with the table `negation` of the vocabulary `parity`."""

    def __init__(self, table: Mapping[str, Mapping[str, Any]]) -> None:
        self._table = table
        self._patterns = lru_cache(maxsize=16)(self._made)

    def knows(self, language: str) -> bool:
        """Are there words of denial for a language (ISO 639-1)?"""
        return language in self._table

    def of(self, text: str, language: str) -> Denials:
        """What a text in a language denies."""
        idioms, strong, implicit = self._patterns(language)
        bare = idioms.sub(lambda match: "_" * len(match[0]), text)
        found = [match.span() for match in strong.finditer(bare)]
        if language == "en":
            found += [match.span() for match in _CONTRACTED.finditer(bare)]
        return Denials(tuple(sorted(found)), sum(1 for _ in implicit.finditer(bare)))

    def _made(self, language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
        words = self._table.get(language, {})
        idioms, strong, implicit = (
            pattern_of(tuple(words.get(key, ()))) for key in ("idioms", "strong", "implicit")
        )
        return idioms, strong, implicit


def clauses(text: str) -> list[tuple[int, int]]:
    """The places of the clauses of a text: what stands between full stops, colons, dashes and brackets."""
    return _pieces(text, _CLAUSE)


def phrases(text: str) -> list[tuple[int, int]]:
    """The places of what stands between the commas of a text."""
    return _pieces(text, _COMMA)


def _pieces(text: str, mark: re.Pattern[str]) -> list[tuple[int, int]]:
    found, start = [], 0
    for match in mark.finditer(text):
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    return [(low, high) for low, high in found if text[low:high].strip()]
