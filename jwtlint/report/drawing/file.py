"""Files for drawn pictures: named like the picture, written all at once, and never over a file of somebody else."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ...files import put

if TYPE_CHECKING:
    from PIL.Image import Image

_KEYWORD = "jwtlint"
_HEAD = 512
"""Where in a file of ours its text stands: right behind its head."""


def save(image: "Image", picture: Path, folder: Path, what: str = "") -> Path:
    """Write what was drawn on a picture as PNG into a folder, which is created; returns its path.

    It is called like the picture, with "-`what`" behind its name where that is said, and a number where another
    picture of that name has been drawn there, or somebody else's file is in the way. What an earlier run drew on the
    same picture is replaced. Raises OSError where it cannot be written, or would be the picture itself.
    """
    from PIL.PngImagePlugin import PngInfo

    folder.mkdir(parents=True, exist_ok=True)
    owner = _owner(picture, what)
    target = _target(picture, folder, what, owner)
    info = PngInfo()
    info.add_text(_KEYWORD, owner)
    put(target, lambda file: image.save(file, "PNG", pnginfo=info))
    return target


def _target(picture: Path, folder: Path, what: str, owner: str) -> Path:
    for target in _names(picture, folder, what):
        if not os.path.lexists(target):
            return target
        if target.exists() and target.samefile(picture):
            raise FileExistsError(f"{target} would overwrite the picture itself; choose another folder")
        if _is_owned(target, owner):
            return target
    raise AssertionError("there is always another number")


def _names(picture: Path, folder: Path, what: str) -> Iterator[Path]:
    name = f"{picture.stem}-{what}" if what else picture.stem
    yield folder / f"{name}.png"
    number = 2
    while True:
        yield folder / f"{name}-{number}.png"
        number += 1


def _owner(picture: Path, what: str) -> str:
    """A name for the picture that tells nobody where it lies."""
    from hashlib import blake2b

    name = f"{what}\0{os.path.abspath(picture)}".encode("utf-8", "surrogatepass")
    return blake2b(name, digest_size=12).hexdigest()


def _is_owned(target: Path, owner: str) -> bool:
    try:
        with target.open("rb") as file:
            return f"{_KEYWORD}\0{owner}".encode() in file.read(_HEAD)
    except OSError:
        return False
