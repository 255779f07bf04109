"""The picture of a case, small enough to be embedded, as long as it is the one that was reported."""

import base64
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from .....source import SourceError
from ...reading import Snapshot

LONGEST_SIDE = 1600
"""Pixels; larger pictures are made smaller."""
_QUALITY = 82


class Embedded(NamedTuple):
    """A picture as the address of an image, with the width and height of the original in pixels."""

    address: str
    size: tuple[int, int]


def embedded(content: Snapshot) -> Embedded | str | None:
    """The picture of what was reported; why it cannot be shown, where it cannot; None where there was none."""
    if content.picture is None:
        return None
    from .....picture.decode import decode
    from .....picture.file import load

    path = Path(content.picture)
    try:
        file = load(path)
        if blake2b(file.raw, digest_size=20).hexdigest() != content.picture_hash:
            return f"{path.name} is another picture than when it was reported, so it is not shown."
        image = decode(file)
    except SourceError as error:
        return f"{path.name} cannot be shown: {error.reason}."
    size = image.size
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = BytesIO()
    image.save(out, "WEBP", quality=_QUALITY)
    return Embedded(f"data:image/webp;base64,{base64.b64encode(out.getvalue()).decode('ascii')}", size)
