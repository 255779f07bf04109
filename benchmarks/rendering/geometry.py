"""Rectangles and turned rectangles, and whether they touch."""

import math
from typing import NamedTuple

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]


class UnfitError(Exception):
    """Something does not fit; the next arrangement is tried."""


class Rect(NamedTuple):
    """An upright rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Pixels across."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Pixels down."""
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        """Its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, by: float) -> "Rect":
        """The same with a margin on every side (negative: smaller)."""
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def quad(self) -> Quad:
        """Its four corners."""
        return (
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        )

    def holds(self, quad: Quad) -> bool:
        """Whether a quad lies inside."""
        return all(self.left <= x <= self.right and self.top <= y <= self.bottom for x, y in quad)


def turned(centre: Point, width: float, height: float, angle: float) -> Quad:
    """The corners of a rectangle turned by degrees, counter-clockwise on the picture."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    halves = (
        (-width / 2, -height / 2),
        (width / 2, -height / 2),
        (width / 2, height / 2),
        (-width / 2, height / 2),
    )
    corners = [(centre[0] + x * cos + y * sin, centre[1] - x * sin + y * cos) for x, y in halves]
    return corners[0], corners[1], corners[2], corners[3]


def stroke(start: Point, end: Point, width: float) -> Quad:
    """A line as a thin turned rectangle."""
    length = math.dist(start, end)
    angle = -math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
    return turned(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), length, width, angle)


def touch(one: Quad, other: Quad) -> bool:
    """Whether two turned rectangles overlap (separating axes)."""
    for quad in (one, other):
        for first, second in ((quad[0], quad[1]), (quad[1], quad[2])):
            axis = (second[0] - first[0], second[1] - first[1])
            mine = [x * axis[0] + y * axis[1] for x, y in one]
            theirs = [x * axis[0] + y * axis[1] for x, y in other]
            if max(mine) <= min(theirs) or max(theirs) <= min(mine):
                return False
    return True


def on_edge(rect: Rect, towards: Point) -> Point:
    """Where the line from the middle of a rectangle to a point leaves it."""
    x, y = rect.centre
    dx, dy = towards[0] - x, towards[1] - y
    steps = [
        half / abs(part) for half, part in ((rect.width / 2, dx), (rect.height / 2, dy)) if abs(part) > 1e-6
    ]
    step = min(steps, default=0.0)
    return x + dx * step, y + dy * step
