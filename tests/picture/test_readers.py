"""Which readers a run has, and that they read what is drawn."""

import importlib.util
import shutil
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from PIL import Image, ImageDraw

from jwtlint.picture import rapid, tesseract
from jwtlint.picture.model import Line
from jwtlint.picture.rapid import RapidReader
from jwtlint.picture.reader import Choice, Reader, ReaderError, readers_of
from jwtlint.picture.tesseract import TesseractReader
from jwtlint.text import Region

from .drawing import write

INSTALL = "python -m pip install 'jwtlint[pictures]'"
Missing = Callable[..., None]


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Missing:
    """Lets everything be installed but the packages and programs of these names."""

    def apply(*names: str) -> None:
        def found(name: str, *_: object) -> Any:
            return None if name in names else object()

        for module in (rapid, tesseract):
            monkeypatch.setattr(module, "find_spec", found)
        monkeypatch.setattr(shutil, "which", lambda name: None if name in names else f"/usr/bin/{name}")

    return apply


def names(choice: Choice) -> list[str]:
    return [one.name for one in readers_of(choice).readers]


def test_all_are_there(without: Missing) -> None:
    without()
    assert {choice: names(choice) for choice in Choice} == {
        Choice.AUTO: ["rapidocr"],
        Choice.RAPIDOCR: ["rapidocr"],
        Choice.TESSERACT: ["tesseract"],
        Choice.BOTH: ["rapidocr", "tesseract"],
        Choice.NONE: [],
    }
    assert {readers_of(choice).lost for choice in Choice} == {()}


@pytest.mark.parametrize("program", ["tesseract", "pytesseract"])
def test_without_tesseract(without: Missing, program: str) -> None:
    without(program)
    assert names(Choice.AUTO) == names(Choice.RAPIDOCR) == names(Choice.BOTH) == ["rapidocr"]
    assert readers_of(Choice.AUTO).lost == ()
    (lost,) = readers_of(Choice.BOTH).lost
    assert lost.endswith("; there is no second witness")
    with pytest.raises(ReaderError, match="is not installed"):
        readers_of(Choice.TESSERACT)


def test_the_remedies(without: Missing) -> None:
    without("tesseract", "rapidocr")
    with pytest.raises(ReaderError, match=r"Tesseract is not installed .*apt-get install tesseract-ocr"):
        readers_of(Choice.TESSERACT)
    with pytest.raises(ReaderError) as error:
        readers_of(Choice.RAPIDOCR)
    assert str(error.value) == f"RapidOCR is not installed ({INSTALL})"
    without("pytesseract")
    with pytest.raises(ReaderError, match="python -m pip install pytesseract"):
        readers_of(Choice.TESSERACT)
    without("openvino", "onnxruntime")
    with pytest.raises(ReaderError) as error:
        readers_of(Choice.RAPIDOCR)
    assert str(error.value) == f"RapidOCR has no runtime ({INSTALL})"


@pytest.mark.parametrize("gone", [["rapidocr"], ["openvino", "onnxruntime"]])
def test_without_rapidocr_tesseract_reads_and_says_what_is_lost(without: Missing, gone: list[str]) -> None:
    without(*gone)
    assert names(Choice.AUTO) == names(Choice.TESSERACT) == names(Choice.BOTH) == ["tesseract"]
    for choice in (Choice.AUTO, Choice.BOTH):
        (lost,) = readers_of(choice).lost
        assert INSTALL in lost
        assert "\n" not in lost
    assert "Tesseract reads instead" in readers_of(Choice.AUTO).lost[0]
    assert readers_of(Choice.TESSERACT).lost == ()


@pytest.mark.parametrize("choice", [Choice.AUTO, Choice.BOTH])
def test_without_any_reader(without: Missing, choice: Choice) -> None:
    without("rapidocr", "tesseract")
    with pytest.raises(ReaderError) as error:
        readers_of(choice)
    assert str(error.value).startswith("no reader for pictures: RapidOCR is not installed")
    assert INSTALL in str(error.value)
    assert "apt-get install tesseract-ocr" in str(error.value)
    assert readers_of(Choice.NONE).readers == ()


@pytest.mark.parametrize(
    ("gone", "runtime"), [([], "openvino"), (["openvino"], "onnxruntime"), (["onnxruntime"], "openvino")]
)
def test_the_faster_runtime_is_taken(without: Missing, gone: list[str], runtime: str) -> None:
    without(*gone)
    reader = RapidReader()
    assert reader.runtime == runtime
    assert runtime in reader.version


def test_nothing_is_loaded_before_there_is_a_picture() -> None:
    import subprocess
    import sys

    program = (
        "import sys\n"
        "from jwtlint.picture.reader import Choice, ReaderError, readers_of\n"
        "try: readers_of(Choice.BOTH)\n"
        "except ReaderError: pass\n"
        "print(*({'numpy', 'rapidocr', 'openvino', 'onnxruntime', 'pytesseract'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_languages_without_data_are_told() -> None:
    reader = TesseractReader()
    assert reader.missing(["en", "tlh"]) == ("apt-get install tesseract-ocr-tlh",)
    assert tesseract._data(["tlh"]) == "eng"
    assert tesseract._data(["en", "tlh"]) == "eng"


@pytest.mark.parametrize(
    "size", [(2199, 1), (1, 2199), (15_000, 1), (3000, 10), (300, 2), (1, 1), (800, 600)]
)
def test_strips_are_widened_before_lines_are_found(without: Missing, size: tuple[int, int]) -> None:
    """RapidOCR enlarges the shorter side: of 2199 × 1 pixels it would make some gigabytes."""
    without()
    shapes: list[tuple[int, ...]] = []

    def engine(pixels: Any, **_: object) -> Any:
        shapes.append(pixels.shape)
        wide, high = size
        strip = [(0, 0), (wide, 0), (wide, min(high, 3)), (0, min(high, 3))]
        beyond = [(0, high), (wide, high), (wide, high + 50), (0, high + 50)]
        return SimpleNamespace(boxes=[strip, beyond])

    reader = RapidReader()
    reader.__dict__["_engine"] = engine
    assert reader.read(Image.new("RGB", size, "white"), ("en",)) == (), "there is no line to recognise"
    ((height, width, _),) = shapes
    assert max(height, width) <= 9 * min(height, width)
    assert (width, height) >= size
    if size == (800, 600):
        assert (width, height) == size


# What follows reads; the pictures are small, and each is read once by each reader.


class Drawn(NamedTuple):
    """A picture and where its texts are."""

    picture: Image.Image
    places: dict[str, Region]


SMALL, VERTICAL, LIGHT = "Tokens expire after one hour", "Trusted Zone", "Audit Log"


@cache
def diagram() -> Drawn:
    """A title, two boxes, a label on its side, small print, and light letters on dark."""
    picture = Image.new("RGB", (900, 560), "white")
    draw = ImageDraw.Draw(picture)
    places = {"Checkout Flow": write(picture, "Checkout Flow", (280, 30), 48)}
    for name, left in (("Browser", 130), ("Gateway", 520)):
        draw.rectangle((left, 180, left + 230, 280), outline="navy", width=3)
        places[name] = write(picture, name, (left + 50, 210), 32)
    places[VERTICAL] = write(picture, VERTICAL, (40, 160), 30, turn=90)
    places[SMALL] = write(picture, SMALL, (140, 350), 14)
    draw.rectangle((520, 380, 820, 480), fill=(20, 24, 60))
    places[LIGHT] = write(picture, LIGHT, (590, 410), 32, ink="white")
    return Drawn(picture, places)


def installed(reader: str) -> bool:
    if reader == "tesseract":
        return find_spec("pytesseract") is not None and shutil.which("tesseract") is not None
    return find_spec("rapidocr") is not None and find_spec(reader) is not None


READERS = [
    pytest.param(
        name,
        marks=pytest.mark.skipif(
            not installed(name),
            reason=f"{name} is not installed{'' if name == 'tesseract' else ' for RapidOCR'}",
        ),
    )
    for name in ("openvino", "onnxruntime", "tesseract")
]
RUNTIMES = READERS[:2]


@cache
def reader_of(name: str) -> Reader:
    if name == "tesseract":
        return TesseractReader()
    with pytest.MonkeyPatch.context() as patch:
        only = {"openvino": "onnxruntime", "onnxruntime": "openvino"}[name]
        patch.setattr(rapid, "find_spec", lambda one: None if one == only else importlib.util.find_spec(one))
        reader = RapidReader()
    assert reader.runtime == name
    return reader


@cache
def read(name: str) -> tuple[Line, ...]:
    return reader_of(name).read(diagram().picture, ("en",))


def overlap(one: Region, other: Region) -> bool:
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return width > 0 and height > 0


@pytest.mark.parametrize("name", READERS)
def test_what_is_drawn_is_read(name: str) -> None:
    wanted = {"Checkout Flow", SMALL} if name == "tesseract" else set(diagram().places)
    assert wanted <= {line.value for line in read(name)}, "Tesseract passes over text in frames"


@pytest.mark.parametrize("name", READERS)
def test_words_are_where_they_are_drawn(name: str) -> None:
    reader = "tesseract" if name == "tesseract" else "rapidocr"
    for text, place in diagram().places.items():
        for line in (one for one in read(name) if one.value == text):
            left, top, right, bottom = line.region
            assert left == pytest.approx(place.left, abs=12)
            assert right == pytest.approx(place.right, abs=12)
            assert top == pytest.approx(place.top, abs=12)
            assert bottom == pytest.approx(place.bottom, abs=12)
            assert [word.value for word in line.words] == text.split()
            for word in line.words:
                assert overlap(word.region, place)
                assert 0.5 < word.confidence <= 1
                assert word.reader == reader
            if place.right - place.left > place.bottom - place.top:
                shares = [
                    ((word.region.left + word.region.right) / 2 - left) / (right - left)
                    for word in line.words
                ]
                assert shares == pytest.approx(_middles(text), abs=0.12)


def _middles(text: str) -> list[float]:
    """Where the middle of each word is, as shares of the length in characters."""
    found = []
    at = 0
    for word in text.split():
        found.append((at + len(word) / 2) / len(text))
        at += len(word) + 1
    return found


@pytest.mark.parametrize("name", READERS)
def test_a_cut_is_read_without_searching(name: str) -> None:
    left, top, right, bottom = diagram().places["Gateway"]
    cut = diagram().picture.crop((left - 6, top - 6, right + 6, bottom + 6)).resize((420, 96))
    one, two = reader_of(name).recognise([cut, cut], ("en",))
    assert one.value == two.value == "Gateway"
    assert 0.5 < one.confidence <= 1
    assert reader_of(name).recognise([], ("en",)) == []


@pytest.mark.parametrize("name", RUNTIMES)
def test_whoever_has_read_a_cut_still_finds_lines(name: str) -> None:
    """RapidOCR remembers `use_det=False` of one call for the next."""
    before = {line.value for line in read(name)}
    left, top, right, bottom = diagram().places["Gateway"]
    reader_of(name).recognise([diagram().picture.crop((left, top, right, bottom))], ("en",))
    found = reader_of(name).read(diagram().picture.crop((0, 0, 900, 300)), ("en",))
    assert {"Checkout Flow", "Browser", "Gateway"} <= {line.value for line in found} & before


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("size", [(120, 80), (1, 1), (15_000, 1), (8, 2000)])
def test_an_empty_picture(name: str, size: tuple[int, int]) -> None:
    assert reader_of(name).read(Image.new("RGB", size, "white"), ("en",)) == ()


@pytest.mark.parametrize("name", RUNTIMES)
def test_text_on_a_strip_is_where_it_is_drawn(name: str) -> None:
    strip = Image.new("RGB", (1400, 40), "white")
    place = write(strip, "Checkout Flow of orders", (300, 5), 24)
    (found,) = reader_of(name).read(strip, ("en",))
    assert found.value == "Checkout Flow of orders"
    assert found.region.left == pytest.approx(place.left, abs=12)
    assert found.region.right == pytest.approx(place.right, abs=12)
    assert found.region.bottom <= 40


@pytest.mark.parametrize("name", RUNTIMES)
def test_looking_closer_finds_only_what_was_overlooked(name: str) -> None:
    picture = diagram().picture.crop((0, 160, 900, 400))
    known = reader_of(name).read(picture, ("en",))
    assert known
    assert reader_of(name).look_closer(picture, ("en",), known) == ()
    again = reader_of(name).look_closer(picture, ("en",), known[1:])
    assert known[0].value in {line.value for line in again}
    assert all(overlap(line.region, known[0].region) for line in again)
