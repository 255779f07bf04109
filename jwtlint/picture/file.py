"""A picture file as it was read: its bytes, format, size, frames and provenance. Nothing is decoded yet."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..source import SourceError
from . import exif
from .container import NAMES, identify, pieces
from .pillow import check_size, guarded, opened

if TYPE_CHECKING:
    from PIL.Image import Image

    from .provenance import Provenance

MAX_BYTES = 64 * 1024 * 1024
ENDINGS = {
    ".png": "PNG",
    ".apng": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".jpe": "JPEG",
    ".jfif": "JPEG",
    ".webp": "WEBP",
    ".avif": "AVIF",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".gif": "GIF",
}
"""The format that the ending of a name promises."""
_POINTER = b"version https://git-lfs.github.com/spec/"
_EXIF = frozenset({("PNG", "eXIf"), ("JPEG", "E1"), ("WEBP", "EXIF")})
_TURNED = frozenset({5, 6, 7, 8})
# A smaller copy of the first page, or its transparency (TIFF 6.0, NewSubfileType).
_NO_PAGE = 0b101


@dataclass(frozen=True)
class PictureFile:
    """A picture that can probably be decoded, within the limits.

    `width` and `height` are pixels of the upright picture. `format` is a key of `container.NAMES`, told from
    the bytes. `frames` is more than 1 only for an animated GIF, of which the first frame is read.
    `orientation` is how the decoded picture has to be turned, 1 to 8 as in EXIF.
    """

    path: str
    raw: bytes = field(repr=False)
    format: str
    width: int
    height: int
    frames: int = 1
    orientation: int = 1

    @property
    def byte_count(self) -> int:
        """The length of the file."""
        return len(self.raw)

    @cached_property
    def picture_hash(self) -> str:
        """SHA-256 of the bytes of the file, in hexadecimal."""
        import hashlib

        return hashlib.sha256(self.raw).hexdigest()

    @cached_property
    def provenance(self) -> "Provenance":
        """What the file says of where it comes from."""
        from .provenance import read_provenance

        return read_provenance(self.format, self.raw)


def load(path: Path) -> PictureFile:
    """Read a picture file and look at its head.

    Raises SourceError where it cannot be read, is empty, larger than MAX_BYTES, none of the six formats,
    called by the ending of another format, animated, damaged in its head, or beyond MAX_PIXELS or MAX_SIDE.

    Of an animated GIF the first frame is taken: a GIF that plays is a picture with effects more often than a
    film. Any other animation, and a TIFF of several pages, is refused, as nobody could tell which picture was
    checked.
    """
    return examine(str(path), read(path))


def read(path: Path) -> bytes:
    """The bytes of a picture file, of one that is too large only so many that it shows.

    Raises SourceError where it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise SourceError(str(path), _unreadable(error)) from None


def examine(name: str, raw: bytes) -> PictureFile:
    """Look at the head of a picture of that name. Raises SourceError as `load` does."""
    form = _format(name, raw)
    _check_tiles(name, form, raw)
    with guarded(name, form), opened(form, raw) as image:
        width, height = image.size
        check_size(name, width, height)
        frames, orientation = max(1, _frames(form, raw, image)), _orientation(form, raw, image)
    if frames > 1 and form != "GIF":
        what = f"{frames} pages" if form == "TIFF" else f"an animation of {frames} frames"
        raise SourceError(
            name, f"{what}, where one picture is wanted; save the one to check as a file of its own"
        )
    if orientation in _TURNED:
        width, height = height, width
    return PictureFile(name, raw, form, width, height, frames, orientation)


def _format(name: str, raw: bytes) -> str:
    """The format of the bytes, which the ending of the name must not contradict."""
    if not raw:
        raise SourceError(name, "an empty file; save the picture again")
    if len(raw) > MAX_BYTES:
        raise SourceError(name, f"larger than {MAX_BYTES >> 20} MiB; save it smaller")
    if raw.startswith(_POINTER):
        raise SourceError(name, "a Git LFS pointer instead of the picture; run: git lfs pull")
    form = identify(raw)
    if form is None:
        *most, last = NAMES.values()
        raise SourceError(name, f"no picture that can be read ({', '.join(most)} or {last}); save it as PNG")
    promised = ENDINGS.get(Path(name).suffix.lower(), form)
    if promised != form:
        ending = next(ending for ending, known in ENDINGS.items() if known == form)
        raise SourceError(name, f"holds {NAMES[form]}, not {NAMES[promised]}; rename it to end in {ending}")
    return form


def _check_tiles(name: str, form: str, raw: bytes) -> None:
    """A tile of a TIFF is decoded whole, and may be far larger than the picture that is cut from it."""
    page = next(exif.directories(raw), None) if form == "TIFF" else None
    if page is not None:
        check_size(name, page.number(exif.TILE_WIDTH), page.number(exif.TILE_LENGTH))


def _unreadable(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "no such picture; check the path"
        case IsADirectoryError():
            return "a folder, where a picture is wanted"
        case PermissionError():
            return "no permission to read it; change its mode"
        case OSError():
            return f"cannot be read: {error.strerror or error}"
    return f"no path: {error}"


def _frames(form: str, raw: bytes, image: "Image") -> int:
    match form:
        case "PNG":
            counts = (piece.data for piece in pieces(form, raw) if piece.name == "acTL")
            return int.from_bytes(next(counts, b"")[:4], "big")
        case "GIF":
            return sum(1 for piece in pieces(form, raw) if piece.name == "frame")
        case "TIFF":
            return sum(1 for page in exif.directories(raw) if not page.number(exif.SUBFILE_TYPE) & _NO_PAGE)
        case "JPEG":
            return 1
    return int(getattr(image, "n_frames", 1))


def _orientation(form: str, raw: bytes, image: "Image") -> int:
    """How the decoded picture has to be turned."""
    if form == "TIFF":
        # Pillow turns a TIFF itself, and says its size as it is then.
        return 1
    if form == "AVIF":
        # Only what the container itself says counts (irot, imir; HEIF, ISO 23008-12); Pillow puts it as EXIF.
        return int(image.getexif().get(exif.ORIENTATION, 1))
    for piece in pieces(form, raw):
        if (form, piece.name) in _EXIF and (found := exif.orientation(piece.data)) != 1:
            return found
    return 1
