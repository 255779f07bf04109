"""What a picture file says of where it comes from: its texts, prompts, generator, and how it was made."""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from . import c2pa, exif, xmp
from .container import ContainerError, Piece, pieces
from .embedded_prompt import EmbeddedPrompt, embedded_prompts

MAX_TEXTS = 64
MAX_TEXT = 20_000
MAX_PROMPTS = 16
# The graph of a large ComfyUI workflow has some hundred kilobytes; its prompt is short.
_MAX_READ = 512 * 1024
_XMP_OF_JPEG = b"http://ns.adobe.com/xap/1.0/\0"
_XMP_END = b"</x:xmpmeta>"
_EXIF_HEADS = (b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08")
_XMP_OF_PNG = "XML:com.adobe.xmp"
_PROPERTIES = {
    (xmp.IPTC, "DigitalSourceType"): "Iptc4xmpExt:DigitalSourceType",
    (xmp.IPTC, "AIPromptInformation"): "Iptc4xmpExt:AIPromptInformation",
    (xmp.IPTC, "AISystemUsed"): "Iptc4xmpExt:AISystemUsed",
    (xmp.BASIC, "CreatorTool"): "xmp:CreatorTool",
    (xmp.DUBLIN_CORE, "description"): "dc:description",
}


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the file says; nothing of it is proven, and all of it may be hostile text.

    `texts` are its texts with their names, each of at most MAX_TEXT characters, `prompts` the generation
    prompts among them. `generator` is the program or model that drew it. `source_type` is the IPTC digital
    source type without its address ("trainedAlgorithmicMedia";
    https://cv.iptc.org/newscodes/digitalsourcetype/). `c2pa` says that a C2PA manifest is there, not that it
    is valid.
    """

    texts: tuple[tuple[str, str], ...] = ()
    prompts: tuple[str, ...] = ()
    generator: str | None = None
    source_type: str | None = None
    c2pa: bool = False


def read_provenance(form: str, raw: bytes) -> Provenance:
    """The provenance of a file of this format. What is damaged is left out: it never fails."""
    try:
        parts = tuple(pieces(form, raw))
    except ContainerError:
        return Provenance()
    found = tuple(islice(_texts(form, raw, parts), MAX_TEXTS))
    by_name = dict(reversed(found))
    prompts = tuple(islice(embedded_prompts(found), MAX_PROMPTS))
    store = _store(form, raw, parts)
    address = by_name.get("Iptc4xmpExt:DigitalSourceType", "")
    return Provenance(
        texts=tuple((name[:100], value[:MAX_TEXT]) for name, value in found),
        prompts=tuple(dict.fromkeys(one.value[:MAX_TEXT] for one in prompts if one.value.strip())),
        generator=_generator(by_name, prompts, store),
        source_type=_last_segment(address) or (c2pa.source_type(store) if store is not None else None),
        c2pa=store is not None,
    )


def _generator(texts: dict[str, str], prompts: Iterable[EmbeddedPrompt], store: bytes | None) -> str | None:
    """Who drew it: a model before a program, and the program that only saved the file last."""
    named = (
        texts.get("Iptc4xmpExt:AISystemUsed"),
        *(one.generator for one in prompts),
        texts.get("Software"),
        texts.get("xmp:CreatorTool"),
        c2pa.claim_generator(store) if store is not None else None,
    )
    return next((name.strip()[:200] for name in named if name and name.strip()), None)


def _last_segment(address: str) -> str | None:
    return address.rstrip("/").rsplit("/", 1)[-1][:100] or None


def _store(form: str, raw: bytes, parts: Iterable[Piece]) -> bytes | None:
    if form != "TIFF":
        return c2pa.manifest_store(form, parts)
    first = next(exif.directories(raw), None)
    return bytes(first.value(exif.C2PA)) if first is not None and exif.C2PA in first else None


def _texts(form: str, raw: bytes, parts: tuple[Piece, ...]) -> Iterator[tuple[str, str]]:
    packet: bytes | memoryview = b""
    for piece in parts:
        match form, piece.name:
            case "PNG", "tEXt" | "zTXt" | "iTXt":
                keyword, text = _png_text(piece)
                if keyword == _XMP_OF_PNG:
                    packet = text
                elif keyword:
                    yield keyword, _decode(text)
            case ("PNG", "eXIf") | ("WEBP", "EXIF"):
                yield from exif.texts(piece.data, _MAX_READ)
            case "JPEG", "E1" if bytes(piece.data[:6]) == b"Exif\0\0":
                yield from exif.texts(piece.data, _MAX_READ)
            case "JPEG", "E1" if bytes(piece.data[: len(_XMP_OF_JPEG)]) == _XMP_OF_JPEG:
                packet = piece.data[len(_XMP_OF_JPEG) :]
            case "JPEG", "FE":
                yield "comment", _decode(bytes(piece.data).rstrip(b"\0"))
            case "GIF", "comment":
                yield "comment", _decode(_joined(piece.data[:_MAX_READ]))
            case "WEBP", "XMP ":
                packet = piece.data
    if form == "TIFF":
        yield from exif.texts(raw, _MAX_READ)
        packet = next((one.value(exif.XMP) for one in exif.directories(raw)), packet)
    elif form in ("AVIF", "GIF"):
        # Their packets stand behind tables of places, or between the blocks, but are made to be found by
        # searching.
        start = raw.find(b"<x:xmpmeta")
        packet = raw[start : raw.find(_XMP_END, start) + len(_XMP_END)] if start >= 0 else b""
    if form == "AVIF":
        start = max(raw.find(head) for head in _EXIF_HEADS)
        yield from exif.texts(memoryview(raw)[start:], _MAX_READ) if start >= 0 else ()
    for key, value in xmp.properties(packet, frozenset(_PROPERTIES)).items():
        yield _PROPERTIES[key], value


def _png_text(piece: Piece) -> tuple[str, bytes]:
    """Keyword and text of a chunk (PNG, third edition, section 11.3.3).

    There is no keyword where the chunk is damaged or too large.
    """
    if len(piece.data) > _MAX_READ:
        return "", b""
    keyword, _, rest = bytes(piece.data).partition(b"\0")
    compressed = piece.name == "zTXt"
    if compressed:
        rest = rest[1:]
    elif piece.name == "iTXt":
        compressed = rest[:1] == b"\x01"
        # Behind its two flags come the language and the keyword in that language.
        _, _, rest = rest[2:].partition(b"\0")
        _, _, rest = rest.partition(b"\0")
    try:
        return _decode(keyword), _inflate(rest) if compressed else rest
    except zlib.error:
        return "", b""


def _inflate(data: bytes) -> bytes:
    return zlib.decompressobj().decompress(data, _MAX_READ)


def _joined(blocks: memoryview) -> bytes:
    """The bytes of GIF blocks without the lengths in front of them."""
    parts: list[bytes] = []
    at = 0
    while at < len(blocks) and blocks[at]:
        parts.append(bytes(blocks[at + 1 : at + 1 + blocks[at]]))
        at += 1 + blocks[at]
    return b"".join(parts)


def _decode(data: bytes) -> str:
    # A tEXt chunk is to be Latin-1; much software writes UTF-8 all the same.
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")
