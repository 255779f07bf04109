"""A look at a place of a picture on a terminal: each cell shows two pixels, one above the other."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..finding import Location
from ..source import SourceError
from ..text import Region
from .paper import Paper

if TYPE_CHECKING:
    from PIL.Image import Image

_COLUMNS, _ROWS = 60, 6
_LEAST_ROWS = 5
"""Rather than to be lower than this, what is wide is cut off on its right: letters would be lost."""

_MARGIN = 0.12
_RESET = "\x1b[0m"


def shows_crops(paper: Paper) -> bool:
    """Is it a terminal with all colours?"""
    return paper.terminal and paper.colored and os.environ.get("COLORTERM", "") in ("truecolor", "24bit")


class Crops:
    """Shows places of pictures. The last picture stays decoded: a report shows one picture after the other."""

    def __init__(self) -> None:
        self._path: str | None = None
        self._image: Image | None = None

    def rows(self, location: Location) -> Iterator[str]:
        """The rows of a place, at most 60 cells and 6 rows, with the colours of a terminal; none without a picture."""
        region = location.region
        image = self._decoded(location.path) if region is not None else None
        if region is None or image is None:
            return
        box = _with_margin(region, image.size)
        if box is None:
            return
        small = _shrunk(image.crop(box))
        for y in range(0, small.height, 2):
            yield "".join(_cell(small, x, y) for x in range(small.width)) + _RESET

    def _decoded(self, path: str) -> "Image | None":
        if path != self._path:
            from ..picture.decode import decode
            from ..picture.file import load

            self._path = path
            try:
                self._image = decode(load(Path(path)))
            except SourceError:
                # The finding has been made; that its picture has gone meanwhile does not take it back.
                self._image = None
        return self._image


def _with_margin(region: Region, size: tuple[int, int]) -> Region | None:
    margin = round(_MARGIN * min(region.right - region.left, region.bottom - region.top))
    box = Region(
        max(region.left - margin, 0),
        max(region.top - margin, 0),
        min(region.right + margin, size[0]),
        min(region.bottom + margin, size[1]),
    )
    return box if box.left < box.right and box.top < box.bottom else None


def _shrunk(cut: "Image") -> "Image":
    """At most so large that each pixel is half a cell; an even number of rows."""
    from PIL import Image

    scale = min(2 * _ROWS / cut.height, max(_COLUMNS / cut.width, 2 * _LEAST_ROWS / cut.height), 1.0)
    width, height = max(1, round(cut.width * scale)), max(2, 2 * round(cut.height * scale / 2))
    if width > _COLUMNS:
        cut = cut.crop((0, 0, max(1, round(_COLUMNS / scale)), cut.height))
        width = _COLUMNS
    return cut.resize((width, height), Image.Resampling.LANCZOS)


def _cell(image: "Image", x: int, y: int) -> str:
    upper, lower = image.getpixel((x, y)), image.getpixel((x, y + 1))
    assert isinstance(upper, tuple)
    assert isinstance(lower, tuple)
    return f"\x1b[38;2;{_colour(upper)};48;2;{_colour(lower)}m▀"


def _colour(pixel: tuple[int, ...]) -> str:
    return ";".join(map(str, pixel[:3]))
