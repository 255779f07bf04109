"""In which language is a short text written? By its function words, with a refusal where they are too few."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from ..regex import lazy

_WORD = lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LONGEST = 1600
_LEAD = 1.5


class LanguageIdentifier:
    """Identifies the languages of a vocabulary of function words and typical letters.

    `vocabulary` maps ISO 639-1 codes to tables with `words` and `letters`; `known` are the codes that can be the
    answer.
    """

    def __init__(self, vocabulary: Mapping[str, Any]) -> None:
        self._languages_of: dict[str, list[str]] = {}
        letters: dict[str, str] = {}
        for code, table in vocabulary.items():
            if not isinstance(table, dict) or "words" not in table:
                continue
            letters[code] = table.get("letters", "")
            for word in table["words"]:
                self._languages_of.setdefault(word, []).append(code)
        self.known = frozenset(letters)
        self._letters = {
            letter: code
            for code, own in letters.items()
            for letter in own
            if sum(letter in others for others in letters.values()) == 1
        }
        self._typical = re.compile(f"[{re.escape(''.join(self._letters))}]") if self._letters else None

    def scores(self, text: str) -> Counter[str]:
        """How much speaks for each language: shared words count less, typical letters a little."""
        scores: Counter[str] = Counter()
        sample = text[:_LONGEST].casefold()
        for word in _WORD.findall(sample):
            languages = self._languages_of.get(word)
            if languages:
                weight = 2 if len(languages) == 1 else 1
                for code in languages:
                    scores[code] += weight
        if self._typical is not None and not sample.isascii():
            hits = Counter(self._letters[letter] for letter in self._typical.findall(sample))
            for code, count in hits.items():
                scores[code] += min(count, 3)
        return scores

    def identify(self, text: str, at_least: int = 3) -> str | None:
        """The code of the language, or None where the evidence is thin or torn."""
        ranked = self.scores(text).most_common(2)
        if not ranked or ranked[0][1] < at_least:
            return None
        if len(ranked) == 2 and ranked[0][1] < _LEAD * ranked[1][1]:
            return None
        return ranked[0][0]
