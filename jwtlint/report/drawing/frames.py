"""Frames around places on a picture, each with a dark and a light outline, so that any background shows them."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from ...picture.geometry import grown, region_of, size_of
from ...picture.model import Corners, Point
from ...text import Region
from .palette import DARK, LIGHT, RGB, Colour

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

_MARGIN = 2
_DASH, _GAP = 7, 5
_LETTERS, _MOST_UNITS = 60, 3


class Stroke(Enum):
    """How a frame is drawn; the value is the thickness of its coloured part, in units of the picture.

    A thin one is for many frames close to each other: it stands on the border of its place and has no light outline.
    """

    SOLID = 3
    DASHED = 2
    THIN = 1

    @property
    def core(self) -> int:
        """The thickness of the coloured part."""
        return int(self.value)


class Frame(NamedTuple):
    """A frame around a place, tilted as the place is. `label` is what its badge says."""

    corners: Corners
    label: str
    colour: Colour
    stroke: Stroke = Stroke.SOLID

    @property
    def region(self) -> Region:
        """The upright rectangle around what is framed."""
        return region_of(self.corners)

    def enlarged(self, times: int) -> "Frame":
        """The same frame on a picture that is so many times as large."""
        first, second, third, fourth = (Point(x * times, y * times) for x, y in self.corners)
        return self._replace(corners=(first, second, third, fourth))


def corners_around(region: Region) -> Corners:
    """A region as corners."""
    left, top, right, bottom = region
    return Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)


def reach(frame: Frame, unit: int) -> int:
    """How far a frame reaches beyond what it frames, in pixels."""
    if frame.stroke is Stroke.THIN:
        return 2 * unit
    return (_MARGIN + 2 + frame.stroke.core) * _own_unit(frame, unit)


def draw_frame(draw: "ImageDraw", frame: Frame, unit: int) -> None:
    """Draw a frame outside of its place; `unit` is the thickness of a hairline, in pixels.

    A frame around large letters is thicker: beside them a fine one would be overlooked.
    """
    if frame.stroke is Stroke.THIN:
        outline = _kept_inside(frame.corners, draw.im.size, unit)
        _closed(draw, outline, DARK, 3 * unit)
        _closed(draw, outline, frame.colour.fill, unit)
        return
    unit = _own_unit(frame, unit)
    core = frame.stroke.core * unit
    middle = _MARGIN * unit + unit + core / 2
    # What is drawn beyond the border of the picture would not be seen.
    outline = _kept_inside(_grown(frame.corners, middle), draw.im.size, unit + core / 2)
    _closed(draw, outline, LIGHT, core + 2 * unit)
    _closed(draw, _grown(outline, unit), DARK, core + unit)
    if frame.stroke is Stroke.DASHED:
        _closed(draw, outline, LIGHT, core)
        for start, end in _dashes(outline, unit):
            draw.line((start, end), fill=frame.colour.fill, width=core)
    else:
        _closed(draw, outline, frame.colour.fill, core)


def _own_unit(frame: Frame, unit: int) -> int:
    _, height = size_of(frame.corners)
    return min(max(round(height / _LETTERS), unit), _MOST_UNITS * unit)


def draw_leader(
    draw: "ImageDraw", start: tuple[int, int], end: tuple[int, int], colour: RGB, unit: int
) -> None:
    """Draw a line from a badge to its frame."""
    draw.line((start, end), fill=DARK, width=3 * unit)
    draw.line((start, end), fill=colour, width=unit)


def _grown(corners: Corners, margin: float) -> Corners:
    return grown(corners, margin, margin)


def _kept_inside(corners: Corners, size: tuple[int, int], margin: float) -> Corners:
    right, bottom = max(size[0] - 1 - margin, margin), max(size[1] - 1 - margin, margin)
    first, second, third, fourth = (
        Point(min(max(x, margin), right), min(max(y, margin), bottom)) for x, y in corners
    )
    return first, second, third, fourth


def _closed(draw: "ImageDraw", corners: Sequence[Point], colour: RGB, width: int) -> None:
    points = [(round(point.x), round(point.y)) for point in (*corners, *corners[:2])]
    draw.line(points, fill=colour, width=width, joint="curve")


def _dashes(corners: Corners, unit: int) -> Iterator[tuple[Point, Point]]:
    for start, end in _sides(corners):
        length = max(((end.x - start.x) ** 2 + (end.y - start.y) ** 2) ** 0.5, 1.0)
        at = 0.0
        while at < length:
            yield (
                _between(start, end, at / length),
                _between(start, end, min(at + _DASH * unit, length) / length),
            )
            at += (_DASH + _GAP) * unit


def _sides(corners: Corners) -> Iterable[tuple[Point, Point]]:
    return zip(corners, (*corners[1:], corners[0]), strict=True)


def _between(start: Point, end: Point, share: float) -> Point:
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
