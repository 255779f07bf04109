"""Reading and decoding picture files, most of them hostile."""

import hashlib
import io
import pickle
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from jwtlint.picture.container import ContainerError, identify, pieces
from jwtlint.picture.decode import decode
from jwtlint.picture.file import MAX_BYTES, PictureFile, load
from jwtlint.picture.pillow import MAX_PIXELS, MAX_SIDE
from jwtlint.picture.provenance import MAX_TEXT
from jwtlint.source import SourceError

HOSTILE = Path(__file__).parents[2] / "fixtures" / "pictures" / "hostile"
SIZE = (96, 64)
RED, WHITE, BLACK, NAVY = (255, 0, 0), (255, 255, 255), (0, 0, 0), (0, 0, 128)
PAPER, CORNER, BOX = (50, 60), (2, 2), (9, 32)
"""Points of the diagram of scripts/make_hostile_pictures.py: free paper, its red corner, the rim of a box."""

REFUSED = {
    "animated.avif": "an animation of 3 frames, where one picture is wanted; save the one to check",
    "animated.png": "an animation of 3 frames, where one picture is wanted; save the one to check",
    "animated.webp": "an animation of 3 frames, where one picture is wanted; save the one to check",
    "bad-checksum.png": "damaged, cut off, or a rare kind of PNG; save it again",
    "bomb.gif": "more than 36 million pixels or 20,000 on a side; save it smaller",
    "bomb.jpg": "more than 36 million pixels or 20,000 on a side; save it smaller",
    "bomb.png": "more than 36 million pixels or 20,000 on a side; save it smaller",
    "bomb.webp": "more than 36 million pixels or 20,000 on a side; save it smaller",
    "broken-lzw.tiff": "damaged, cut off, or a rare kind of TIFF; save it again",
    "empty.png": "an empty file; save the picture again",
    "floating.tiff": r"pixels of a rare kind \(F\); save it as PNG of 8 bits",
    "garbage.png": "damaged, cut off, or a rare kind of PNG; save it again",
    "jpeg.png": r"holds JPEG, not PNG; rename it to end in \.jpg",
    "many-scans.jpg": "in far too many pieces for JPEG; save it again",
    "narrow.png": "1 × 30000 pixels, which is more than 36 million pixels or 20,000 on a side; save it smaller",
    "pages.tiff": "3 pages, where one picture is wanted; save the one to check",
    "pointer.png": "a Git LFS pointer instead of the picture; run: git lfs pull",
    "short-rows.png": "cut off: rows of the picture are missing; save it again",
    "text.png": r"no picture that can be read \(PNG, JPEG, WebP, AVIF, TIFF or GIF\); save it as PNG",
    "truncated.avif": "damaged, cut off, or a rare kind of AVIF; save it again",
    "truncated.gif": "damaged, cut off, or a rare kind of GIF; save it again",
    "truncated.jpg": "damaged, cut off, or a rare kind of JPEG; save it again",
    "truncated.png": "cut off: rows of the picture are missing; save it again",
    "truncated.tiff": "damaged, cut off, or a rare kind of TIFF; save it again",
    "truncated.webp": "damaged, cut off, or a rare kind of WebP; save it again",
    "vector.png": "no picture that can be read .*; save it as PNG",
}
"""What is said of each file that cannot be checked."""

DIAGRAM = {PAPER: WHITE, CORNER: RED, BOX: NAVY}
PLAIN_RED = {PAPER: RED, BOX: RED}
DECODED: dict[str, dict[tuple[int, int], tuple[int, int, int]]] = {
    "animated.gif": DIAGRAM,
    "bad-text-checksum.png": PLAIN_RED,
    "cmyk.jpg": DIAGRAM,
    "colour.avif": DIAGRAM,
    "corrupt-exif.avif": DIAGRAM,
    "corrupt-exif.jpg": DIAGRAM,
    "corrupt-exif.png": DIAGRAM,
    "corrupt-exif.webp": DIAGRAM,
    "corrupt-profile.jpg": DIAGRAM,
    "corrupt-profile.png": DIAGRAM,
    "corrupt-profile.webp": DIAGRAM,
    "dark-on-nothing.png": {PAPER: WHITE, BOX: (10, 10, 60)},
    "escapes.png": DIAGRAM,
    "grey-alpha.png": {PAPER: WHITE, BOX: (40, 40, 40)},
    "light-on-nothing.png": {PAPER: BLACK, BOX: (250, 250, 250)},
    "one-bit.tiff": {PAPER: WHITE, BOX: BLACK},
    "one-pixel.png": {(0, 0): (16, 32, 48)},
    "palette.gif": DIAGRAM,
    "palette.png": DIAGRAM,
    "profile-bomb.png": PLAIN_RED,
    "rotated.avif": DIAGRAM,
    "rotated.jpg": DIAGRAM,
    "rotated.png": DIAGRAM,
    "rotated.tiff": DIAGRAM,
    "rotated.webp": DIAGRAM,
    # A step of 682 for each column: its upper eight bits, not 255 from the first column on.
    "sixteen-bit-colour.png": {PAPER: (192, 64, 0)},
    "sixteen-bit.png": {(0, 0): BLACK, (48, 5): (127,) * 3, (95, 5): (252,) * 3},
    "sixteen-bit.tiff": {(0, 0): BLACK, (48, 5): (127,) * 3, (95, 5): (252,) * 3},
    "text-bomb.png": PLAIN_RED,
    "transparent.png": {PAPER: WHITE, BOX: WHITE},
    "wide.png": {(0, 0): WHITE, (14_999, 0): WHITE},
}
"""Points and their colours of each file that can be checked."""
SIZES = {"one-pixel.png": (1, 1), "wide.png": (15_000, 1)}


def _read(path: Path) -> Image.Image:
    return decode(load(path))


def _write(folder: Path, raw: bytes, name: str = "picture") -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


def _saved(image: Image.Image, form: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def _chunk(kind: bytes, data: bytes = b"") -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_every_hostile_file_has_an_expectation() -> None:
    assert {path.name for path in HOSTILE.iterdir()} == {*REFUSED, *DECODED}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_checked_is_one_line_with_a_remedy(
    name: str, recwarn: pytest.WarningsRecorder, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SourceError, match=REFUSED[name]) as refused:
        _read(HOSTILE / name)
    assert refused.value.path == str(HOSTILE / name)
    assert refused.value.reason.isprintable()
    assert not recwarn.list
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", DECODED)
def test_what_can_be_checked_decodes_upright_to_rgb(
    name: str, recwarn: pytest.WarningsRecorder, capfd: pytest.CaptureFixture[str]
) -> None:
    file = load(HOSTILE / name)
    image = decode(file)
    assert image.mode == "RGB"
    assert image.size == (file.width, file.height) == SIZES.get(name, SIZE)
    for point, colour in DECODED[name].items():
        assert _near(image, point, colour), (point, image.getpixel(point))
    assert not recwarn.list
    assert capfd.readouterr() == ("", "")


def _near(image: Image.Image, point: tuple[int, int], colour: tuple[int, ...]) -> bool:
    # JPEG and AVIF smear colours; a wrong channel or a picture turned the wrong way differs by far more.
    found = image.getpixel(point)
    assert isinstance(found, tuple)
    return max(abs(one - other) for one, other in zip(found, colour, strict=True)) <= 45


def test_a_picture_file_says_what_it_is_and_travels_between_processes() -> None:
    file = load(HOSTILE / "rotated.jpg")
    assert (file.format, file.width, file.height, file.frames, file.orientation) == ("JPEG", 96, 64, 1, 6)
    assert file.picture_hash == hashlib.sha256((HOSTILE / "rotated.jpg").read_bytes()).hexdigest()
    assert load(HOSTILE / "animated.gif").frames == 3
    copy: PictureFile = pickle.loads(pickle.dumps(file))
    assert copy == file
    assert copy.provenance == file.provenance
    assert "raw" not in repr(file)


_BACK = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How an upright picture is stored for each orientation but the first."""


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_every_orientation_of_exif_leads_to_the_same_picture(tmp_path: Path, form: str, turn: int) -> None:
    upright = _read(HOSTILE / "escapes.png")
    stored = upright.transpose(_BACK[turn]) if turn in _BACK else upright
    exif = Image.Exif()
    exif[0x0112] = turn
    image = _read(_write(tmp_path, _saved(stored, form, exif=exif)))
    assert image.size == SIZE
    for point, colour in DIAGRAM.items():
        assert _near(image, point, colour)


@pytest.mark.parametrize(
    "mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr", "I;16", "I;16B", "I"]
)
def test_every_mode_that_a_tiff_can_have(tmp_path: Path, mode: str) -> None:
    image = Image.new("L", SIZE, 255)
    ImageDraw.Draw(image).rectangle((8, 8, 40, 40), fill=0)
    if mode.startswith("I"):
        image = image.convert("I").point(lambda value: value * 257)
    try:
        raw = _saved(image.convert(mode), "TIFF")
    except (OSError, ValueError, KeyError):
        pytest.skip(f"Pillow cannot write {mode}")
    read = _read(_write(tmp_path, raw))
    assert (read.getpixel((20, 20)), read.getpixel((60, 60))) == (BLACK, WHITE)


@pytest.mark.parametrize("interlace", [False, True])
@pytest.mark.parametrize(("width", "height"), [(1, 1), (3, 5), (8, 8), (9, 1), (4, 17)])
def test_the_rows_of_any_png_are_counted_exactly(
    tmp_path: Path, width: int, height: int, interlace: bool
) -> None:
    # The first column and row of each pass of Adam7, and their steps (PNG, third edition, section 8.2).
    passes = [
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ]
    rows = b""
    for left, top, across, down in passes if interlace else [(0, 0, 1, 1)]:
        columns = len(range(left, width, across))
        if columns:
            rows += (b"\0" + b"\xff" * (3 * columns)) * len(range(top, height, down))
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, int(interlace)))

    def picture(data: bytes) -> Path:
        body = _chunk(b"IDAT", zlib.compress(data)) + _chunk(b"IEND")
        return _write(tmp_path, b"\x89PNG\r\n\x1a\n" + head + body)

    assert _read(picture(rows)).getpixel((width - 1, height - 1)) == WHITE
    with pytest.raises(SourceError, match="rows of the picture are missing"):
        _read(picture(rows[:-1]))


def test_limits_hold_for_the_last_pixel_that_is_allowed(tmp_path: Path) -> None:
    def blank(width: int, height: int) -> Path:
        head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
        return _write(
            tmp_path,
            b"\x89PNG\r\n\x1a\n"
            + _chunk(b"IHDR", head)
            + _chunk(b"IDAT", zlib.compress(b""))
            + _chunk(b"IEND"),
        )

    # Only the head is read: neither file holds a single row.
    assert load(blank(MAX_PIXELS // 4000, 4000)).width == MAX_PIXELS // 4000
    assert load(blank(MAX_SIDE, 1)).width == MAX_SIDE
    for width, height in ((MAX_PIXELS // 4000 + 1, 4000), (MAX_SIDE + 1, 1), (1, MAX_SIDE + 1)):
        with pytest.raises(SourceError, match=f"{width} × {height} pixels"):
            load(blank(width, height))


def test_a_file_of_too_many_bytes_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "endless.png"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES * 1000)
    with pytest.raises(SourceError, match="larger than 64 MiB; save it smaller"):
        load(path)


def test_a_path_that_leads_to_no_file(tmp_path: Path) -> None:
    for path, reason in (
        (tmp_path / "missing.png", "no such picture; check the path"),
        (tmp_path, "a folder, where a picture is wanted"),
        (tmp_path / "a\0b.png", "no path"),
    ):
        with pytest.raises(SourceError, match=reason):
            load(path)


@pytest.mark.parametrize(("name", "ok"), [("a.PNG", True), ("a", True), ("a.data", True), ("a.webp", False)])
def test_only_the_ending_of_another_format_contradicts(tmp_path: Path, name: str, ok: bool) -> None:
    path = _write(tmp_path, (HOSTILE / "escapes.png").read_bytes(), name)
    if ok:
        assert load(path).format == "PNG"
    else:
        with pytest.raises(SourceError, match=r"holds PNG, not WebP; rename it to end in \.png"):
            load(path)


def test_a_smaller_copy_in_a_tiff_is_no_second_page(tmp_path: Path) -> None:
    copy = Image.new("RGB", (9, 9))
    copy.encoderinfo = {"tiffinfo": {254: 1}}
    raw = _saved(Image.new("RGB", SIZE, "red"), "TIFF", save_all=True, append_images=[copy])
    assert _read(_write(tmp_path, raw)).getpixel((5, 5)) == RED


@pytest.mark.parametrize("kind", [3, 4, 16])
def test_a_tile_of_a_tiff_may_not_be_larger_than_a_picture(tmp_path: Path, kind: int) -> None:
    """Types SHORT, LONG and LONG8, the last of which stands outside the directory."""
    side = 65_520
    tile = struct.pack("<HHL", 322, kind, 1), struct.pack("<HHL", 323, kind, 1)
    value = struct.pack("<L", 8 if kind == 16 else side)
    raw = b"II*\0\x10\0\0\0" + struct.pack("<QH", side, 2) + tile[0] + value + tile[1] + value + bytes(4)
    with pytest.raises(SourceError, match="65520 × 65520 pixels, which is more than"):
        load(_write(tmp_path, raw))


def test_a_panorama_of_several_jpegs_is_read_by_its_first(tmp_path: Path) -> None:
    raw = _saved(
        Image.new("RGB", SIZE, "red"), "MPO", save_all=True, append_images=[Image.new("RGB", (8, 8))]
    )
    file = load(_write(tmp_path, raw, "a.jpg"))
    assert (file.format, file.frames, decode(file).size) == ("JPEG", 1, SIZE)


@pytest.mark.parametrize(
    "flood",
    [
        lambda png: png[:33] + _chunk(b"tEXt", b"a\0b") * 100_000 + png[33:],
        lambda png: png[:33] + _chunk(b"IDAT") * 100_000 + png[33:],
        lambda _: b"GIF89a" + bytes(7) + b"!\xfe" + b"\1a" * 400_000 + b"\0;",
        lambda _: b"GIF89a" + bytes(7) + (b"," + bytes(9) + b"\2\0") * 100_000 + b";",
    ],
)
def test_a_flood_of_pieces_is_refused_before_it_costs_time(
    tmp_path: Path, flood: Callable[[bytes], bytes]
) -> None:
    path = _write(tmp_path, flood((HOSTILE / "escapes.png").read_bytes()))
    with pytest.raises(SourceError, match="in far too many pieces"):
        load(path)


_VALID = {
    form: _saved(Image.effect_noise((24, 16), 60).convert("RGB"), form, **options)
    for form, options in (
        ("PNG", {}),
        ("JPEG", {"progressive": True}),
        ("WEBP", {"lossless": True}),
        ("AVIF", {"speed": 10, "exif": b"II*\0\x08\0\0\0\0\0\0\0\0\0"}),
        ("TIFF", {"compression": "tiff_lzw"}),
        ("GIF", {}),
    )
}
_MUTATION = st.tuples(
    st.sampled_from(["flip", "cut", "insert", "copy"]), st.floats(0, 1), st.binary(min_size=1, max_size=8)
)


def _mutated(raw: bytes, kind: str, place: float, data: bytes) -> bytes:
    # Most that is of interest stands in the head.
    at = int(place**2 * len(raw))
    match kind:
        case "flip":
            return raw[:at] + data + raw[at + len(data) :]
        case "cut":
            return raw[:at] + raw[at + data[0] :] if data[0] else raw[:at]
        case "insert":
            return raw[:at] + data + raw[at:]
    return raw[:at] + raw[at : at + data[0] + 1] * (len(data) + 1) + raw[at:]


@pytest.mark.parametrize("form", _VALID)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(_MUTATION, min_size=1, max_size=4))
def test_broken_bytes_decode_within_the_limits_or_are_refused_in_one_line(
    tmp_path: Path, form: str, changes: list[tuple[str, float, bytes]]
) -> None:
    raw = _VALID[form]
    for change in changes:
        raw = _mutated(raw, *change)
    outcome = _outcome(_write(tmp_path, raw))
    if isinstance(outcome, SourceError):
        assert outcome.reason.isprintable()
        assert "; " in outcome.reason
    else:
        file, image = outcome
        assert (image.mode, image.size) == ("RGB", (file.width, file.height))
        assert file.width * file.height <= MAX_PIXELS
        assert all(len(value) <= MAX_TEXT for _, value in file.provenance.texts)


def _outcome(path: Path) -> tuple[PictureFile, Image.Image] | SourceError:
    try:
        file = load(path)
        return file, decode(file)
    except SourceError as error:
        return error


@given(raw=st.binary(max_size=200), head=st.sampled_from([b"", *(raw[:30] for raw in _VALID.values())]))
def test_any_bytes_have_pieces_that_lie_within_them(raw: bytes, head: bytes) -> None:
    raw = head + raw
    form = identify(raw)
    if form is None:
        return
    try:
        parts = list(pieces(form, raw))
    except ContainerError:
        return
    assert sum(len(part.whole) for part in parts) <= len(raw)
