"""Which boxes the steps of a legend speak of."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jwtlint.prompt.model import Box, Prompt, Step
from jwtlint.prompt.names import stems_of
from jwtlint.regex import lazy

_WORD = lazy(r"[^\W_]+(?:[.+#'’-][^\W_]+)*")
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "der", "die", "das", "el", "la", "le"))
_OPENING = frozenset(
    (
        "after",
        "both",
        "each",
        "finally",
        "if",
        "next",
        "on",
        "once",
        "otherwise",
        "the",
        "then",
        "when",
        "while",
    )
)
_LONGEST = 6


class Spoken(NamedTuple):
    """Words of a step that name a box: offsets within the step, and every box that they fit."""

    start: int
    end: int
    boxes: tuple[Box, ...]

    @property
    def box(self) -> Box | None:
        """The box, where only one fits."""
        return self.boxes[0] if len(self.boxes) == 1 else None


class _Names:
    """The names of the boxes of a prompt by their words: whole, their parts, and their last words."""

    def __init__(self, prompt: Prompt) -> None:
        self.whole: dict[tuple[str, ...], list[Box]] = {}
        self.parts: dict[tuple[str, ...], list[Box]] = {}
        self.heads: set[tuple[str, ...]] = set()
        self.stems: set[str] = set()
        for box in prompt.boxes:
            for name in box.names:
                stems = stems_of(name)
                self.stems.update(stems)
                _add(self.whole, stems, box)
                for size in range(1, len(stems)):
                    self.heads.add(stems[-size:])
                    for at in range(len(stems) - size + 1):
                        _add(self.parts, stems[at : at + size], box)


def _add(table: dict[tuple[str, ...], list[Box]], stems: tuple[str, ...], box: Box) -> None:
    boxes = table.setdefault(stems, [])
    if box not in boxes:
        boxes.append(box)


@lru_cache(maxsize=2)
def _names_of(prompt: Prompt) -> _Names:
    return _Names(prompt)


@lru_cache(maxsize=64)
def spoken_in(step: Step, prompt: Prompt) -> tuple[Spoken, ...]:
    """The boxes that a step names, in order: whole, by a capitalised part ("Gateway"), or taken up ("the gateway")."""
    return tuple(_spoken(step.text.value, _names_of(prompt)))


def _spoken(value: str, names: _Names) -> Iterator[Spoken]:
    words = list(_WORD.finditer(value))
    stems = [stems_of(word.group())[0] for word in words]
    at = 0
    while at < len(words):
        found = _longest(value, words, stems, at, names) if stems[at] in names.stems else None
        if found is None:
            at += 1
            continue
        size, boxes = found
        yield Spoken(words[at].start(), words[at + size - 1].end(), tuple(boxes))
        at += size


def _longest(
    value: str, words: list[re.Match[str]], stems: list[str], at: int, names: _Names
) -> tuple[int, list[Box]] | None:
    capital = value[words[at].start()].isupper()
    for size in range(min(_LONGEST, len(stems) - at), 0, -1):
        key = tuple(stems[at : at + size])
        boxes = names.whole.get(key)
        # A name of one common word ("Open", "Index") is meant only where it is written as a name.
        if boxes and (size > 1 or capital or boxes[0].name.value[0].islower()):
            return size, boxes
        parts = names.parts.get(key)
        if not parts:
            continue
        if capital and not _in_longer_name(value, words, at, size):
            return size, parts
        if key in names.heads and at > 0 and stems[at - 1] in _ARTICLES:
            return size, parts
    return None


def _in_longer_name(value: str, words: list[re.Match[str]], at: int, size: int) -> bool:
    """Is it part of another name, as "Model" of "Reranker Model"?"""
    last = words[at + size - 1]
    if at + size < len(words) and _follows(value, last, words[at + size]):
        return True
    return (
        at > 0
        and _follows(value, words[at - 1], words[at])
        and words[at - 1].group().casefold() not in _OPENING
    )


def _follows(value: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Do two words with capital letters stand side by side?"""
    return value[one.end() : other.start()] == " " and one.group()[0].isupper() and other.group()[0].isupper()
