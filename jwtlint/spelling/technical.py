"""The words of a field that no general dictionary has, as editors keep them in a plain file."""

from collections.abc import Iterable, Iterator
from pathlib import Path


class TechnicalWords:
    """Accepted technical words. Called with a word, says whether it is one, whatever its casing."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word.lower() for word in words)

    @classmethod
    def read(cls, path: Path) -> "TechnicalWords":
        """The words of a file: one a line, `#` begins a comment."""
        lines = path.read_text(encoding="utf-8").splitlines()
        return cls(word for line in lines if (word := line.partition("#")[0].strip()))

    def __call__(self, word: str) -> bool:
        return word in self._words or word.lower() in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)
