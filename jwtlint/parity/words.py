"""The words by which parity is judged, of the vocabularies `parity`, `terms` and `languages`."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any

from ..context import Context
from ..regex import lazy
from .attributes import Attributes
from .lexis import WORD, Lexis
from .likeness import Likeness, folded
from .negation import Negation
from .phrases import Groups, pattern_of
from .tokens import Token, TokenReader

_LONGEST_NAME = 60
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
        return Likeness(self.tokens, self._same)

    @cached_property
    def _same(self) -> Groups:
        """Words for the same things in several languages."""
        return Groups(self._parity.get("same", {}))

    def has_translations(self, value: str) -> bool:
        """Does it use a word of which the vocabulary knows the translations?"""
        return next(self._same.find(value), None) is not None

    @cached_property
    def negation(self) -> Negation:
        """Finds denials."""
        return Negation(self._parity.get("negation", {}))

    @cached_property
    def attributes(self) -> Attributes:
        """Finds what a prompt asks of the picture."""
        return Attributes(self._parity.get("attribute", {}))

    @cached_property
    def hues(self) -> tuple[frozenset[str], ...]:
        """Families of colours."""
        return tuple(map(frozenset, self._parity.get("hues", {}).values()))

    def letters(self, language: str) -> str:
        """The letters beyond a to z that a language writes, in lower case; empty where that is not known."""
        found = self._parity.get("letters", {}).get(language, "")
        return found if isinstance(found, str) else ""

    def disclaims(self, value: str, language: str) -> bool | None:
        """Does a text say that the picture is no reviewed design? None for a language without words for that."""
        words = self._parity.get("disclaimer", {}).get(language)
        return None if words is None else pattern_of(tuple(words)).search(value) is not None

    def says_number(self, value: str, number: str, language: str | None) -> bool:
        """Does a text say a number in words?"""
        words = self._parity.get("numbers", {}).get(language or "", ())
        if not number.isdecimal() or int(number) >= len(words):
            return False
        return pattern_of(tuple(words[int(number)].split("/"))).search(value) is not None

    @cached_property
    def lexis(self) -> Lexis:
        """Knows the words of languages."""
        return Lexis(self._context, self._parity.get("kept", {}))

    def name_of(self, code: str) -> str:
        """The English name of a language (ISO 639-1)."""
        table = self._context.vocabulary("languages").get(code, {})
        names = table.get("names") if isinstance(table, dict) else None
        if names:
            return str(min(names, key=len))
        # Slow to load, and needed only for languages that the vocabulary lacks.
        import langcodes

        return langcodes.Language.get(code).display_name() if langcodes.tag_is_valid(code) else code

    def code_of(self, name: str) -> str | None:
        """The code of the first language that some words name: "Spanish (ES)", "es-MX", "español"."""
        codes = self._codes
        bare = name.strip().casefold()[:_LONGEST_NAME]
        for word in (bare, *WORD.findall(bare)):
            if word in codes:
                return codes[word]
        primary = re.split(r"[-_]", bare)[0]
        if primary in codes.values():
            return primary
        import langcodes

        try:
            return langcodes.find(bare).language
        except LookupError:
            return None

    def code_named(self, word: str) -> str | None:
        """The code of the language that a word in lower case is the name of."""
        return self._codes.get(word)

    @cached_property
    def _codes(self) -> dict[str, str]:
        table = self._context.vocabulary("languages").get("codes", {})
        return {name.casefold(): code for name, code in table.items()}

    def prose(self, value: str) -> str:
        """A label without its tokens, and without phrases of the trade."""
        parts, at = [], 0
        for token in self.tokens.read(value):
            parts.append(value[at : token.start])
            at = token.end
        parts.append(value[at:])
        return pattern_of(tuple(self._parity.get("kept_phrases", ()))).sub(" ", " ".join(parts))

    def language_of(self, texts: Iterable[str]) -> str | None:
        """The language that some labels are in; None where their words do not tell."""
        return self.lexis.language_of(" . ".join(map(self.prose, texts)))

    def likeliest(self, texts: Iterable[str], other_than: str | None) -> str | None:
        """The language that most speaks for, but for one that it cannot be; None where nothing speaks for any."""
        return self.lexis.likeliest(" . ".join(map(self.prose, texts)), other_than)

    def translatable(self, value: str, language: str | None = None) -> list[str]:
        """The words of a label that a translator into a language has to look at: no token, and no word of the trade."""
        words = self.lexis.translatable(self.prose(value), language)
        return words if value.isupper() else [word for word in words if not word.isupper()]

    def left(self, value: str, source: str, target: str) -> list[str]:
        """The words of a text that belong to the source language and not to the target one."""
        return [word for word in self.translatable(value, target) if self.lexis.only_in(word, source, target)]

    def tokens_in(self, value: str) -> tuple[Token, ...]:
        """The tokens of a label."""
        return self.tokens.read(value)


@lru_cache(maxsize=2)
def words_of(context: Context) -> Words:
    """The words of a run."""
    return Words(context)


def same_words(one: str, other: str) -> bool:
    """Are two texts the same but for casing, accents and punctuation?"""
    return _bare(one) == _bare(other)


def _bare(value: str) -> list[str]:
    return re.findall(r"\w+", folded(value))
