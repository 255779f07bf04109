"""Decodes a picture file to upright RGB, whatever its pixels are made of."""

import zlib
from typing import TYPE_CHECKING

from ..source import SourceError
from .container import pieces
from .file import PictureFile
from .pillow import guarded, opened

if TYPE_CHECKING:
    from PIL.Image import Image

_PLAIN = frozenset({"1", "L", "P", "PA", "LA", "La", "RGB", "RGBA", "RGBa", "RGBX", "CMYK", "YCbCr"})
_16_BITS = 0xFFFF
# Transparency is judged on a picture of about this size, in pixels of its longer side.
_COMPARED = 1024
# How much more has to stand out on black than on white before a picture is taken as drawn for a dark page.
_CLEARER = 2.0
_INFLATED_AT_ONCE = 1024 * 1024
# Samples of a pixel by the colour type of a PNG; first column, first row and steps of the passes of Adam7.
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def decode(file: PictureFile) -> "Image":
    """The picture as 8-bit RGB, upright, of the size that the file says.

    Of 16 bits the upper eight are kept. Transparency lies on white, as on a page, unless on black twice as
    much of the picture stands out: white letters without a background were drawn for a dark page. CMYK is
    converted without its profile, which is near enough for reading. Raises SourceError for what is damaged or
    cut off, and for pixels of a rare kind (floating point, Lab, 32 bits). Not every damage shows: a JPEG that
    loses bytes in its middle decodes to wrong pixels without an error.
    """
    with guarded(file.path, file.format), opened(file.format, file.raw) as image:
        if file.format == "PNG":
            _check_rows(file)
        image.load()
        plain = _eight_bits(file.path, image)
        return _upright(_flat(plain), file.orientation)


def _check_rows(file: PictureFile) -> None:
    """Pillow leaves rows that a PNG does not have black, without a word."""
    parts = tuple(pieces(file.format, file.raw))
    head = next(piece.data for piece in parts if piece.name == "IHDR")
    missing = _length(head)
    inflater = zlib.decompressobj()
    for piece in parts:
        data: bytes | memoryview = piece.data if piece.name == "IDAT" else b""
        while data and missing > 0 and not inflater.eof:
            missing -= len(inflater.decompress(data, _INFLATED_AT_ONCE))
            data = inflater.unconsumed_tail
    if missing > 0:
        raise SourceError(file.path, "cut off: rows of the picture are missing; save it again")


def _length(head: memoryview) -> int:
    """Bytes of all rows before compression, each with its filter (PNG, third edition, section 7.2)."""
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    bits = head[8] * _SAMPLES[head[9]]
    passes = _PASSES if head[12] else ((0, 0, 1, 1),)
    total = 0
    for left, top, across, down in passes:
        columns, rows = -((left - width) // across), -((top - height) // down)
        if columns > 0:
            total += max(rows, 0) * (1 + (columns * bits + 7) // 8)
    return total


def _eight_bits(path: str, image: "Image") -> "Image":
    if image.mode in _PLAIN:
        return image
    if image.mode.startswith("I"):
        whole = image.convert("I")
        _, most = whole.getextrema()
        if isinstance(most, int | float) and most <= _16_BITS:
            scaled = whole.point(lambda value: value * (1 / 257)).convert("L")
            scaled.info.pop("transparency", None)
            return scaled
    raise SourceError(path, f"pixels of a rare kind ({image.mode}); save it as PNG of 8 bits")


def _flat(image: "Image") -> "Image":
    """Without transparency: on white, or on black where far more can be seen there."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    visible = image.convert("RGBA")
    small = visible.reduce(max(1, max(visible.size) // _COMPARED))
    darker = _detail(small, "black") > _CLEARER * _detail(small, "white")
    return _on(visible, "black" if darker else "white")


def _on(image: "Image", colour: str) -> "Image":
    from PIL import Image

    paper = Image.new("RGB", image.size, colour)
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _detail(image: "Image", colour: str) -> float:
    """How much of a picture stands out from a background: the mean strength of its edges."""
    from PIL import ImageFilter, ImageOps, ImageStat

    # The filter copies the outermost pixels as they are, so they must be none of the picture.
    framed = ImageOps.expand(_on(image, colour), 1, colour).convert("L")
    edges = framed.filter(ImageFilter.FIND_EDGES)
    return ImageStat.Stat(ImageOps.crop(edges, 1)).mean[0]


def _upright(image: "Image", orientation: int) -> "Image":
    """Turned by what EXIF says (EXIF 2.32, section 4.6.4)."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image
