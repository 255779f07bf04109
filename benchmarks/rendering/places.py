"""Where the boxes stand: row, snake, column, hub, ring, bands; and two drawings of exchanges: sequence, table."""

import math
from collections import Counter
from collections.abc import Callable

from .boxes import draw_all, needs
from .connect import circle, connect
from .geometry import Rect, UnfitError
from .model import Arrow, Label
from .page import Page

Layout = Callable[[Page, Rect], None]


def _centred(x: float, y: float, width: float, height: float) -> Rect:
    return Rect(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _finish(page: Page, rects: list[Rect], area: Rect, with_icon: bool) -> None:
    if any(not area.grown(1).holds(rect.quad()) for rect in rects):
        raise UnfitError("a box leaves its area")
    draw_all(page, rects, with_icon)
    connect(page, rects, area)


def row(page: Page, area: Rect) -> None:
    """All boxes side by side."""
    count = len(page.sheet.panels)
    share = page.rng.uniform(0.5, 0.64) if page.sheet.arrows else 0.9
    width = area.width * share / count
    gap = (area.width - width * count) / max(1, count - 1)
    height = needs(page, width, True)
    height = max(height, min(area.height, height * 1.6, area.height * page.rng.uniform(0.5, 0.95)))
    middle = area.centre[1]
    rects = [
        _centred(area.left + width / 2 + index * (width + gap), middle, width, height)
        for index in range(count)
    ]
    _finish(page, rects, area, True)


def snake(page: Page, area: Rect) -> None:
    """Two rows, the second from right to left."""
    count = len(page.sheet.panels)
    columns = math.ceil(count / 2)
    if columns < 2:
        raise UnfitError("too few boxes")
    width = area.width * page.rng.uniform(0.5, 0.62) / columns
    gap = (area.width - width * columns) / (columns - 1)
    with_icon = page.rng.random() < 0.7
    height = max(needs(page, width, with_icon), area.height * page.rng.uniform(0.24, 0.36))
    rects = []
    for index in range(count):
        line, place = divmod(index, columns)
        if line:
            place = columns - 1 - place
        left = area.left + place * (width + gap)
        top = area.bottom - height if line else area.top
        rects.append(Rect(left, top, left + width, top + height))
    _finish(page, rects, area, with_icon)


def column(page: Page, area: Rect) -> None:
    """All boxes below one another."""
    count = len(page.sheet.panels)
    width = area.width * page.rng.uniform(0.4, 0.56)
    height = needs(page, width, False)
    gap = (area.height - height * count) / max(1, count - 1)
    rects = [
        _centred(area.centre[0], area.top + height / 2 + index * (height + gap), width, height)
        for index in range(count)
    ]
    _finish(page, rects, area, False)


def hub(page: Page, area: Rect) -> None:
    """The box with most arrows in the middle, the others left and right of it."""
    used = Counter(end for arrow in page.sheet.arrows for end in {arrow.start, arrow.end})
    if not used:
        raise UnfitError("no arrows")
    middle = used.most_common(1)[0][0]
    others = [index for index in range(len(page.sheet.panels)) if index != middle]
    left, right = others[::2], others[1::2]
    width = area.width * page.rng.uniform(0.22, 0.26)
    height = needs(page, width, True)
    rects = [area] * len(page.sheet.panels)
    rects[middle] = _centred(*area.centre, width, height)
    for side, x in ((left, area.left + width / 2), (right, area.right - width / 2)):
        for place, index in enumerate(side):
            y = area.top + area.height * (place + 0.5) / len(side)
            rects[index] = _centred(x, y, width, height)
    _finish(page, rects, area, True)


def ring(page: Page, area: Rect) -> None:
    """The boxes in a circle, clockwise from the top left."""
    count = len(page.sheet.panels)
    if count < 3:
        raise UnfitError("too few boxes")
    width = area.width * page.rng.uniform(0.22, 0.27)
    height = needs(page, width, False)
    start = -90 if count % 2 else -90 - 180 / count
    rects = []
    for index in range(count):
        angle = math.radians(start + 360 * index / count)
        x = area.centre[0] + math.cos(angle) * (area.width - width) / 2
        y = area.centre[1] + math.sin(angle) * (area.height - height) / 2
        rects.append(_centred(x, y, width, height))
    _finish(page, rects, area, False)


def bands(page: Page, area: Rect) -> None:
    """One band a zone, with its heading; the boxes of the zone inside."""
    zones = page.sheet.zones
    if not zones:
        raise UnfitError("no zones")
    gap = page.unit(64)
    height = (area.height - gap * (len(zones) - 1)) / len(zones)
    most = max(len(zone.boxes) for zone, _ in zones)
    width = area.width * 0.62 / max(2, most)
    tall = needs(page, width, False)
    rects = [area] * len(page.sheet.panels)
    for number, (zone, label) in enumerate(zones):
        top = area.top + number * (height + gap)
        heading = page.block(label, area.width * 0.8)
        inset = heading.height + page.unit(6)
        if tall + inset + page.unit(8) > height:
            raise UnfitError("a band is too low")
        band = Rect(area.left, top, area.right, top + height)
        page.rectangle(
            band, page.accent(number + 1), page.wash(number + 1, 0.05) if page.look.filled else None, 1
        )
        page.put(heading, band.left + page.unit(10), top + page.unit(4), area.width * 0.8, "left")
        for place, index in enumerate(zone.boxes):
            x = area.left + area.width * (place + 0.5) / len(zone.boxes)
            rects[index] = _centred(x, top + inset + (height - inset) / 2, width, tall)
    _finish(page, rects, area, False)


def sequence(page: Page, area: Rect) -> None:
    """Lifelines below the boxes, one row a message."""
    panels, arrows = page.sheet.panels, page.sheet.arrows
    if len(arrows) < 3:
        raise UnfitError("too few messages")
    pitch = area.width / len(panels)
    width = pitch * 0.82
    height = needs(page, width, False)
    heads = [
        _centred(area.left + pitch * (n + 0.5), area.top + height / 2, width, height)
        for n in range(len(panels))
    ]
    top = area.top + height + page.unit(14)
    line = (area.bottom - top) / len(arrows)
    draw_all(page, heads, False)
    xs = [rect.centre[0] for rect in heads]
    for index, x in enumerate(xs):
        page.scene.path([(x, area.top + height), (x, area.bottom)], page.accent(index), 1, dashed=True)
    for number, arrow in enumerate(arrows):
        _message(page, arrow, xs, top + line * (number + 1) - page.unit(8), line)


def _message(page: Page, arrow: Arrow, xs: list[float], y: float, room: float) -> None:
    start, end = xs[arrow.start], xs[arrow.end]
    away = 1 if end > start else -1
    page.scene.arrow((start + 3 * away, y), (end - 3 * away, y), page.accent(arrow.start), 2)
    if arrow.number:
        circle(page, (start, y), arrow.number, arrow.start)
    if not arrow.label.drawn:
        return
    block = page.block(arrow.label, abs(end - start) - page.unit(40))
    if block.height > room - page.unit(16):
        raise UnfitError("messages are too close")
    lines = block.around(((start + end) / 2, y - block.height / 2 - page.unit(6)))
    if page.look.backdrop in ("flat", "dots"):
        for line in lines:
            page.scene.polygon(line.quad(2), page.look.ground)
    elif abs(arrow.start - arrow.end) > 1:
        raise UnfitError("a lifeline would cross a text")
    page.scene.add(lines)


def table(page: Page, area: Rect) -> None:
    """Cards above, the exchanges as a table below."""
    panels, arrows = page.sheet.panels, page.sheet.arrows
    gap = page.unit(14)
    width = (area.width - gap * (len(panels) - 1)) / len(panels)
    height = needs(page, width, True)
    rects = [
        Rect(
            area.left + n * (width + gap), area.top, area.left + n * (width + gap) + width, area.top + height
        )
        for n in range(len(panels))
    ]
    draw_all(page, rects, True)
    top = area.top + height + page.unit(20)
    shares = (0.3, 0.3, 0.4)
    rows = [list(page.sheet.columns)] + [
        [
            Label.of("cell", panels[arrow.start].name.asked),
            Label.of("cell", panels[arrow.end].name.asked),
            arrow.label,
        ]
        for arrow in arrows
    ]
    line = (area.bottom - top) / len(rows)
    for number, cells in enumerate(rows):
        left, y = area.left, top + number * line
        page.rectangle(Rect(area.left, y, area.right, y + line), page.accent(1), None, 1, 0)
        for share, label in zip(shares, cells, strict=True):
            block = page.block(label, area.width * share - page.unit(20))
            if block.height > line - 4:
                raise UnfitError("the table is too low")
            page.put(block, left + page.unit(10), y + (line - block.height) / 2, area.width * share, "left")
            left += area.width * share
            if left < area.right - 1:
                page.scene.path([(left, y), (left, y + line)], page.accent(1), 1)


LAYOUTS: dict[str, Layout] = {
    "row": row, "snake": snake, "column": column, "hub": hub, "ring": ring, "bands": bands, "sequence": sequence,
}  # fmt: skip
