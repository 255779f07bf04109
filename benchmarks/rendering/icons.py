"""Icons of simple shapes; none is anybody's logo."""

from collections.abc import Callable

from .geometry import Rect
from .look import Colour
from .scene import Draw

Painter = Callable[[Draw, Rect, Colour, int], None]


def icon(name: str, rect: Rect, colour: Colour, width: int = 2) -> Callable[[Draw], None]:
    """A shape that draws the icon inside the rectangle."""
    painter = ICONS[name]
    return lambda draw: painter(draw, rect, colour, width)


def _part(rect: Rect, left: float, top: float, right: float, bottom: float) -> Rect:
    width, height = rect.width, rect.height
    return Rect(
        rect.left + left * width,
        rect.top + top * height,
        rect.left + right * width,
        rect.top + bottom * height,
    )


def _window(draw: Draw, rect: Rect, colour: Colour, width: int) -> None:
    draw.rounded_rectangle(_part(rect, 0, 0.1, 1, 0.9), 3, outline=colour, width=width)
    bar = _part(rect, 0, 0.3, 1, 0.3)
    draw.line([bar.left, bar.top, bar.right, bar.top], fill=colour, width=width)


def _phone(draw: Draw, rect: Rect, colour: Colour, width: int) -> None:
    draw.rounded_rectangle(_part(rect, 0.25, 0, 0.75, 1), 4, outline=colour, width=width)
    draw.ellipse(_part(rect, 0.45, 0.82, 0.55, 0.92), fill=colour)


def _server(draw: Draw, rect: Rect, colour: Colour, width: int) -> None:
    for row in range(3):
        draw.rectangle(_part(rect, 0.05, row * 0.34, 0.95, row * 0.34 + 0.28), outline=colour, width=width)
        draw.ellipse(_part(rect, 0.75, row * 0.34 + 0.1, 0.83, row * 0.34 + 0.18), fill=colour)


def _database(draw: Draw, rect: Rect, colour: Colour, width: int) -> None:
    draw.arc(_part(rect, 0.1, 0.7, 0.9, 1), 0, 180, fill=colour, width=width)
    draw.ellipse(_part(rect, 0.1, 0, 0.9, 0.3), outline=colour, width=width)
    for side in (0.1, 0.9):
        edge = _part(rect, side, 0.15, side, 0.85)
        draw.line([edge.left, edge.top, edge.left, edge.bottom], fill=colour, width=width)


def _cloud(draw: Draw, rect: Rect, colour: Colour, width: int) -> None:
    draw.arc(_part(rect, 0, 0.4, 0.45, 0.9), 90, 280, fill=colour, width=width)
    draw.arc(_part(rect, 0.2, 0.1, 0.75, 0.75), 180, 340, fill=colour, width=width)
    draw.arc(_part(rect, 0.55, 0.35, 1, 0.9), 250, 90, fill=colour, width=width)
    base = _part(rect, 0.22, 0.9, 0.78, 0.9)
    draw.line([base.left, base.top, base.right, base.top], fill=colour, width=width)


def _key(draw: Draw, rect: Rect, colour: Colour, width: int) -> None:
    draw.ellipse(_part(rect, 0, 0.3, 0.4, 0.7), outline=colour, width=width)
    shaft = _part(rect, 0.4, 0.5, 1, 0.68)
    draw.line(
        [shaft.left, shaft.top, shaft.right, shaft.top, shaft.right, shaft.bottom], fill=colour, width=width
    )


def _lock(draw: Draw, rect: Rect, colour: Colour, width: int) -> None:
    draw.rectangle(_part(rect, 0.15, 0.45, 0.85, 1), outline=colour, width=width)
    draw.arc(_part(rect, 0.28, 0, 0.72, 0.9), 180, 360, fill=colour, width=width)


def _shield(draw: Draw, rect: Rect, colour: Colour, width: int) -> None:
    shape = ((0.5, 0), (0.95, 0.18), (0.88, 0.62), (0.5, 1), (0.12, 0.62), (0.05, 0.18), (0.5, 0))
    points = [(rect.left + x * rect.width, rect.top + y * rect.height) for x, y in shape]
    draw.line(points, fill=colour, width=width, joint="curve")


def _envelope(draw: Draw, rect: Rect, colour: Colour, width: int) -> None:
    body = _part(rect, 0, 0.2, 1, 0.85)
    draw.rectangle(body, outline=colour, width=width)
    middle = body.centre
    draw.line([(body.left, body.top), middle, (body.right, body.top)], fill=colour, width=width)


def _gear(draw: Draw, rect: Rect, colour: Colour, width: int) -> None:
    draw.ellipse(_part(rect, 0.2, 0.2, 0.8, 0.8), outline=colour, width=width)
    draw.ellipse(_part(rect, 0.42, 0.42, 0.58, 0.58), outline=colour, width=width)
    for x0, y0, x1, y1 in ((0.5, 0, 0.5, 0.2), (0.5, 0.8, 0.5, 1), (0, 0.5, 0.2, 0.5), (0.8, 0.5, 1, 0.5)):
        tooth = _part(rect, x0, y0, x1, y1)
        draw.line([tooth.left, tooth.top, tooth.right, tooth.bottom], fill=colour, width=width + 2)


def _queue(draw: Draw, rect: Rect, colour: Colour, width: int) -> None:
    for column in range(4):
        draw.rectangle(_part(rect, column * 0.25, 0.3, column * 0.25 + 0.2, 0.7), outline=colour, width=width)


def _chart(draw: Draw, rect: Rect, colour: Colour, width: int) -> None:
    for column, height in enumerate((0.35, 0.6, 0.45, 0.9)):
        draw.rectangle(_part(rect, 0.05 + column * 0.25, 1 - height, 0.2 + column * 0.25, 1), fill=colour)


def _disk(draw: Draw, rect: Rect, colour: Colour, width: int) -> None:
    draw.rounded_rectangle(_part(rect, 0, 0.25, 1, 0.8), 4, outline=colour, width=width)
    draw.ellipse(_part(rect, 0.78, 0.48, 0.88, 0.58), fill=colour)


def _globe(draw: Draw, rect: Rect, colour: Colour, width: int) -> None:
    draw.ellipse(rect, outline=colour, width=width)
    draw.ellipse(_part(rect, 0.3, 0, 0.7, 1), outline=colour, width=max(1, width - 1))
    middle = rect.centre[1]
    draw.line([rect.left, middle, rect.right, middle], fill=colour, width=max(1, width - 1))


def _user(draw: Draw, rect: Rect, colour: Colour, width: int) -> None:
    draw.ellipse(_part(rect, 0.3, 0, 0.7, 0.42), outline=colour, width=width)
    draw.arc(_part(rect, 0.1, 0.5, 0.9, 1.4), 180, 360, fill=colour, width=width)


def _bell(draw: Draw, rect: Rect, colour: Colour, width: int) -> None:
    draw.arc(_part(rect, 0.2, 0.05, 0.8, 1), 180, 360, fill=colour, width=width)
    base = _part(rect, 0.1, 0.55, 0.9, 0.8)
    draw.line([base.left, base.bottom, base.right, base.bottom], fill=colour, width=width)
    draw.ellipse(_part(rect, 0.43, 0.84, 0.57, 0.98), fill=colour)


ICONS: dict[str, Painter] = {
    "window": _window, "phone": _phone, "server": _server, "database": _database, "cloud": _cloud, "key": _key,
    "lock": _lock, "shield": _shield, "envelope": _envelope, "gear": _gear, "queue": _queue, "chart": _chart,
    "disk": _disk, "globe": _globe, "user": _user, "bell": _bell,
}  # fmt: skip
