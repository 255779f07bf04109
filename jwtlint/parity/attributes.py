"""Attributes of the picture that a prompt asks for, whatever language it is written in: style, colours, readers, layout."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ..passage import Role
from ..prompt.model import Prompt
from ..text import Text
from .alignment import align
from .phrases import Groups

_IGNORED = "ignored"
_GAP = 0.4


class Attributes:
    """Finds the values of an attribute with the table `attribute` of the vocabulary `parity`."""

    def __init__(self, table: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self._table = table
        self._groups = lru_cache(maxsize=8)(self._made)

    def of(self, prompt: Prompt, attribute: str) -> dict[str, Text]:
        """The values that the instructions of a prompt name, each with the place of its first mention."""
        found: dict[str, Text] = {}
        for text in instructions(prompt):
            for value, match in self._groups(attribute).find(text.value):
                if value != _IGNORED:
                    found.setdefault(value, text.matched(match))
        return found

    def _made(self, attribute: str) -> Groups:
        return Groups(self._table.get(attribute, {}))


def instructions(prompt: Prompt) -> list[Text]:
    """What a prompt says to the generator, without the words for the picture and the sentences that hold its arrows."""
    spans = sorted(text.span for text in prompt.sentences)
    starts = [span.start for span in spans]

    def is_instruction(text: Text) -> bool:
        at = bisect_right(starts, text.span.start) - 1
        return at >= 0 and text.span.end <= spans[at].end

    return [one.text for one in prompt.passages if one.role is Role.PROSE and is_instruction(one.text)]


def aligned_instructions(original: Prompt, translation: Prompt) -> list[tuple[Text | None, Text | None]]:
    """The instructions of two prompts in one language beside each other."""
    return align(instructions(original), instructions(translation), _unlike, _GAP)


def _unlike(one: Text, other: Text) -> float:
    """How few words two texts share, 0 to 1."""
    here, there = set(one.value.casefold().split()), set(other.value.casefold().split())
    return 1 - len(here & there) / max(len(here | there), 1)
