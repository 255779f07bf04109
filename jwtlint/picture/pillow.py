"""The one place where Pillow opens a picture: one format, only what it draws, one sort of error."""

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from io import BytesIO
from typing import TYPE_CHECKING

from ..source import SourceError
from .container import NAMES, ContainerError, Piece, pieces

if TYPE_CHECKING:
    from PIL.Image import Image

# Decoded, a pixel takes four bytes; while a transparent WebP is decoded, five such pictures are in memory.
MAX_PIXELS = 36_000_000
MAX_SIDE = 20_000
# Texts, profiles and EXIF data draw nothing. Left out, they can neither stop a picture nor fill the memory.
_DRAWN = {
    "PNG": frozenset({"IHDR", "PLTE", "tRNS", "IDAT", "IEND"}),
    # No segments of applications and comments but JFIF and Adobe, which say how colours are coded.
    "JPEG": frozenset({f"{marker:02X}" for marker in range(0xC0, 0xE0)} | {"E0", "EE"}),
    "GIF": frozenset({"head", "control", "frame"}),
}
_HEADS = {"PNG": b"\x89PNG\r\n\x1a\n", "JPEG": b"\xff\xd8", "GIF": b""}
# A progressive JPEG has about ten scans, and each costs the time of all its pixels.
_MAX_SCANS = 100
_SCAN = b"\xff\xda"


@contextmanager
def guarded(path: str, form: str) -> Iterator[None]:
    """Inside it, files of this format are opened and decoded.

    Turns whatever Pillow raises into a SourceError of one line, and keeps its warnings from the user.
    """
    import logging

    from PIL import Image

    logging.getLogger("PIL").setLevel(logging.CRITICAL)
    with warnings.catch_warnings(), _silenced() if form == "TIFF" else nullcontext():
        warnings.simplefilter("ignore")
        try:
            yield
        except SourceError:
            raise
        except ContainerError:
            raise SourceError(path, f"in far too many pieces for {NAMES[form]}; save it again") from None
        except Image.DecompressionBombError:
            raise _too_large(path) from None
        except MemoryError:
            raise SourceError(path, "not enough memory to decode it; save it smaller") from None
        # On broken bytes the readers of the formats raise every sort of error, from struct.error to KeyError.
        except Exception:
            raise SourceError(path, _unreadable(form)) from None


@contextmanager
def _silenced() -> Iterator[None]:
    """libtiff writes its complaints straight to the error output, past Python and Pillow."""
    try:
        kept = os.dup(2)
    except OSError:
        # There is no error output, so nothing to keep clean.
        yield
        return
    try:
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def opened(form: str, raw: bytes) -> "Image":
    """The picture with its size, mode and frames, not yet decoded. To be called under `guarded`."""
    from PIL import Image

    if form == "JPEG" and raw.count(_SCAN) > _MAX_SCANS:
        raise ContainerError
    return Image.open(BytesIO(_drawn(form, raw)), formats=(form,))


def _drawn(form: str, raw: bytes) -> bytes:
    """The file without what its pixels do not need."""
    if form == "AVIF":
        return b"".join(_without_exif(piece) for piece in pieces(form, raw))
    if form not in _DRAWN:
        return raw
    kept = [piece.whole for piece in pieces(form, raw) if piece.name in _DRAWN[form]]
    return b"".join([_HEADS[form], *kept])


def _without_exif(piece: Piece) -> bytes | memoryview:
    # Places in the file are counted from its start, so nothing may move: the item gets a type that nobody
    # knows.
    return bytes(piece.whole).replace(b"Exif", b"none") if piece.name == "meta" else piece.whole


def check_size(path: str, width: int, height: int) -> None:
    """Raises SourceError for a size beyond the limits."""
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise _too_large(path, f"{width} × {height} pixels, which is")


def _too_large(path: str, what: str = "a picture of") -> SourceError:
    limits = f"{MAX_PIXELS // 1_000_000} million pixels or {MAX_SIDE:,} on a side"
    return SourceError(path, f"{what} more than {limits}; save it smaller")


def _unreadable(form: str) -> str:
    from PIL import features

    if form in ("AVIF", "WEBP") and not features.check(form.lower()):
        return f"the installed Pillow cannot read {NAMES[form]}; run: pip install --upgrade pillow"
    return f"damaged, cut off, or a rare kind of {NAMES[form]}; save it again, best as PNG"
