"""Accents, drawn with a few strokes over letters whose font has none."""

from typing import TYPE_CHECKING

from .palette import RGB

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

_STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "\u0300": (((-0.12, -0.20), (0.06, -0.08)),),
    "\u0301": (((-0.06, -0.08), (0.12, -0.20)),),
    "\u0302": (((-0.14, -0.07), (0.0, -0.20), (0.14, -0.07)),),
    "\u0303": (((-0.16, -0.09), (-0.08, -0.17), (0.08, -0.10), (0.16, -0.18)),),
    "\u0304": (((-0.14, -0.12), (0.14, -0.12)),),
    "\u0306": (((-0.13, -0.19), (-0.06, -0.09), (0.06, -0.09), (0.13, -0.19)),),
    "\u0307": (((-0.02, -0.13), (0.02, -0.13)),),
    "\u0308": (((-0.13, -0.13), (-0.09, -0.13)), ((0.09, -0.13), (0.13, -0.13))),
    "\u030a": (((-0.07, -0.08), (-0.07, -0.20), (0.07, -0.20), (0.07, -0.08), (-0.07, -0.08)),),
    "\u030b": (((-0.10, -0.08), (-0.01, -0.20)), ((0.06, -0.08), (0.15, -0.20))),
    "\u030c": (((-0.14, -0.20), (0.0, -0.07), (0.14, -0.20)),),
}
_BELOW: dict[str, tuple[tuple[float, float], ...]] = {
    "\u0323": ((-0.02, 0.12), (0.02, 0.12)),
    "\u0326": ((0.02, 0.08), (-0.05, 0.20)),
    "\u0327": ((0.0, 0.0), (0.05, 0.12), (-0.06, 0.18)),
    "\u0328": ((0.04, 0.0), (0.0, 0.12), (0.09, 0.18)),
}
ACCENTS = frozenset(_STROKES) | frozenset(_BELOW)
_THICKNESS = 0.085


def draw_accent(
    draw: "ImageDraw", accent: str, letter: tuple[float, float, float], size: int, colour: RGB
) -> None:
    """Draw one of ACCENTS; `letter` is the middle, top and bottom of its letter in pixels, `size` that of the font."""
    middle, top, bottom = letter
    below = accent in _BELOW
    strokes = (_BELOW[accent],) if below else _STROKES[accent]
    edge = bottom if below else top
    for stroke in strokes:
        points = [(middle + x * size, edge + y * size) for x, y in stroke]
        draw.line(points, fill=colour, width=max(1, round(size * _THICKNESS)))
