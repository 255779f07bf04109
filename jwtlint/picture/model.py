"""What was seen on a picture: its lines and words with their regions, its marks, and what its file says."""

from dataclasses import dataclass
from typing import NamedTuple

from ..text import Region


class Point(NamedTuple):
    """A point of the picture in pixels from its upper left corner."""

    x: float
    y: float


Corners = tuple[Point, Point, Point, Point]
"""A rectangle that may be tilted, clockwise from where the first letter begins at the top."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as a reader read it. `confidence` is the reader's own, from 0 to 1."""

    value: str
    region: Region
    confidence: float
    reader: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words in reading order.

    `corners` are those of the text's own rectangle: a tilted line has tilted corners. `height` is that of the
    letters in pixels; `contrast` the WCAG 2 contrast ratio (1 to 21) between them and what is behind them, None
    where it could not be told. `cut_off` tells that letters touch the border of the picture.
    """

    words: tuple[Word, ...]
    corners: Corners
    height: float
    contrast: float | None = None
    cut_off: bool = False

    @property
    def value(self) -> str:
        return " ".join(word.value for word in self.words)

    @property
    def region(self) -> Region:
        """The upright rectangle around the corners."""
        from .geometry import region_of

        return region_of(self.corners)

    @property
    def confidence(self) -> float:
        """That of the least certain word."""
        return min((word.confidence for word in self.words), default=0.0)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something laid over the picture that belongs to nobody's diagram.

    `kind` is "generator" (the sign of the program that drew it) or "watermark"; `name` says which, for people.
    """

    kind: str
    name: str
    region: Region
    confidence: float


@dataclass(frozen=True, slots=True)
class Fidelity:
    """How well a picture shows the text that its prompt asks for, as benchmarks of drawn text count it.

    `word_accuracy` is the share of the asked words that were drawn exactly; `edit_distance` the mean of the
    normalised edit distances of the asked texts (0 is perfect, 1 nothing); `words` how many were asked for.
    """

    word_accuracy: float
    edit_distance: float
    words: int
