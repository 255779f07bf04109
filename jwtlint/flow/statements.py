"""The words of a prompt, as flow rules read them: everything that is said, but for what is denied or forbidden."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from ..passage import Passage, Role
from ..prompt.model import Prompt
from ..text import Text


class Statement(NamedTuple):
    """Words of a passage that match what a rule looks for."""

    text: Text
    match: re.Match[str]
    passage: Passage


class Statements:
    """All passages of a prompt, ready to be searched."""

    def __init__(self, prompt: Prompt) -> None:
        self._passages = prompt.passages

    @cached_property
    def lower(self) -> str:
        """Everything in lower case, a passage a line: what a rule asks before it looks closer."""
        return "\n".join(passage.text.value for passage in self._passages).lower()

    def mention(self, *words: str) -> bool:
        """Does one of the words (lower case) stand anywhere, as a whole or inside another?"""
        lower = self.lower
        return any(word in lower for word in words)
