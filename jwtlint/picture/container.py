"""What a picture file is made of: PNG chunks, JPEG segments, RIFF chunks, BMFF boxes, GIF blocks."""

import zlib
from collections.abc import Iterator
from typing import NamedTuple

NAMES = {"PNG": "PNG", "JPEG": "JPEG", "WEBP": "WebP", "AVIF": "AVIF", "TIFF": "TIFF", "GIF": "GIF"}
"""The formats that are read, as Pillow and as people write them."""
# A PNG of 64 MiB in chunks of 8 KiB, as libpng writes them, has 8,192. More pieces only cost time.
MAX_PIECES = 65_536
# The pieces of a GIF are cut into blocks of 255 bytes: 263,172 of them in 64 MiB.
_MAX_BLOCKS = 300_000
_PNG_SIGNATURE = 8
_JPEG_SCAN = 0xDA
_JPEG_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})


class ContainerError(Exception):
    """A file in more pieces than any program writes."""


class Piece(NamedTuple):
    """A piece by its name, what it holds, and all its bytes as they stand in the file.

    The name is the type of a chunk or box, the hexadecimal marker of a JPEG segment, and in a GIF
    "head", "control", "frame", "comment", "text" or the identifier of an application.
    """

    name: str
    data: memoryview
    whole: memoryview


def identify(raw: bytes) -> str | None:
    """The format by the first bytes, whatever the file is called; None where it is none of the six.

    AVIF is told by its brands (AVIF 1.1, section 6), the first or a compatible one.
    """
    if raw.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if raw.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if raw.startswith(b"RIFF") and raw[8:12] == b"WEBP":
        return "WEBP"
    if raw.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if raw.startswith((b"II*\0", b"MM\0*")):
        return "TIFF"
    if raw[4:8] == b"ftyp":
        brands = raw[8 : min(int.from_bytes(raw[:4], "big"), 256)]
        if any(brands[at : at + 4] in (b"avif", b"avis") for at in range(0, len(brands), 4)):
            return "AVIF"
    return None


def pieces(form: str, raw: bytes) -> Iterator[Piece]:
    """The pieces in their order, up to the first that is cut off; none of a TIFF, which has none.

    A JPEG ends with one piece "DA" from its first scan to the end of the file. A chunk of a PNG that its
    pixels do not need is left out where its checksum is wrong. Raises ContainerError for more than
    MAX_PIECES.
    """
    walk = {"PNG": _png, "JPEG": _jpeg, "WEBP": _riff, "AVIF": _boxes, "GIF": _gif}.get(form)
    if walk is None:
        return
    for number, piece in enumerate(walk(memoryview(raw))):
        if number == MAX_PIECES:
            raise ContainerError
        yield piece


def _png(view: memoryview) -> Iterator[Piece]:
    at = _PNG_SIGNATURE
    while at + 12 <= len(view):
        length = int.from_bytes(view[at : at + 4], "big")
        end = at + 12 + length
        kind, data = view[at + 4 : at + 8], view[at + 8 : at + 8 + length]
        ancillary = bool(kind[0] & 0x20)
        check = int.from_bytes(view[end - 4 : end], "big")
        if not ancillary or (end <= len(view) and zlib.crc32(view[at + 4 : end - 4]) == check):
            yield Piece(_name(kind), data, view[at:end])
        if bytes(kind) == b"IEND":
            return
        at = end


def _jpeg(view: memoryview) -> Iterator[Piece]:
    at = 2
    while at + 4 <= len(view) and view[at] == 0xFF:
        marker = view[at + 1]
        if marker == _JPEG_SCAN:
            yield Piece("DA", view[at + 2 :], view[at:])
            return
        if marker == 0xFF:
            at += 1
        elif marker in _JPEG_WITHOUT_LENGTH:
            at += 2
        else:
            end = at + 2 + max(2, int.from_bytes(view[at + 2 : at + 4], "big"))
            yield Piece(f"{marker:02X}", view[at + 4 : end], view[at:end])
            at = end


def _riff(view: memoryview) -> Iterator[Piece]:
    at = 12
    while at + 8 <= len(view):
        length = int.from_bytes(view[at + 4 : at + 8], "little")
        end = at + 8 + length
        yield Piece(_name(view[at : at + 4]), view[at + 8 : end], view[at:end])
        at = end + length % 2


def _boxes(view: memoryview) -> Iterator[Piece]:
    at = 0
    while at + 8 <= len(view):
        length, head = int.from_bytes(view[at : at + 4], "big"), 8
        if length == 1:
            length, head = int.from_bytes(view[at + 8 : at + 16], "big"), 16
        end = at + length if length else len(view)
        yield Piece(_name(view[at + 4 : at + 8]), view[at + head : end], view[at:end])
        at = max(end, at + head)


def _gif(view: memoryview) -> Iterator[Piece]:
    if len(view) < 13:
        return
    at = 13 + _palette(view[10])
    yield Piece("head", view[6:at], view[:at])
    blocks = 0
    while at + 2 <= len(view):
        start = at
        if view[at] == 0x2C and at + 10 < len(view):
            # A palette of its own, then a byte that says how its pixels are packed.
            name, at = "frame", at + 11 + _palette(view[at + 9])
        elif view[at] == 0x21 and view[at + 1] == 0xFF:
            name, at = _name(view[at + 3 : at + 14]), at + 14
        elif view[at] == 0x21:
            name, at = {0xF9: "control", 0xFE: "comment"}.get(view[at + 1], "text"), at + 2
        else:
            return
        data = at
        while at < len(view) and view[at]:
            at += 1 + view[at]
            blocks += 1
            if blocks > _MAX_BLOCKS:
                raise ContainerError
        at += 1
        yield Piece(name, view[data:at], view[start:at])


def _palette(flags: int) -> int:
    """Bytes of the palette that follows, from the flags of a screen or a frame."""
    return 3 << (flags % 8 + 1) if flags & 0x80 else 0


def _name(kind: memoryview) -> str:
    return bytes(kind).decode("latin-1")
