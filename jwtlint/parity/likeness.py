"""How unlike are two texts in different languages? By what translation leaves alone: tokens, cognates, length."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from ..regex import lazy
from .phrases import Groups
from .tokens import Kind, TokenReader

_WORD = lazy(r"[^\W\d_]{4,}")
_STEM = 4
_TOKENS, _COGNATES, _LENGTH = 0.5, 0.35, 0.15


class Likeness:
    """Compares short texts; each is taken apart once."""

    def __init__(self, tokens: TokenReader, same: Groups) -> None:
        """`same`: words for the same things in several languages."""
        self._tokens = tokens
        self._same = same
        self._traits = lru_cache(maxsize=4096)(self._made)

    def unlike(self, one: str, other: str) -> float:
        """0 for texts that say the same in the same tokens, up to 1 for texts with nothing in common."""
        first, second = self._traits(one), self._traits(other)
        parts = [(_LENGTH, 1 - min(first.length, second.length) / max(first.length, second.length, 1))]
        if first.tokens or second.tokens:
            parts.append((_TOKENS, 1 - _shared(first.tokens, second.tokens)))
        if first.stems and second.stems:
            fewest = min(len(first.stems), len(second.stems))
            parts.append((_COGNATES, 1 - len(first.stems & second.stems) / fewest))
        return sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)

    def _made(self, value: str) -> "_Traits":
        tokens = frozenset(one.value for one in self._tokens.read(value) if one.kind is not Kind.PHRASE)
        stems, rest, at = set(), [], 0
        for name, match in self._same.find(value):
            stems.add(f"={name}")
            rest.append(value[at : match.start()])
            at = match.end()
        words = _WORD.findall(" ".join([*rest, value[at:]]))
        stems.update(folded(word)[:_STEM] for word in words if word not in tokens)
        if "?" in value:
            stems.add("?")
        return _Traits(tokens, frozenset(stems), len(value))


class _Traits(NamedTuple):
    tokens: frozenset[str]
    stems: frozenset[str]
    length: int


def folded(word: str) -> str:
    """In lower case and without accents."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
