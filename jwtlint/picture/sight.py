"""Everything that is seen on a picture at first sight: what rules need of its pixels, without the pixels."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .ink import Inks
from .model import Line, Mark
from .reader import Reader

if TYPE_CHECKING:
    from PIL.Image import Image

VERSION = 9
"""Changes when the same picture would be seen otherwise, so that nobody takes an old sight for a new one."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Lines as one reader read them, and the marks that are no text. `reader` is None where nobody read."""

    reader: str | None
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()


def look_at(image: "Image", reader: Reader | None, languages: Sequence[str]) -> Sight:
    """Read a decoded picture and search it for marks. `languages` (ISO 639-1) are those its text may be in."""
    import numpy as np

    from .star import find_star
    from .watermark import find_watermarks

    pixels = np.asarray(image)
    star = find_star(pixels)
    marks = (*((star,) if star else ()), *find_watermarks(pixels))
    if reader is None:
        return Sight(None, (), marks)
    return Sight(reader.name, inked(reader.read(image, languages), image), marks)


def inked(lines: Sequence[Line], image: "Image") -> tuple[Line, ...]:
    """The lines with height and contrast of their letters."""
    inks = Inks(image)
    return tuple(_inked(line, inks) for line in lines)


def _inked(line: Line, inks: Inks) -> Line:
    ink = inks.of(line)
    return (
        line if ink is None else replace(line, height=ink.height, contrast=ink.contrast, cut_off=ink.cut_off)
    )
