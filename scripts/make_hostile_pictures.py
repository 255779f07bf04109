"""Writes fixtures/pictures/hostile: pictures that are broken, huge, mislabelled, or of a rare kind.

python scripts/make_hostile_pictures.py

The same bytes come out with the same version of Pillow. What each file must lead to stands in
tests/picture/test_decode.py.
"""

import io
import random
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

FOLDER = Path(__file__).parents[1] / "fixtures" / "pictures" / "hostile"
SIZE = (96, 64)
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
BROKEN_EXIF = b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\x12\x01\x03\0\xff\xff\xff\xff\xff\xff\xff\xff" * 3
ESCAPES = "\x1b[2J\x1b]0;owned\x07\x1b[31mred\u202egnp.exe\u2066\u200b\r\nsecond line"


def diagram(mode: str = "RGB", paper: Any = "white", ink: Any = "navy") -> Image.Image:
    """Two boxes and an arrow; red in the upper left corner, so that a turned picture can be told."""
    image = Image.new(mode, SIZE, paper)
    draw = ImageDraw.Draw(image)
    draw.rectangle((8, 20, 36, 44), outline=ink, width=3)
    draw.rectangle((58, 20, 86, 44), outline=ink, width=3)
    draw.line((36, 32, 58, 32), fill=ink, width=3)
    if mode == "RGB":
        draw.rectangle((0, 0, 7, 7), fill="red")
    return image


def saved(image: Image.Image, form: str, **options: Any) -> bytes:
    """The picture in a format."""
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def png(head: tuple[int, int, int, int], rows: bytes, *others: bytes) -> bytes:
    """A PNG of width, height, bits and colour type, of rows with their filters, and with other chunks."""
    ihdr = chunk(b"IHDR", struct.pack(">IIBBBBB", *head, 0, 0, 0))
    idat = chunk(b"IDAT", zlib.compress(rows, 9))
    return b"".join([PNG_SIGNATURE, ihdr, *others, idat, chunk(b"IEND", b"")])


def chunk(kind: bytes, data: bytes) -> bytes:
    """A PNG chunk with its length and checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def orientation(value: int) -> Image.Exif:
    """EXIF data that say how the picture has to be turned."""
    exif = Image.Exif()
    exif[0x0112] = value
    return exif


def pictures() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every file."""
    yield from _no_pictures()
    yield from _too_large()
    yield from _cut_off()
    yield from _broken_metadata()
    yield from _several_pictures()
    yield from _transparent()
    yield from _rare_pixels()
    for form, ending in (
        ("JPEG", "jpg"),
        ("PNG", "png"),
        ("WEBP", "webp"),
        ("TIFF", "tiff"),
        ("AVIF", "avif"),
    ):
        lossless = {"lossless": True} if form == "WEBP" else {}
        turned = diagram().transpose(Image.Transpose.ROTATE_90)
        yield f"rotated.{ending}", saved(turned, form, exif=orientation(6), **lossless)


def _no_pictures() -> Iterator[tuple[str, bytes]]:
    yield "empty.png", b""
    yield "text.png", b"This is no picture.\n"
    yield "pointer.png", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12345\n"
    yield "garbage.png", PNG_SIGNATURE + random.Random(4).randbytes(400)
    yield "jpeg.png", saved(diagram(), "JPEG")
    yield "vector.png", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\n'


def _too_large() -> Iterator[tuple[str, bytes]]:
    yield "bomb.png", png((20_000, 20_000, 1, 0), bytes(2501) * 20_000)
    yield "narrow.png", png((1, 30_000, 8, 0), bytes(2) * 30_000)
    yield "wide.png", png((15_000, 1, 8, 0), bytes(1) + b"\xff" * 15_000)
    yield "one-pixel.png", png((1, 1, 8, 2), b"\0\x10\x20\x30")
    gif = saved(diagram(), "GIF")
    yield "bomb.gif", gif[:6] + struct.pack("<HH", 0xFFFF, 0xFFFF) + gif[10:]
    webp = saved(diagram(), "WEBP", exif=orientation(1))
    canvas = struct.pack("<I", 16_383)[:3]
    yield "bomb.webp", webp[:24] + canvas + canvas + webp[30:]
    jpeg = saved(diagram(), "JPEG")
    at = jpeg.index(b"\xff\xc0") + 5
    yield "bomb.jpg", jpeg[:at] + struct.pack(">HH", 0xFFFF, 0xFFFF) + jpeg[at + 4 :]
    progressive = saved(diagram(), "JPEG", progressive=True)
    last = progressive.rindex(b"\xff\xda")
    yield "many-scans.jpg", progressive[:last] + progressive[last:-2] * 150 + progressive[-2:]


def _cut_off() -> Iterator[tuple[str, bytes]]:
    noise = Image.frombytes("RGB", SIZE, random.Random(7).randbytes(SIZE[0] * SIZE[1] * 3)).reduce(2)
    for form, ending in (
        ("PNG", "png"),
        ("JPEG", "jpg"),
        ("WEBP", "webp"),
        ("AVIF", "avif"),
        ("GIF", "gif"),
        ("TIFF", "tiff"),
    ):
        whole = saved(noise, form)
        yield f"truncated.{ending}", whole[: len(whole) * 3 // 5]
    lzw = saved(noise, "TIFF", compression="tiff_lzw")
    yield "broken-lzw.tiff", lzw.replace(lzw[20:40], bytes(20))
    yield "short-rows.png", png((*SIZE, 8, 2), (b"\0" + b"\xff" * SIZE[0] * 3) * 20)
    whole = saved(diagram(), "PNG")
    at = whole.index(b"IDAT") + 12
    yield "bad-checksum.png", whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]


def _broken_metadata() -> Iterator[tuple[str, bytes]]:
    profile = b"no profile at all" * 20
    for form, ending in (("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")):
        lossless = {"lossless": True} if form == "WEBP" else {}
        yield f"corrupt-exif.{ending}", saved(diagram(), form, exif=BROKEN_EXIF, **lossless)
        yield f"corrupt-profile.{ending}", saved(diagram(), form, icc_profile=profile, **lossless)
    spoken = orientation(1)
    spoken[0x010E] = "a description"
    avif = saved(diagram(), "AVIF", exif=spoken, quality=95)
    yield "corrupt-exif.avif", avif.replace(b"MM\0*", b"MMMM").replace(b"II*\0", b"IIII")
    rows = (b"\0" + b"\xff\0\0" * SIZE[0]) * SIZE[1]
    texts = PngInfo()
    texts.add_text("Software", ESCAPES)
    texts.add_itxt("Comment", ESCAPES, lang="en")
    yield "escapes.png", saved(diagram(), "PNG", pnginfo=texts)
    bomb = zlib.compress(bytes(32 * 1024 * 1024), 9)
    yield "text-bomb.png", png((*SIZE, 8, 2), rows, chunk(b"zTXt", b"Comment\0\0" + bomb))
    yield "profile-bomb.png", png((*SIZE, 8, 2), rows, chunk(b"iCCP", b"p\0\0" + bomb))
    damaged = chunk(b"tEXt", b"Comment\0bad checksum")[:-1] + b"\0"
    yield "bad-text-checksum.png", png((*SIZE, 8, 2), rows, damaged)


def _several_pictures() -> Iterator[tuple[str, bytes]]:
    frames = [diagram(ink=ink) for ink in ("navy", "red", "green")]
    for form, ending in (("PNG", "png"), ("WEBP", "webp"), ("GIF", "gif"), ("AVIF", "avif")):
        yield (
            f"animated.{ending}",
            saved(frames[0], form, save_all=True, append_images=frames[1:], duration=90),
        )
    pages = saved(frames[0], "TIFF", save_all=True, append_images=frames[1:], compression="tiff_lzw")
    yield "pages.tiff", pages


def _transparent() -> Iterator[tuple[str, bytes]]:
    nothing = (0, 0, 0, 0)
    yield "transparent.png", saved(Image.new("RGBA", SIZE, nothing), "PNG")
    yield "light-on-nothing.png", saved(diagram("RGBA", nothing, (250, 250, 250, 255)), "PNG")
    yield "dark-on-nothing.png", saved(diagram("RGBA", nothing, (10, 10, 60, 255)), "PNG")
    palette = diagram().quantize(8)
    yield "palette.png", saved(palette, "PNG", transparency=palette.getpixel((50, 5)))
    yield "palette.gif", saved(palette, "GIF", transparency=palette.getpixel((50, 5)))


def _rare_pixels() -> Iterator[tuple[str, bytes]]:
    grey = b"".join(
        b"\0" + struct.pack(f">{SIZE[0]}H", *[step * 682 for step in range(SIZE[0])]) for _ in range(64)
    )
    yield "sixteen-bit.png", png((*SIZE, 16, 0), grey)
    yield (
        "sixteen-bit-colour.png",
        png((*SIZE, 16, 2), (b"\0" + b"\xc0\xff\x40\x00\x00\xff" * SIZE[0]) * SIZE[1]),
    )
    deep = Image.frombytes(
        "I;16", SIZE, struct.pack(f"<{SIZE[0]}H", *[step * 682 for step in range(96)]) * 64
    )
    yield "sixteen-bit.tiff", saved(deep, "TIFF")
    yield "floating.tiff", saved(Image.new("F", SIZE, 0.5), "TIFF")
    yield "cmyk.jpg", saved(diagram().convert("CMYK"), "JPEG", quality=95)
    yield "one-bit.tiff", saved(diagram().convert("1"), "TIFF", compression="group4")
    yield "grey-alpha.png", saved(diagram("LA", (0, 0), (40, 255)), "PNG")
    yield "colour.avif", saved(diagram(), "AVIF", quality=95)


def main() -> None:
    """Write every file."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, raw in pictures():
        (FOLDER / name).write_bytes(raw)


if __name__ == "__main__":
    main()
