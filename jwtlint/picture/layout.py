"""Where drawn lines stand to each other: rows, columns and the blocks of text that people read as one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import atan2, cos, degrees, radians, sin
from typing import NamedTuple

from ..source import Source
from ..text import Region, Run, Text
from .geometry import region_of, size_of
from .model import Line, Point

_SAME_HEIGHT = 1.6
_LEVEL = 5.0
_SAME_TILT = 8.0
_LINE_GAP = 0.75
_OVERHANG = 0.35
_WORD_GAP = 1.6
_TOUCHING = 0.3
_ROW_OVERLAP = 0.6
_LONGEST_BLOCK = 40


@dataclass(frozen=True, eq=False)
class DrawnLine:
    """A line of the picture with its words as a `Text`. `number` counts lines in the order of the reader."""

    number: int
    line: Line
    text: Text

    @property
    def region(self) -> Region:
        return self.line.region

    @cached_property
    def tilt(self) -> float:
        """How far the line is turned clockwise, in degrees from -180 to 180."""
        upper_left, upper_right, *_ = self.line.corners
        return degrees(atan2(upper_right.y - upper_left.y, upper_right.x - upper_left.x))


class Layout:
    """The lines of a picture, and which of them follow each other.

    `below` gives the line that goes on under a line, `behind` the one that goes on to the right of it.
    """

    def __init__(self, lines: Sequence[Line], source: Source) -> None:
        self.lines = tuple(
            DrawnLine(number, line, text_of(line, source)) for number, line in enumerate(lines)
        )
        self.below: dict[int, int] = {}
        self.behind: dict[int, int] = {}
        self._link()

    def _link(self) -> None:
        """Link lines of about the same tilt; each has at most one line above, under and behind it."""
        under: dict[int, tuple[float, int]] = {}
        behind: dict[int, tuple[float, int]] = {}
        for lines in _by_tilt(self.lines):
            for at, upper in enumerate(lines):
                lowest = upper.region.bottom + _LINE_GAP * upper.height + 2
                for lower in lines[at + 1 :]:
                    if lower.region.top > lowest:
                        break
                    _keep_nearest(under, lower.number, _gap_below(upper, lower), upper.number)
                    _keep_nearest(behind, upper.number, _gap_behind(upper, lower), lower.number)
                    _keep_nearest(behind, lower.number, _gap_behind(lower, upper), upper.number)
        for lower_number, (_, upper_number) in sorted(under.items(), key=lambda one: one[1]):
            self.below.setdefault(upper_number, lower_number)
        self.behind = {first: second for first, (_, second) in behind.items()}

    @cached_property
    def blocks(self) -> tuple[tuple[DrawnLine, ...], ...]:
        """Lines that stand one under the other and read on, in reading order."""
        continued = set(self.below.values())
        blocks = []
        for line in self.lines:
            if line.number not in continued:
                chain = tuple(self.downwards(line, len(self.lines)))
                blocks += [chain[at : at + _LONGEST_BLOCK] for at in range(0, len(chain), _LONGEST_BLOCK)]
        return tuple(blocks)

    def line_of(self, text: Text) -> DrawnLine | None:
        """The line in which a drawn text begins; None for a text that stands elsewhere."""
        place = text.runs[0].place if text.runs else None
        return self._by_place.get(place) if isinstance(place, Region) else None

    @cached_property
    def _by_place(self) -> dict[Region, DrawnLine]:
        return {word.region: line for line in self.lines for word in line.line.words}

    def downwards(self, line: DrawnLine, most: int) -> Iterator[DrawnLine]:
        """A line and those that go on under it."""
        yield from self._chain(line, self.below, most)

    def rightwards(self, line: DrawnLine, most: int) -> Iterator[DrawnLine]:
        """A line and those that go on to the right of it."""
        yield from self._chain(line, self.behind, most)

    def _chain(self, line: DrawnLine, following: dict[int, int], most: int) -> Iterator[DrawnLine]:
        seen: set[int] = set()
        number: int | None = line.number
        while number is not None and number not in seen and len(seen) < most:
            seen.add(number)
            yield self.lines[number]
            number = following.get(number)


def text_of(line: Line, source: Source) -> Text:
    """The words of a line, each with its region."""
    runs: list[Run] = []
    at = 0
    for word in line.words:
        runs.append(Run(at, at + len(word.value), word.region))
        at += len(word.value) + 1
    return Text(line.value, tuple(runs), source)


class _Level(NamedTuple):
    """A line as it lies after the picture was turned so far that lines of its tilt are level.

    `height` is that of its rectangle, in pixels: that of the letters depends on which letters they are.
    """

    number: int
    region: Region
    height: float


def _by_tilt(lines: Sequence[DrawnLine]) -> Iterator[list[_Level]]:
    """Groups of lines of about the same tilt, turned level, each from top to bottom."""
    group: list[DrawnLine] = []
    for line in sorted(lines, key=lambda one: one.tilt):
        if group and line.tilt - group[0].tilt > 2 * _SAME_TILT:
            yield _levelled(group)
            group = []
        group.append(line)
    if group:
        yield _levelled(group)


def _levelled(group: Sequence[DrawnLine]) -> list[_Level]:
    tilt = group[len(group) // 2].tilt
    level = [
        _Level(
            line.number,
            line.region if abs(tilt) <= _LEVEL else _turned(line, -tilt),
            size_of(line.line.corners)[1],
        )
        for line in group
    ]
    return sorted(level, key=lambda one: one.region.top)


def _turned(line: DrawnLine, tilt: float) -> Region:
    along, across = cos(radians(tilt)), sin(radians(tilt))
    return region_of([Point(x * along - y * across, x * across + y * along) for x, y in line.line.corners])


def _keep_nearest(nearest: dict[int, tuple[float, int]], number: int, gap: float | None, other: int) -> None:
    if gap is not None:
        nearest[number] = min(nearest.get(number, (gap, other)), (gap, other))


def _gap_below(upper: _Level, lower: _Level) -> float | None:
    """How far `lower` is from `upper`, in heights, if it can be the next line of the same text."""
    one, other = upper.region, lower.region
    if not 1 / _SAME_HEIGHT < upper.height / max(lower.height, 1.0) < _SAME_HEIGHT:
        return None
    if (other.top + other.bottom) / 2 <= (one.top + one.bottom) / 2 + upper.height / 2:
        return None
    gap = (other.top - one.bottom) / max(upper.height, 1.0)
    overlap = min(one.right, other.right) - max(one.left, other.left)
    narrower = min(one.right - one.left, other.right - other.left)
    return gap if gap <= _LINE_GAP and overlap >= (1 - _OVERHANG) * narrower else None


def _gap_behind(first: _Level, second: _Level) -> float | None:
    """How far `second` is behind `first`, in pixels, if it can go on in the same row."""
    one, other = first.region, second.region
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    lower = min(one.bottom - one.top, other.bottom - other.top)
    gap = other.left - one.right
    if overlap < _ROW_OVERLAP * lower or gap < -_TOUCHING * lower:
        return None
    return gap if gap <= _WORD_GAP * max(first.height, second.height) else None
