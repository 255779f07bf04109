"""The key below a picture: what each number stands for, in as many columns as there is room for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from .badge import badge_size, draw_badge
from .lettering import Lettering, drawable, lettering
from .palette import DARK, INK, PAPER, RULE, Colour

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

_SMALLEST, _LARGEST = 15, 28
_NARROW, _WIDE = 14, 34
"""The least width of a column of short and of long rows, in sizes of the letters."""

_MOST_LINES = 8


class Row(NamedTuple):
    """One number with its words, which may come from strangers. `head` is short and stands first."""

    label: str
    colour: Colour
    head: str
    body: str = ""


class _Laid(NamedTuple):
    row: Row
    head: list[str]
    body: list[str]
    height: int


def draw_key(title: str, rows: Sequence[Row], width: int) -> "Image":
    """The key as a picture of that width in pixels."""
    from PIL import Image, ImageDraw

    letters = lettering(min(max(round(width / 85), _SMALLEST), _LARGEST))
    pad = letters.size
    indent = max((badge_size(row.label, letters)[0] for row in rows), default=0) + round(0.6 * letters.size)
    columns = max(1, min(width // (_needed(rows, letters) + indent + pad), len(rows)))
    column = (width - pad) // columns
    laid = [_lay(row, letters, max(column - pad - indent, letters.size)) for row in rows]
    parts = _parted(laid, columns)
    heads = list(letters.wrapped(drawable(title), max(width - 2 * pad, letters.size)))
    top = pad + len(heads) * letters.pitch + pad // 2
    height = top + max((sum(one.height for one in part) for part in parts), default=0) + pad // 2
    image = Image.new("RGB", (width, height), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width, max(1, pad // 8)), fill=DARK)
    for number, line in enumerate(heads):
        letters.write(draw, (pad, pad + number * letters.pitch), line, INK)
    for number, part in enumerate(parts):
        y = top
        for one in part:
            _draw_row(draw, one, (pad + number * column, y, indent, column - pad), letters)
            y += one.height
    return image


def _needed(rows: Sequence[Row], letters: Lettering) -> int:
    """How wide the words of most rows are, within reason."""
    widths = sorted(letters.width(drawable(max(row.head, row.body, key=len))) for row in rows)
    usual = widths[len(widths) * 9 // 10] if widths else 0
    return min(max(usual, _NARROW * letters.size), _WIDE * letters.size)


def _lay(row: Row, letters: Lettering, width: int) -> _Laid:
    head = list(letters.wrapped(drawable(row.head), width))
    body = list(letters.wrapped(drawable(row.body), width)) if row.body else []
    if len(body) > _MOST_LINES:
        body = [*body[: _MOST_LINES - 1], letters.shortened(f"{body[_MOST_LINES - 1]}…", width)]
    return _Laid(row, head, body, (len(head) + len(body)) * letters.pitch + round(0.5 * letters.size))


def _parted(laid: Sequence[_Laid], columns: int) -> list[list[_Laid]]:
    """Rows in columns of about the same height, in reading order down each column."""
    share = sum(one.height for one in laid) / columns
    parts: list[list[_Laid]] = [[]]
    filled = 0.0
    for one in laid:
        if parts[-1] and len(parts) < columns and filled + one.height / 2 > share * len(parts):
            parts.append([])
        parts[-1].append(one)
        filled += one.height
    return parts


def _draw_row(draw: "ImageDraw", laid: _Laid, place: tuple[int, int, int, int], letters: Lettering) -> None:
    """`place` is the left end, the top, the indent of the words and the width of the column."""
    x, y, indent, width = place
    row = laid.row
    draw.line((x, y, x + width, y), fill=RULE)
    y += round(0.25 * letters.size)
    draw_badge(draw, (x, y), row.label, row.colour, letters, 1)
    for line in laid.head:
        letters.write(draw, (x + indent, y), line, row.colour.words)
        y += letters.pitch
    for line in laid.body:
        letters.write(draw, (x + indent, y), line, INK)
        y += letters.pitch
