"""Which language do the words of a label belong to? Short labels have few function words, so that dictionaries vote."""

from collections.abc import Mapping, Sequence

from ..context import Context
from ..regex import lazy

WORD = lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SPOKEN = ("en", "es", "fr", "de", "pt", "it")
"""The languages (ISO 639-1) with a dictionary."""

_SHORT = 3
_SURE = 6
_FEWEST_VOTES = 2
_LEAD = 1.2


class Lexis:
    """Words of several languages. `kept` lists English words that each language, and any, uses as they are."""

    def __init__(self, context: Context, kept: Mapping[str, Sequence[str]]) -> None:
        self._context = context
        self._kept = {
            code: frozenset((*kept.get("any", ()), *kept.get(code, ()))) for code in (*SPOKEN, *kept)
        }
        self._functions: dict[str, frozenset[str]] = {}

    def translatable(self, value: str, language: str | None = None) -> list[str]:
        """The words of a text that are no words of the trade in a language (None: in any)."""
        kept = self._kept.get(language or "any", self._kept.get("any", frozenset()))
        return [word for word in WORD.findall(value) if len(word) > 1 and word.casefold() not in kept]

    def language_of(self, value: str) -> str | None:
        """The language of a text: by its function words, or else by the dictionary that knows most of its words.

        None where both say nothing, or too little.
        """
        found = self._context.languages.identify(value, _SURE)
        if found is not None:
            return found
        votes = self._votes(value)
        first, second = sorted(votes, key=lambda code: votes[code], reverse=True)[:2]
        if votes[first] < _FEWEST_VOTES or votes[first] < _LEAD * votes[second]:
            return None
        return first

    def likeliest(self, value: str, other_than: str | None) -> str | None:
        """The language that most speaks for, however little that is; None where nothing does."""
        votes = self._votes(value)
        best = max((code for code in votes if code != other_than), key=lambda code: votes[code])
        return best if votes[best] else None

    def _votes(self, value: str) -> dict[str, int]:
        """How many words each dictionary knows, and what function words say beyond that."""
        words = [word.casefold() for word in self.translatable(value)]
        scores = self._context.languages.scores(value)
        return {code: scores[code] + sum(self.common(word, code) for word in words) for code in SPOKEN}

    def only_in(self, word: str, source: str, target: str) -> bool:
        """Does a word belong to one language and not to the other?"""
        lower = word.casefold()
        if lower in self._function_words(source):
            short = len(lower) < _SHORT and self.knows(lower, target)
            return lower not in self._function_words(target) and not short
        return len(lower) > _SHORT and self.knows(word, source) and not self.common(lower, target)

    def knows(self, word: str, language: str) -> bool:
        """Does the dictionary of a language list a word? False without a dictionary."""
        dictionary = self._context.dictionary(language)
        return dictionary is not None and dictionary.knows(word)

    def common(self, word: str, language: str) -> bool:
        """Is a word frequent in a language? False without a dictionary."""
        dictionary = self._context.dictionary(language)
        return dictionary is not None and dictionary.common(word)

    def _function_words(self, language: str) -> frozenset[str]:
        found = self._functions.get(language)
        if found is None:
            table = self._context.vocabulary("languages").get(language, {})
            found = self._functions[language] = frozenset(table.get("words", ()))
        return found
