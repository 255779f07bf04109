"""A badge: the number of a frame on its colour, in a dark and a light outline."""

from typing import TYPE_CHECKING

from .lettering import Lettering
from .palette import DARK, LIGHT, Colour

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw


def badge_size(label: str, letters: Lettering) -> tuple[int, int]:
    """Width and height of a badge with that label, in pixels."""
    height = round(1.3 * letters.size)
    return max(height, letters.width(label) + round(0.8 * letters.size)), height


def draw_badge(
    draw: "ImageDraw", at: tuple[int, int], label: str, colour: Colour, letters: Lettering, unit: int
) -> None:
    """Draw a badge with its upper left corner at `at`; `unit` is the thickness of its outlines, in pixels."""
    x, y = at
    width, height = badge_size(label, letters)
    for inset, fill in ((0, DARK), (unit, LIGHT), (2 * unit, colour.fill)):
        corners = (x + inset, y + inset, x + width - 1 - inset, y + height - 1 - inset)
        draw.rounded_rectangle(corners, height // 4, fill=fill)
    middle = (x + width / 2, y + height / 2)
    draw.text(middle, label, fill=colour.digits, font=letters.font, anchor="mm")
