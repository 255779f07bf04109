"""Marks laid over a picture are found, and nothing that belongs to a diagram is taken for one."""

import io
import json
import math
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from jwtlint.picture.model import Line, Mark, Point, Word
from jwtlint.picture.star import find_star
from jwtlint.picture.watermark import find_watermarks
from jwtlint.picture.watermark_words import find_text_marks
from jwtlint.text import Region
from jwtlint.vocabulary import read_vocabulary

_REAL = Path(__file__).parents[3] / "shared" / "images"
_MARKS = read_vocabulary(Path(__file__).parents[2] / "rules" / "vocab" / "marks.toml")
_WORDS = (
    "API Gateway verifies the token signature and forwards the request 10.0.0.0/16 cache TTL 300 s".split()
)
_SIZES = ((1600, 893), (1024, 572), (1024, 1024), (1472, 704))
# The upper right quarter of Gemini's star, row by row from its point down, in halves: read off a mark on plain ground.
_ROWS = (
    "0.039 0.053 0.066 0.081 0.095 0.114 0.131 0.152 0.175 0.201 0.229 0.256 "
    "0.290 0.324 0.359 0.401 0.453 0.501 0.559 0.623 0.696 0.788 0.902 0.993"
)

Picture = Image.Image


def _font(size: float) -> Any:
    return ImageFont.load_default(size)


def _color(rng: random.Random, low: float, high: float) -> tuple[int, int, int]:
    level = rng.uniform(low, high)
    red, green, blue = (int(min(255, max(0, level + rng.uniform(-15, 15)))) for _ in range(3))
    return red, green, blue


def _ground(rng: random.Random, kind: str) -> Picture:
    """A picture without any mark; its lower right corner has what the kind says."""
    size = rng.choice(_SIZES)
    width, height = size
    longer = max(size)
    if kind == "photo":
        noise = np.random.default_rng(rng.randrange(1 << 30)).normal(110, 45, (height // 24, width // 24, 3))
        return Image.fromarray(np.clip(noise, 0, 255).astype(np.uint8)).resize(size, Image.Resampling.BICUBIC)
    dark = kind in ("dark", "dark text") or (kind == "boxes" and rng.random() < 0.5)
    picture = Image.new("RGB", size, _color(rng, 8, 50) if dark else _color(rng, 212, 238))
    draw = ImageDraw.Draw(picture)
    if kind == "boxes":
        for _ in range(3):
            right, bottom = width - rng.randint(10, 150), height - rng.randint(10, 120)
            box = (right - rng.randint(80, 300), bottom - rng.randint(50, 200), right, bottom)
            fill = rng.choice((None, _color(rng, 20, 80) if dark else _color(rng, 180, 240)))
            draw.rounded_rectangle(box, 14, fill=fill, outline=_color(rng, 60, 220), width=3)
    if kind in ("dark text", "light text", "boxes"):
        down = height - rng.uniform(0.02, 0.04) * longer
        for _ in range(rng.randint(1, 2)):
            high = longer * rng.uniform(0.012, 0.017)
            down -= 2 * high
            line = " ".join(rng.choice(_WORDS) for _ in range(7))
            ink = (235, 240, 245) if dark else (25, 30, 45)
            draw.text((width - rng.uniform(0.05, 0.4) * longer, down), line, font=_font(high), fill=ink)
    return picture


def _lay(
    picture: Picture, mask: Picture, opacity: float, ink: tuple[int, int, int] = (255, 255, 255)
) -> Picture:
    faint = mask.point([int(level * opacity) for level in range(256)])
    return Image.composite(Image.new("RGB", picture.size, ink), picture, faint)


def _drawn(
    size: tuple[int, int], centre: tuple[float, float], half: float, draw: Callable[[Any, float, float], None]
) -> Picture:
    """A mask with something drawn on it four times as large, for smooth edges: `draw` gets a centre and a half size."""
    side = int(2.6 * half)
    large = Image.new("L", (4 * side, 4 * side))
    draw(ImageDraw.Draw(large), 2 * side, 4 * half)
    mask = Image.new("L", size)
    corner = round(centre[0] - side / 2), round(centre[1] - side / 2)
    mask.paste(large.resize((side, side), Image.Resampling.BOX), corner)
    return mask


def _gemini(draw: Any, centre: float, half: float) -> None:
    rows = [float(row) for row in _ROWS.split()]
    quarter = [(0.0, 1.0), *((x, 1 - (index + 0.5) / 24) for index, x in enumerate(rows)), (1.0, 0.0)]
    points = quarter + [(x, -y) for x, y in reversed(quarter)]
    points += [(-x, y) for x, y in reversed(points)]
    draw.polygon([(centre + half * x, centre + half * y) for x, y in points], fill=255)


def _spikes(count: int, depth: float) -> Callable[[Any, float, float], None]:
    def draw(on: Any, centre: float, half: float) -> None:
        turns = [
            (math.pi * index / count - math.pi / 2, depth if index % 2 else 1) for index in range(2 * count)
        ]
        on.polygon(
            [(centre + half * r * math.cos(t), centre + half * r * math.sin(t)) for t, r in turns], fill=255
        )

    return draw


def _bars(count: int, width: float, turn: float = 0.0) -> Callable[[Any, float, float], None]:
    def draw(on: Any, centre: float, half: float) -> None:
        for index in range(count):
            x, y = (half * part(math.pi * index / count + turn) for part in (math.cos, math.sin))
            on.line((centre - x, centre - y, centre + x, centre + y), fill=255, width=int(width * half))

    return draw


def _circle(on: Any, centre: float, half: float) -> None:
    on.ellipse((centre - half, centre - half, centre + half, centre + half), fill=255)


def _arrow(on: Any, centre: float, half: float) -> None:
    corners = ((1, 0), (0, -1), (0, -0.4), (-1, -0.4), (-1, 0.4), (0, 0.4), (0, 1))
    on.polygon([(centre + half * x, centre + half * y) for x, y in corners], fill=255)


_SHAPES: dict[str, Callable[[Any, float, float], None]] = {
    "diamond": _spikes(4, 0.707),
    "needle star": _spikes(4, 0.2),
    "five points": _spikes(5, 0.45),
    "sun": _spikes(12, 0.6),
    "gear": _spikes(8, 0.8),
    "plus": _bars(2, 0.5),
    "cross": _bars(2, 0.5, math.pi / 4),
    "asterisk": _bars(3, 0.25),
    "circle": _circle,
    "arrow": _arrow,
}


def _jpeg(picture: Picture, quality: int) -> "np.ndarray[Any, np.dtype[np.uint8]]":
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality)
    return np.asarray(Image.open(file).convert("RGB"))


def _place(rng: random.Random, size: tuple[int, int]) -> tuple[float, tuple[float, float]]:
    """Half a size, and a centre: half of the time where Gemini stamps, or else near it."""
    longer = max(size)
    half = longer * rng.uniform(0.014, 0.024)
    if rng.random() < 0.5:
        return half, (size[0] - half * 7 / 3, size[1] - half * 7 / 3)
    return half, (size[0] - longer * rng.uniform(0.038, 0.068), size[1] - longer * rng.uniform(0.038, 0.068))


def _centre(mark: Mark) -> tuple[float, float]:
    left, top, right, bottom = mark.region
    return (left + right) / 2, (top + bottom) / 2


@pytest.mark.parametrize("kind", ["dark", "light", "photo", "dark text", "light text", "boxes"])
def test_stars_are_found(kind: str) -> None:
    found = 0
    for seed in range(16):
        rng = random.Random(f"{kind} {seed}")
        picture = _ground(rng, kind)
        half, centre = _place(rng, picture.size)
        mask = _drawn(picture.size, centre, half, _gemini)
        opacity = rng.uniform(0.2, 0.85) if kind in ("dark", "photo", "dark text") else rng.uniform(0.4, 0.75)
        mark = find_star(_jpeg(_lay(picture, mask, opacity), rng.choice((75, 85, 95))))
        if mark is not None:
            assert mark.kind == "generator"
            assert math.dist(_centre(mark), centre) < half / 2
            assert 0.7 * half < (mark.region.right - mark.region.left) / 2 < 1.4 * half
            found += 1
    # On light ground with dark words over it the star adds less than JPEG takes away.
    assert found >= (11 if kind == "light text" else 14)


@pytest.mark.parametrize("kind", ["dark", "light", "photo", "dark text", "light text", "boxes"])
def test_corners_without_a_star(kind: str) -> None:
    false = [
        seed
        for seed in range(12)
        if find_star(_jpeg(_ground(random.Random(f"without {kind} {seed}"), kind), 85)) is not None
    ]
    assert false == []


@pytest.mark.parametrize("shape", _SHAPES)
def test_other_shapes_are_no_stars(shape: str) -> None:
    false = []
    for seed in range(8):
        rng = random.Random(f"{shape} {seed}")
        picture = _ground(rng, rng.choice(("dark", "light", "dark text", "boxes")))
        half, centre = _place(rng, picture.size)
        mask = _drawn(picture.size, centre, half, _SHAPES[shape])
        ink = rng.choice(((255, 255, 255), (200, 200, 205), (30, 30, 40), (255, 200, 0), (0, 220, 255)))
        if find_star(_jpeg(_lay(picture, mask, rng.choice((1.0, 1.0, 0.6)), ink), 90)) is not None:
            false.append(seed)
    assert len(false) <= 1


@pytest.mark.parametrize("ink", [(255, 200, 0), (0, 220, 255), (170, 80, 255), (20, 20, 30)])
def test_a_star_of_another_colour_is_a_drawing(ink: tuple[int, int, int]) -> None:
    for seed in range(6):
        rng = random.Random(f"{ink} {seed}")
        picture = _ground(rng, rng.choice(("dark", "light", "boxes")))
        half, centre = _place(rng, picture.size)
        assert (
            find_star(_jpeg(_lay(picture, _drawn(picture.size, centre, half, _gemini), 0.8, ink), 90)) is None
        )


def test_a_star_elsewhere_is_a_drawing() -> None:
    picture = Image.new("RGB", (1600, 893), (20, 24, 40))
    for centre in ((200, 150), (800, 450), (1500, 100), (90, 820), (1300, 700)):
        mask = _drawn(picture.size, centre, 28, _gemini)
        assert find_star(np.asarray(_lay(picture, mask, 0.5))) is None


@pytest.mark.parametrize("size", [(1, 1), (20, 20), (3000, 4), (4, 3000), (64, 64)])
def test_tiny_and_narrow_pictures(size: tuple[int, int]) -> None:
    for level in (0, 128, 255):
        pixels = np.full((size[1], size[0], 3), level, np.uint8)
        assert find_star(pixels) is None
        assert find_watermarks(pixels) == ()


def _diagram(rng: random.Random, picture: Picture, boxes: int = 6) -> None:
    draw = ImageDraw.Draw(picture)
    width, height = picture.size
    dark = sum(picture.convert("RGB").resize((1, 1)).tobytes()) < 384
    ink = (240, 240, 240) if dark else (20, 20, 30)
    draw.text(
        (width // 4, height // 30), "How the JWT flow works", font=_font(max(width, height) * 0.03), fill=ink
    )
    for _ in range(boxes):
        left, top = rng.randint(0, int(width * 0.75)), rng.randint(int(height * 0.1), int(height * 0.85))
        right, bottom = (
            left + int(width * rng.uniform(0.1, 0.22)),
            top + int(height * rng.uniform(0.08, 0.15)),
        )
        fill = _color(rng, 30, 90) if dark else _color(rng, 180, 250)
        draw.rounded_rectangle(
            (left, top, right, bottom), 12, fill=fill, outline=_color(rng, 80, 200), width=3
        )
        draw.text((left + 10, top + 10), " ".join(rng.sample(_WORDS, 2)), font=_font(20), fill=ink)
        middle = (top + bottom) // 2
        draw.line(
            (left, middle, left - 90, middle + rng.randint(-60, 60)), fill=_color(rng, 80, 220), width=4
        )


def _all_over(size: tuple[int, int], cell: Picture, across: int, down: int, stagger: int) -> Picture:
    mask = Image.new("L", size)
    for row, top in enumerate(range(-down // 3, size[1], down)):
        for left in range(-across - (stagger if row % 2 else 0), size[0], across):
            mask.paste(cell, (left, top))
    return mask


def _tilted_words(rng: random.Random, longer: int) -> Picture:
    words = rng.choice(("shutterstock", "Adobe Stock", "dreamstime", "depositphotos", "PREVIEW", "Vecteezy"))
    font = _font(longer * rng.uniform(0.02, 0.03))
    box = font.getbbox(words)
    cell = Image.new("L", (int(box[2]) + 8, int(box[3]) + 8))
    ImageDraw.Draw(cell).text((4, 4), words, font=font, fill=255)
    turn = rng.choice((1, -1)) * rng.uniform(20, 45)
    return cell.rotate(turn, expand=True, resample=Image.Resampling.BICUBIC)


def test_repeated_marks_are_found() -> None:
    found = 0
    for seed in range(16):
        rng = random.Random(f"repeated {seed}")
        picture = _ground(rng, rng.choice(("dark", "light", "photo")))
        _diagram(rng, picture)
        cell = _tilted_words(rng, max(picture.size))
        across, down = int(cell.width * rng.uniform(1, 1.3)), int(cell.height * rng.uniform(1, 1.3))
        mask = _all_over(picture.size, cell, across, down, rng.choice((0, across // 2)))
        opacity, grey = rng.uniform(0.2, 0.4), rng.choice((128, 160))
        marks = find_watermarks(_jpeg(_lay(picture, mask, opacity, (grey, grey, grey)), rng.choice((80, 95))))
        found += bool(marks)
        assert all(mark.kind == "watermark" for mark in marks)
    assert found >= 13


def _cell(draw: Callable[[Any], None], size: tuple[int, int]) -> Picture:
    cell = Image.new("L", size)
    draw(ImageDraw.Draw(cell))
    return cell


_BACKGROUNDS: dict[str, tuple[Callable[[Any], None], tuple[int, int]]] = {
    "graph paper": (lambda on: on.line(((0, 39), (0, 0), (39, 0)), fill=255), (40, 40)),
    "dots": (lambda on: on.ellipse((4, 4, 9, 9), fill=255), (36, 36)),
    "large dots": (lambda on: on.ellipse((4, 4, 30, 30), fill=255), (60, 60)),
    "rings": (lambda on: on.ellipse((4, 4, 36, 36), outline=255, width=2), (56, 50)),
    "plus signs": (
        lambda on: on.line((10, 0, 10, 20), fill=255) or on.line((0, 10, 20, 10), fill=255),
        (50, 50),
    ),
    "diamonds": (lambda on: on.polygon([(30, 4), (56, 30), (30, 56), (4, 30)], outline=255), (60, 60)),
    "hexagons": (lambda on: on.regular_polygon((40, 40, 36), 6, outline=255), (80, 72)),
    "triangles": (lambda on: on.regular_polygon((40, 40, 30), 3, outline=255), (72, 64)),
    "stars": (lambda on: on.polygon([(20, 0), (26, 38), (0, 14), (40, 14), (14, 38)], fill=255), (60, 60)),
    "slashes": (lambda on: on.line((5, 45, 45, 5), fill=255, width=4), (60, 60)),
    "hatching": (lambda on: on.line((0, 40, 40, 0), fill=255, width=2), (40, 40)),
    "hatching both ways": (lambda on: on.line((0, 40, 40, 0, 0, 0, 40, 40), fill=255), (40, 40)),
    "checkers": (lambda on: on.rectangle((0, 0, 30, 30), fill=255), (60, 30)),
    "waves": (lambda on: on.arc((0, 0, 60, 30), 0, 180, fill=255, width=2), (60, 30)),
    "users": (
        lambda on: on.ellipse((14, 2, 34, 22), fill=255) or on.pieslice((4, 24, 44, 64), 180, 360, fill=255),
        (80, 90),
    ),
    "servers": (
        lambda on: on.rectangle((2, 2, 110, 24), outline=255) or on.ellipse((90, 8, 98, 16), fill=255),
        (130, 30),
    ),
    "cards": (
        lambda on: on.rectangle((4, 4, 200, 120), outline=255) or on.rectangle((4, 4, 200, 30), fill=255),
        (240, 150),
    ),
    "level labels": (lambda on: on.text((4, 4), "Service", font=_font(24), fill=255), (150, 60)),
    "ones and zeros": (lambda on: on.text((0, 0), "0110100", font=_font(18), fill=255), (74, 26)),
}


@pytest.mark.parametrize("background", _BACKGROUNDS)
def test_what_diagrams_repeat_is_no_mark(background: str) -> None:
    draw, size = _BACKGROUNDS[background]
    false = []
    for seed in range(2):
        rng = random.Random(f"{background} {seed}")
        picture = _ground(rng, rng.choice(("dark", "light")))
        cell = _cell(draw, size)
        mask = _all_over(picture.size, cell, size[0], size[1], rng.choice((0, size[0] // 2)))
        grey = rng.choice((110, 140))
        picture = _lay(picture, mask, rng.uniform(0.2, 0.9), (grey, grey, grey))
        _diagram(rng, picture, rng.randint(3, 8))
        if find_watermarks(_jpeg(picture, 85)):
            false.append(seed)
    assert false == []


def test_halftone_and_tables_are_no_marks() -> None:
    halftone = Image.new("RGB", (1600, 893), "white")
    draw = ImageDraw.Draw(halftone)
    for top in range(0, 893, 14):
        for left in range(0, 1600, 14):
            size = 6 * left / 1600
            draw.ellipse((left - size, top - size, left + size, top + size), fill=(200, 210, 230))
    table = Image.new("RGB", (1600, 893), "white")
    draw = ImageDraw.Draw(table)
    for top in range(60, 893, 40):
        draw.line((40, top, 1560, top), fill=(190, 190, 200), width=2)
        for left in range(60, 1500, 160):
            draw.text((left, top + 8), "200 OK", font=_font(20), fill=(120, 120, 120))
    assert find_watermarks(np.asarray(halftone)) == ()
    assert find_watermarks(np.asarray(table)) == ()


@pytest.fixture(scope="module")
def real() -> list[tuple[str, bool, Mark | None, tuple[Mark, ...]]]:
    """Name of each real picture, whether it has the star, and what is found on it."""
    if not (_REAL / "truth.jsonl").is_file():
        pytest.skip(f"no real pictures: {_REAL} is not there")
    found = []
    for line in (_REAL / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        truth = json.loads(line)
        with Image.open(_REAL / truth["image"]) as picture:
            pixels = np.asarray(picture.convert("RGB"))
        star = (truth["watermark"] or "").startswith("✦")
        found.append((truth["image"], star, find_star(pixels), find_watermarks(pixels)))
    return found


def test_stars_on_real_pictures(real: Sequence[tuple[str, bool, Mark | None, tuple[Mark, ...]]]) -> None:
    missed = [name for name, star, mark, _ in real if star and mark is None]
    false = [name for name, star, mark, _ in real if not star and mark is not None]
    assert false == []
    # White on white: nothing but two gaps in a thin line shows it.
    assert set(missed) <= {"aws_fargate.png"}


def test_no_watermarks_on_real_pictures(
    real: Sequence[tuple[str, bool, Mark | None, tuple[Mark, ...]]],
) -> None:
    assert [name for name, _, _, marks in real if marks] == []


def _line(
    value: str,
    left: float,
    top: float,
    *,
    tilt: float = 0.0,
    height: float = 24.0,
    contrast: float | None = 8.0,
) -> Line:
    long = height * 0.55 * len(value)
    along = Point(math.cos(math.radians(tilt)), math.sin(math.radians(tilt)))

    def corner(by: float, down: float) -> Point:
        return Point(left + by * along.x - down * along.y, top + by * along.y + down * along.x)

    corners = (corner(0, 0), corner(long, 0), corner(long, height), corner(0, height))
    xs, ys = [int(point.x) for point in corners], [int(point.y) for point in corners]
    region = Region(min(xs), min(ys), max(xs) + 1, max(ys) + 1)
    words = tuple(Word(word, region, 0.95, "test") for word in value.split())
    return Line(words, corners, height, contrast)


_LABELS = [
    _line("JWT authentication flow", 500, 120, height=60),
    _line("API Gateway", 300, 300),
    _line("Redis cache", 900, 300),
    _line("1. Client sends credentials", 300, 600),
]


def _marks(*lines: Line) -> list[tuple[str, str]]:
    return [(mark.kind, mark.name) for mark in find_text_marks([*_LABELS, *lines], _MARKS, (1600, 900))]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (_line("shutterstock", 600, 400, tilt=-30), "Shutterstock"),
        (_line("shuttersteck", 600, 400, tilt=30), "Shutterstock"),
        (_line("shutterstock shutterstock shutterstock", 200, 400), "Shutterstock"),
        (_line("Adobe Stock", 600, 400, contrast=1.4), "Adobe Stock"),
        (_line("© dreamstime.com", 600, 400, tilt=40), "Dreamstime"),
        (_line("lStock", 600, 400, tilt=-20), "iStock"),
        (_line("123RF", 20, 870), "123RF"),
        (_line("www.alamy.com", 700, 868), "Alamy"),
        (_line("Alamy 2JK4567", 600, 400, contrast=1.5), "Alamy"),
        (_line("SAMPLE", 500, 300, tilt=-30, height=120), "Sample"),
        (_line("DRAFT", 500, 300, height=150, contrast=1.3), "Draft"),
        (_line("preview", 500, 300, tilt=35, height=80), "Preview"),
    ],
)
def test_stock_marks_that_were_read(line: Line, name: str) -> None:
    assert _marks(line) == [("watermark", name)]


@pytest.mark.parametrize(
    "value",
    [
        "Made with Canva",
        "Created with Napkin AI",
        "Generated by AI",
        "Generated with DALL·E 3",
        "Made with PixelTamer",
        "Created with example.dev",
        "Bing Image Creator",
        "Midjourney",
        "Ideogram",
        "Leonardo.Ai",
        "NightCafe Creator",
        "Craiyon",
        "Dreamina AI",
        "豆包AI生成",
        "AI生成",
    ],
)
def test_signatures_of_generators(value: str) -> None:
    ((kind, _),) = _marks(_line(value, 1250, 872, height=18))
    assert kind == "generator"


def test_repeated_stamps() -> None:
    stamps = [_line("SAMPLE", 100 + 400 * column, 150 + 250 * row) for row in range(3) for column in range(3)]
    assert _marks(*stamps) == [("watermark", "Sample")]


@pytest.mark.parametrize(
    "line",
    [
        _line("Preview Service", 600, 400),
        _line("Preview", 600, 400),
        _line("PREVIEW", 600, 400),
        _line("Sample", 600, 870),
        _line("Sample rate", 600, 400, tilt=-30),
        _line("sample", 600, 400, tilt=-30),
        _line("Draft API", 600, 400),
        _line("Draft", 600, 400, height=60),
        _line("DRAFT", 600, 400, height=60),
        _line("Freepik API", 600, 400),
        _line("Freepik API", 600, 870),
        _line("Freepik", 600, 400),
        _line("Canva export", 600, 400, tilt=-30),
        _line("Shutterstock search", 600, 400, contrast=1.5),
        _line("Midjourney", 600, 400),
        _line("Ideogram", 600, 400),
        _line("Midjourney bot", 600, 870),
        _line("Generated by ChatGPT", 600, 400),
        _line("Generated by Authorization Server", 600, 870),
        _line("Created with HS256", 600, 400),
        _line("Created with a private key", 600, 870),
        _line("Made with care by the whole platform team", 600, 870),
        _line("ChatGPT", 600, 870),
        _line("Gemini", 600, 870),
        _line("AI", 600, 870),
        _line("Stocks", 600, 870),
        _line("iSock", 600, 870),
        _line("Proof of possession", 600, 400, tilt=-25),
        _line("Confidential client", 600, 870),
    ],
)
def test_mentions_are_no_marks(line: Line) -> None:
    assert _marks(line) == []


def test_a_column_of_drafts_is_a_table() -> None:
    assert _marks(*(_line("DRAFT", 800, 200 + 80 * row) for row in range(7))) == []


def test_nothing_read() -> None:
    assert find_text_marks([], _MARKS) == ()
