"""All that readers make of a picture, side by side: for people who want to see what rules are given."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from .decode import decode
from .file import PictureFile
from .keys import key_of
from .model import Line, Mark, Word
from .reader import Reader
from .sight import look_at

if TYPE_CHECKING:
    from PIL.Image import Image

_SHORT = 4
"""Shorter words are looked for as words; longer ones also where a reader lost the blanks around them."""


class Place(NamedTuple):
    """Which word of which line, both from 0."""

    line: int
    word: int


@dataclass(frozen=True, slots=True)
class Readout:
    """What one reader read. `alone` are the words that no other reader has at their place; None without another."""

    reader: str
    version: str
    lines: tuple[Line, ...]
    alone: frozenset[Place] | None = None


@dataclass(frozen=True)
class Seen:
    """A decoded picture, what was read on it by each reader, and the marks that lie over it."""

    file: PictureFile
    image: "Image"
    readouts: tuple[Readout, ...]
    marks: tuple[Mark, ...]


def see(file: PictureFile, readers: Sequence[Reader], languages: Sequence[str]) -> Seen:
    """Let each reader read a picture. `languages` (ISO 639-1) are those its text may be in.

    Raises SourceError where the picture cannot be decoded.
    """
    image = decode(file)
    sights = [look_at(image, reader, languages) for reader in readers]
    readouts = []
    for number, (reader, sight) in enumerate(zip(readers, sights, strict=True)):
        others = [line for at, other in enumerate(sights) if at != number for line in other.lines]
        alone = frozenset(_alone(sight.lines, others)) if len(sights) > 1 else None
        readouts.append(Readout(reader.name, reader.version, sight.lines, alone))
    return Seen(file, image, tuple(readouts), sights[0].marks if sights else ())


def _alone(lines: Sequence[Line], others: Sequence[Line]) -> Iterator[Place]:
    for number, line in enumerate(lines):
        for at, word in enumerate(line.words):
            if not any(_has(other, word) for other in others):
                yield Place(number, at)


def _has(line: Line, word: Word) -> bool:
    """Has a line a word, as far as readers can tell letters apart, at the same place? A word of marks only counts as had."""
    wanted = key_of(word.value).value
    if not wanted:
        return True
    one, other = line.region, word.region
    apart = (
        one.right <= other.left
        or other.right <= one.left
        or one.bottom <= other.top
        or other.bottom <= one.top
    )
    if apart:
        return False
    if any(key_of(candidate.value).value == wanted for candidate in line.words):
        return True
    return len(wanted) >= _SHORT and wanted in key_of(line.value).value
