"""Reads tags of EXIF data, which is a small TIFF, without copying what the tags do not hold.

A general reader copies the value of every tag; some thousand tags that all point at the same megabytes then
fill the memory. This one only looks where it is asked to.
"""

from collections.abc import Iterator
from typing import Literal

ORIENTATION = 0x0112
SUBFILE_TYPE = 0x00FE
TILE_WIDTH = 0x0142
TILE_LENGTH = 0x0143
XMP = 0x02BC
C2PA = 0xCD41
_EXIF_DIRECTORY = 0x8769
_USER_COMMENT = 0x9286
_TEXTS = {
    0x010E: "ImageDescription",
    0x010F: "Make",
    0x0110: "Model",
    0x0131: "Software",
    0x013B: "Artist",
    0x8298: "Copyright",
}
# Bytes of a value by its type: TIFF 6.0, section 2, and the later IFD, LONG8, SLONG8 and IFD8.
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
_SIZES |= {13: 4, 16: 8, 17: 8, 18: 8}
MAX_DIRECTORIES = 100
_Order = Literal["little", "big"]


class Directory:
    """An image file directory: tags and where their values stand."""

    def __init__(self, view: memoryview, order: _Order, at: int) -> None:
        self._view = view
        self.order = order
        count = self._number(at, 2)
        last = min(at + 2 + 12 * count, len(view))
        # Of a tag that stands there twice the first counts.
        self._entries = {self._number(entry, 2): entry for entry in reversed(range(at + 2, last - 11, 12))}
        self.next = self._number(at + 2 + 12 * count, 4)

    def __contains__(self, tag: int) -> bool:
        return tag in self._entries

    def value(self, tag: int) -> memoryview:
        """The bytes of a tag; empty where it is absent or lies outside the data."""
        entry = self._entries.get(tag)
        if entry is None:
            return self._view[:0]
        size = self._unit(entry) * self._number(entry + 4, 4)
        start = entry + 8 if size <= 4 else self._number(entry + 8, 4)
        return self._view[start : start + size] if start + size <= len(self._view) else self._view[:0]

    def number(self, tag: int) -> int:
        """The first number of a tag of whole numbers; 0 where there is none."""
        entry = self._entries.get(tag)
        return int.from_bytes(self.value(tag)[: self._unit(entry)], self.order) if entry is not None else 0

    def _unit(self, entry: int) -> int:
        return _SIZES.get(self._number(entry + 2, 2), 0)

    def _number(self, at: int, size: int) -> int:
        return int.from_bytes(self._view[at : at + size], self.order)

    def within(self, tag: int) -> "Directory":
        """The directory that a tag points at; an empty one where there is none."""
        return Directory(self._view, self.order, self.number(tag) or len(self._view))


def directories(data: bytes | memoryview) -> Iterator[Directory]:
    """The directories of EXIF data (with or without its "Exif" head) or of a TIFF, one for each page.

    At most MAX_DIRECTORIES, none twice, and none of what is no TIFF.
    """
    view = memoryview(data)
    while bytes(view[:6]) == b"Exif\0\0":
        view = view[6:]
    if bytes(view[:4]) not in (b"II*\0", b"MM\0*"):
        return
    order: _Order = "little" if view[0] == 0x49 else "big"
    at = int.from_bytes(view[4:8], order)
    seen: set[int] = set()
    while 8 <= at < len(view) and at not in seen and len(seen) < MAX_DIRECTORIES:
        seen.add(at)
        directory = Directory(view, order, at)
        yield directory
        at = directory.next


def orientation(data: bytes | memoryview) -> int:
    """How the picture has to be turned: 1 to 8 as in EXIF 2.32, section 4.6.4; 1 where that is not said."""
    found = next((one.number(ORIENTATION) for one in directories(data)), 1)
    return found if 1 <= found <= 8 else 1


def texts(data: bytes | memoryview, longest: int) -> Iterator[tuple[str, str]]:
    """The tags of the first directory that hold text of people or programs, with their names in EXIF.

    None of more than `longest` bytes.
    """
    for directory in directories(data):
        for tag, name in _TEXTS.items():
            value = directory.value(tag)
            if value and len(value) <= longest:
                yield name, bytes(value).split(b"\0")[0].decode("utf-8", "replace")
        comment = directory.within(_EXIF_DIRECTORY).value(_USER_COMMENT)
        if 8 < len(comment) <= longest:
            yield "UserComment", _comment(bytes(comment), directory.order)
        return


def _comment(value: bytes, order: _Order) -> str:
    """A UserComment; its first eight bytes name its code (EXIF 2.32, section 4.6.5)."""
    text = value[8:]
    if not value.startswith(b"UNICODE\0"):
        return text.decode("utf-8", "replace").rstrip("\0 ")
    # The order should be that of the EXIF data; much software writes the other one. Most letters have a zero
    # byte.
    even, odd = text[::2].count(0), text[1::2].count(0)
    big = even > odd if even != odd else order == "big"
    return text.decode("utf-16-be" if big else "utf-16-le", "replace").strip("\ufeff\0 ")
