"""The words by which parity is judged, of the vocabularies `parity`, `terms` and `languages`."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any

from ..context import Context
from ..regex import lazy
from ..spelling.dictionary import Dictionary
from .likeness import Likeness, folded
from .tokens import Token, TokenReader

_WORD = lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MANY_CAPITALS = lazy(r"[A-Z].*[A-Z0-9]")


class Words:
    """Shared by all pairs of a run; read only."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._parity: dict[str, Any] = context.vocabulary("parity")

    @cached_property
    def tokens(self) -> TokenReader:
        """Finds what no translator may touch."""
        translated = set(self._parity.get("translated_terms", ()))
        terms = {
            term
            for group in ("auth", "web", "data")
            for term in self._context.vocabulary("terms").get(group, ())
            if _MANY_CAPITALS.search(term)
        }
        return TokenReader(frozenset((terms | set(self._parity.get("fixed_terms", ()))) - translated))

    @cached_property
    def likeness(self) -> Likeness:
        """Tells how unlike two texts are."""
        return Likeness(self.tokens)

    @cached_property
    def kept(self) -> frozenset[str]:
        """English words of the trade that other languages use as they are, in lower case."""
        return frozenset(self._parity.get("kept", ()))

    def name_of(self, code: str) -> str:
        """The English name of a language (ISO 639-1)."""
        table = self._context.vocabulary("languages").get(code, {})
        names = table.get("names") if isinstance(table, dict) else None
        return min(names, key=len) if names else code

    def code_of(self, name: str) -> str | None:
        """The code of the first language that some words name: "Spanish (ES)", "es-MX", "español"."""
        codes = self._codes
        bare = name.strip().casefold()
        for word in (bare, *_WORD.findall(bare)):
            if word in codes:
                return codes[word]
        primary = re.split(r"[-_]", bare)[0]
        return primary if primary in codes.values() else None

    @cached_property
    def _codes(self) -> dict[str, str]:
        table = self._context.vocabulary("languages").get("codes", {})
        return {name.casefold(): code for name, code in table.items()}

    def language_of(self, texts: Iterable[str]) -> str | None:
        """The language that some texts are in; None where their words do not tell."""
        return self._context.languages.identify(" . ".join(map(self.prose, texts)))

    def dictionary(self, language: str) -> Dictionary | None:
        """The dictionary of a language; None where there is none."""
        return self._context.dictionary(language)

    def prose(self, value: str) -> str:
        """A label without its tokens."""
        parts, at = [], 0
        for token in self.tokens.read(value):
            parts.append(value[at : token.start])
            at = token.end
        parts.append(value[at:])
        return " ".join(parts)

    def translatable(self, value: str) -> list[str]:
        """The words of a label that a translator has to look at: no token, and no word of the trade."""
        return [
            word
            for word in _WORD.findall(self.prose(value))
            if len(word) > 1 and word.casefold() not in self.kept
        ]

    def tokens_in(self, value: str) -> tuple[Token, ...]:
        """The tokens of a label."""
        return self.tokens.read(value)

    def listed(self, *keys: str) -> Any:
        """A table or list of the vocabulary `parity` by its path; an empty one where it is missing."""
        found: Any = self._parity
        for key in keys:
            found = found.get(key, {})
        return found


@lru_cache(maxsize=2)
def words_of(context: Context) -> Words:
    """The words of a run."""
    return Words(context)


def same_words(one: str, other: str) -> bool:
    """Are two texts the same but for casing, accents and punctuation?"""
    return _bare(one) == _bare(other)


def _bare(value: str) -> list[str]:
    return re.findall(r"\w+", folded(value))
