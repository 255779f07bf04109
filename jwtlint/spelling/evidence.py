"""What a judgement on a word consists of."""

from collections.abc import Callable
from dataclasses import dataclass

Accept = Callable[[str], bool]
"""Says whether a word is right although no dictionary has it: a technical word, a name, a vendor."""


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A misspelt word, what it may have meant, likeliest first, and whether that is beyond doubt."""

    word: str
    suggestions: tuple[str, ...]
    certain: bool
