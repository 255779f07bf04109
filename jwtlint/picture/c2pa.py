"""Recognises a C2PA manifest store in a picture file, and reads what it claims.

Where the store stands is said in C2PA 2.4, appendix A: chunk caBX of a PNG, segments APP11 of a JPEG, chunk
C2PA of a WebP, a box uuid of an AVIF, an application block of a GIF, tag 0xCD41 of a TIFF. Nothing is
validated: what is read here is what the file says, not what is proven.
"""

from collections.abc import Iterable
from itertools import takewhile

from .container import Piece

# The type of a manifest store in JUMBF: the letters "c2pa" in a UUID of ISO.
_STORE = b"c2pa\x00\x11\x00\x10\x80\x00\x00\xaa\x00\x38\x9b\x71"
_BOX = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_SOURCE_TYPE = b"/digitalsourcetype/"
# Heads of CBOR texts (RFC 8949): the key, with its length in front.
_GENERATOR_INFO = b"\x74claim_generator_info"
_GENERATOR = b"\x6fclaim_generator"
_NAME = b"\x64name"
# How far behind claim_generator_info its name may stand; the map is small.
_WINDOW = 400


def manifest_store(form: str, pieces: Iterable[Piece]) -> bytes | None:
    """The bytes of the manifest store, None where there is none. That of a TIFF is a tag, not a piece."""
    segments: list[bytes] = []
    for piece in pieces:
        match form, piece.name:
            case ("PNG", "caBX") | ("WEBP", "C2PA"):
                return bytes(piece.data)
            case "GIF", name if name.startswith("C2PA_GIF"):
                return bytes(piece.data)
            case "AVIF", "uuid" if bytes(piece.data[:16]) == _BOX:
                return bytes(piece.data[16:])
            case "JPEG", "EB" if bytes(piece.data[:2]) == b"JP":
                # JPEG XT, ISO 18477-3: two bytes, number of the box, of the segment; each segment repeats the
                # head of the box.
                segments.append(bytes(piece.data[16 if segments else 8 :]))
    joined = b"".join(segments)
    return joined if _STORE in joined else None


def source_type(store: bytes) -> str | None:
    """The digital source type that the newest manifest, which is the last one, gives the picture."""
    _, found, rest = store.rpartition(_SOURCE_TYPE)
    if not found:
        return None
    return "".join(takewhile(str.isalpha, rest[:60].decode("ascii", "replace"))) or None


def claim_generator(store: bytes) -> str | None:
    """The program that wrote the newest manifest, by the name that it gives itself."""
    _, found, rest = store.rpartition(_GENERATOR_INFO)
    if found and (name := _text(rest[:_WINDOW].partition(_NAME)[2])):
        return name
    _, found, rest = store.rpartition(_GENERATOR)
    return _text(rest[:_WINDOW]) if found else None


def _text(data: bytes) -> str | None:
    """The CBOR text that the data begins with, if it is one of less than 256 bytes."""
    if not data or not 0x60 <= data[0] <= 0x78:
        return None
    start, length = (1, data[0] - 0x60) if data[0] < 0x78 else (2, data[1] if len(data) > 1 else 0)
    return data[start : start + length].decode("utf-8", "replace") or None
