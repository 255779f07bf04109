"""Lists of words and phrases in which a star stands for more letters, as patterns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

_STARRED = re.compile(r"\*")
_BEFORE, _BEHIND = r"(?<![\w])", r"(?![\w])"


@lru_cache(maxsize=256)
def pattern_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words in any case, the longest first; nothing for no phrases."""
    choice = "|".join(map(_written, sorted(phrases, key=len, reverse=True)))
    return re.compile(rf"{_BEFORE}(?:{choice or '(?!)'})", re.IGNORECASE)


def _written(phrase: str) -> str:
    words = [r"\w*".join(map(re.escape, _STARRED.split(word))) for word in phrase.split()]
    return r"\s+".join(words) + _BEHIND


class Groups:
    """Finds which of several named groups of phrases a text uses; a longer phrase wins over a shorter one in it."""

    def __init__(self, table: Mapping[str, Sequence[str]]) -> None:
        listed = [(phrase, name) for name, phrases in table.items() for phrase in phrases]
        listed.sort(key=lambda one: len(one[0]), reverse=True)
        self._names = [name for _, name in listed]
        choice = "|".join(f"({_written(phrase)})" for phrase, _ in listed)
        self._pattern = re.compile(rf"{_BEFORE}(?:{choice or '(?!)'})", re.IGNORECASE)

    def find(self, value: str) -> Iterator[tuple[str, re.Match[str]]]:
        """The name of the group of each phrase in a text, and where it stands."""
        for match in self._pattern.finditer(value):
            yield self._names[(match.lastindex or 1) - 1], match
