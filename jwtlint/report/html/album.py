"""Pictures that lie in the page, as long as there is room."""

import io
from base64 import b64encode
from pathlib import Path
from typing import NamedTuple

from ...source import SourceError

ROOM = 64 * 1024 * 1024
"""Characters of the page that pictures may take together."""

LONGEST = 1600
_QUALITY = 82
_FULL = f"left out: the pictures of this report take more than {ROOM >> 20} MiB"


class Embedded(NamedTuple):
    """A picture as an address that holds it, and its size in pixels before it was scaled down.

    Where `address` is empty, `missing` says why.
    """

    address: str
    size: tuple[int, int] = (0, 0)
    missing: str = ""


class Album:
    """Takes pictures until `room` characters are used; those that come later are left out."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._full = False

    def embed(self, path: str) -> Embedded:
        """A picture file, drawn anew: nothing but its pixels gets into the page."""
        if self._full:
            return Embedded("", missing=_FULL)
        try:
            address, size = _drawn(path)
        except SourceError as error:
            return Embedded("", missing=f"cannot be shown: {error.reason}")
        if len(address) > self._room:
            self._full = True
            return Embedded("", missing=_FULL)
        self._room -= len(address)
        return Embedded(address, size)


def _drawn(path: str) -> tuple[str, tuple[int, int]]:
    from PIL.Image import Resampling

    from ...picture.decode import decode
    from ...picture.file import load

    image = decode(load(Path(path)))
    size = image.size
    image.thumbnail((LONGEST, LONGEST), Resampling.LANCZOS)
    written = io.BytesIO()
    image.save(written, "WEBP", quality=_QUALITY, method=2)
    return f"data:image/webp;base64,{b64encode(written.getvalue()).decode('ascii')}", size
