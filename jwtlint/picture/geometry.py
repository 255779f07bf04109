"""The tilted rectangles in which lines stand, and cutting them out of a picture."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..text import Region
from .model import Corners, Point

if TYPE_CHECKING:
    from PIL.Image import Image

_TALL = 1.5
"""A rectangle so many times higher than wide holds a line that is turned."""


def size_of(corners: Corners) -> tuple[float, float]:
    """Width along the text and height across it, in pixels."""
    upper_left, upper_right, lower_right, lower_left = corners
    width = max(_distance(upper_left, upper_right), _distance(lower_left, lower_right))
    height = max(_distance(upper_left, lower_left), _distance(upper_right, lower_right))
    return width, height


def region_of(corners: Sequence[Point]) -> Region:
    """The upright rectangle around some points."""
    xs = [corner.x for corner in corners]
    ys = [corner.y for corner in corners]
    return Region(int(min(xs)), int(min(ys)), round(max(xs)), round(max(ys)))


def grown(corners: Corners, along: float, across: float) -> Corners:
    """The rectangle with a margin in pixels at its ends and along its sides; a negative one cuts off."""
    width, height = size_of(corners)
    upper_left, upper_right, _, lower_left = corners
    right = _unit(upper_left, upper_right, width)
    down = _unit(upper_left, lower_left, height)

    def moved(corner: Point, to_right: int, to_bottom: int) -> Point:
        return Point(
            corner.x + right.x * to_right * along + down.x * to_bottom * across,
            corner.y + right.y * to_right * along + down.y * to_bottom * across,
        )

    signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    first, second, third, fourth = (moved(corner, *sign) for corner, sign in zip(corners, signs, strict=True))
    return first, second, third, fourth


def part(corners: Corners, start: float, end: float) -> Corners:
    """The part of a line between two shares (0 to 1) of its length."""
    upper_left, upper_right, lower_right, lower_left = corners
    return (
        _between(upper_left, upper_right, start),
        _between(upper_left, upper_right, end),
        _between(lower_left, lower_right, end),
        _between(lower_left, lower_right, start),
    )


def turns(corners: Corners) -> tuple[Corners, ...]:
    """The ways in which a line can be read: one, but of a line on its side upwards and downwards."""
    width, height = size_of(corners)
    if height < _TALL * width:
        return (corners,)
    upper_left, upper_right, lower_right, lower_left = corners
    upwards = (lower_left, upper_left, upper_right, lower_right)
    downwards = (upper_right, lower_right, lower_left, upper_left)
    return upwards, downwards


def cut(image: "Image", corners: Corners, scale: float = 1.0) -> "Image":
    """What stands in a tilted rectangle, upright and enlarged `scale` times; black beyond the border."""
    from PIL.Image import Resampling, Transform

    width, height = size_of(corners)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    upper_left, upper_right, lower_right, lower_left = corners
    data = (*upper_left, *lower_left, *lower_right, *upper_right)
    return image.transform(size, Transform.QUAD, data, Resampling.BICUBIC)


def within(corners: Corners, size: tuple[int, int]) -> Corners:
    """The corners, those outside moved to the border of a picture of that width and height."""
    first, second, third, fourth = (
        Point(min(max(x, 0.0), float(size[0])), min(max(y, 0.0), float(size[1]))) for x, y in corners
    )
    return first, second, third, fourth


def corners_of(points: Sequence[Sequence[float]]) -> Corners:
    """Four points of any kind as corners."""
    first, second, third, fourth = (Point(float(x), float(y)) for x, y in points)
    return first, second, third, fourth


def _distance(one: Point, other: Point) -> float:
    return float(((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5)


def _unit(start: Point, end: Point, length: float) -> Point:
    length = max(length, 1e-6)
    return Point((end.x - start.x) / length, (end.y - start.y) / length)


def _between(start: Point, end: Point, share: float) -> Point:
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
