"""Arrows between boxes, and their labels on or beside them, where nothing else is."""

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from .geometry import Point, Quad, Rect, UnfitError, on_edge, stroke, touch
from .model import Arrow, Label
from .page import Block, Page
from .scene import Line

GAP = 5


class Route(NamedTuple):
    """An arrow with its ends."""

    arrow: Arrow
    start: Point
    end: Point

    @property
    def length(self) -> float:
        """Pixels from end to end."""
        return math.dist(self.start, self.end)

    def along(self, share: float) -> Point:
        """A point of the arrow."""
        return (
            self.start[0] + (self.end[0] - self.start[0]) * share,
            self.start[1] + (self.end[1] - self.start[1]) * share,
        )

    @property
    def angle(self) -> float:
        """Degrees in which a label along the arrow is turned: never upside down."""
        angle = -math.degrees(math.atan2(self.end[1] - self.start[1], self.end[0] - self.start[0]))
        if angle > 90:
            return angle - 180
        return angle + 180 if angle <= -90 else angle


def connect(page: Page, rects: list[Rect], area: Rect) -> None:
    """Draw all arrows of the sheet between these boxes; raise where one cannot be drawn clearly."""
    pairs: dict[tuple[int, int], list[Arrow]] = defaultdict(list)
    for arrow in page.sheet.arrows:
        pairs[min(arrow.start, arrow.end), max(arrow.start, arrow.end)].append(arrow)
    routes = [
        route
        for (one, other), arrows in pairs.items()
        for route in _routes(page, rects[one], rects[other], arrows, one)
    ]
    for route in routes:
        way = stroke(route.start, route.end, 10)
        ends = {route.arrow.start, route.arrow.end}
        if any(touch(way, rect.quad()) for index, rect in enumerate(rects) if index not in ends):
            raise UnfitError("an arrow would cross a box")
        if any(touch(way, line.quad(4)) for line in page.scene.lines):
            raise UnfitError("an arrow would cross a text")
    drawn = [_draw(page, route) for route in routes]
    for route in routes:
        if route.arrow.number:
            _number(page, route)
    for route, place in zip(routes, drawn, strict=True):
        if route.arrow.label.drawn:
            _label(page, route, place, area)


def _routes(page: Page, one: Rect, other: Rect, arrows: list[Arrow], first: int) -> Iterator[Route]:
    count, pad = len(arrows), 4
    rows = min(one.bottom, other.bottom) - max(one.top, other.top)
    columns = min(one.right, other.right) - max(one.left, other.left)
    for place, arrow in enumerate(arrows, 1):
        share = place / (count + 1)
        if rows > 0.5 * min(one.height, other.height) and columns <= 0:
            y = max(one.top, other.top) + rows * share
            ltr = one.left < other.left
            ends = (
                ((one.right if ltr else one.left) + (pad if ltr else -pad), y),
                (
                    (other.left if ltr else other.right) + (-pad if ltr else pad),
                    y,
                ),
            )
        elif columns > 0.5 * min(one.width, other.width) and rows <= 0:
            x = max(one.left, other.left) + columns * share
            down = one.top < other.top
            ends = (
                (x, (one.bottom if down else one.top) + (pad if down else -pad)),
                (
                    x,
                    (other.top if down else other.bottom) + (-pad if down else pad),
                ),
            )
        else:
            ends = _diagonal(page, one, other, place - (count + 1) / 2)
        start, end = ends if arrow.start == first else (ends[1], ends[0])
        if math.dist(start, end) < page.unit(26):
            raise UnfitError("an arrow would be too short")
        yield Route(arrow, start, end)


def _diagonal(page: Page, one: Rect, other: Rect, offset: float) -> tuple[Point, Point]:
    start, end = on_edge(one.grown(4), other.centre), on_edge(other.grown(4), one.centre)
    length = max(1.0, math.dist(start, end))
    shift = offset * page.unit(30)
    across = -(end[1] - start[1]) / length * shift, (end[0] - start[0]) / length * shift
    moved = (start[0] + across[0], start[1] + across[1]), (end[0] + across[0], end[1] + across[1])
    if any(touch(stroke(*moved, 4), rect.grown(1).quad()) for rect in (one, other)):
        return start, end
    return moved


def _draw(page: Page, route: Route) -> Quad:
    colour = page.accent(route.arrow.start)
    back = route.arrow.start > route.arrow.end
    return page.scene.arrow(
        route.start,
        route.end,
        colour,
        max(2, round(page.unit(2.2))),
        dashed=back and page.scene.width % 3 == 0,
    )


def _number(page: Page, route: Route) -> None:
    centre = route.along(min(0.5, page.unit(16) / route.length + 0.02))
    radius = circle(page, centre, route.arrow.number, route.arrow.start)
    page.scene.solid(Rect(*centre, *centre).grown(radius))


def circle(page: Page, centre: Point, number: int, tint: int) -> float:
    """A number in a circle; its radius."""
    font, size = page.font("number")
    radius = size * 0.82
    rect = Rect(centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius)
    fill = page.accent(tint)
    page.scene.disc(rect, fill)
    block = Block(None, [str(number)], font, size * 1.2, page.look.ink)
    page.scene.add(block.around(centre))
    return radius


def _label(page: Page, route: Route, place: Quad, area: Rect) -> None:
    for lines, patch in _candidates(page, route):
        own = place if patch else None
        if all(page.scene.free(line.quad(2), area, own) for line in lines):
            if patch:
                _patch(page, lines)
            page.scene.add(lines)
            return
    raise UnfitError(f"no room for {route.arrow.label.drawn}")


def _patch(page: Page, lines: list[Line]) -> None:
    for line in lines:
        page.scene.polygon(line.quad(3), page.look.ground)


def _candidates(page: Page, route: Route) -> Iterator[tuple[list[Line], bool]]:
    label, length, angle = route.arrow.label, route.length, route.angle
    widths = (length - 14, 0.8 * length, 0.6 * length, page.unit(190), page.unit(130), page.unit(90))
    steep = abs(angle) > 50
    shares = (0.5, 0.4, 0.6, 0.3, 0.7)
    solid = page.look.backdrop not in ("gradient", "vignette", "paper", "grid")
    on_line = solid and not route.arrow.number and page.rng.random() < 0.3
    for width in widths if not steep else widths[3:]:
        block = _block(page, label, width)
        if block is None:
            continue
        for share in shares:
            x, y = route.along(share)
            if on_line and not steep and block.width < length * 0.7 and abs(angle) < 2:
                yield block.around((x, y)), True
            if steep:
                away = block.width / 2 + GAP + page.unit(16 if route.arrow.number else 5)
                for side in (1, -1):
                    slant = (route.end[0] - route.start[0]) / max(1.0, abs(route.end[1] - route.start[1]))
                    reach = away + abs(slant) * block.height / 2
                    yield block.around((x + side * reach, y)), False
                continue
            away = block.height / 2 + GAP + page.unit(4)
            for side in (-1, 1):
                nx, ny = math.sin(math.radians(angle)) * side, math.cos(math.radians(angle)) * side
                yield block.around((x + nx * away, y + ny * away), angle), False


def _block(page: Page, label: Label, width: float) -> Block | None:
    try:
        block = page.block(label, width)
    except UnfitError:
        return None
    return block if len(block.lines) <= 3 else None
