"""The pictures of fixtures/rendered: their planted defects are found, and nothing else is said."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PIL import Image

from jwtlint.finding import Result, Severity
from jwtlint.picture.model import Line
from jwtlint.picture.reader import Choice, ReaderError, Readers, Reading, readers_of
from scripts.make_fixture_pictures import DRAWINGS, FOLDER, READINGS, check

EXPECTED = {
    "jwt-refresh-right": [],
    "oauth-pkce-misspelt": [
        ("PIC101", "Authorizaton"),
        ("PIC101", "silenty"),
        ("PIC110", "The server recomputes the challenge before it answers"),
    ],
    "webhook-retry-directed": [
        ("PIC101", "packed"),
        ("PIC106", "Poll every 2 s"),
        ("PIC120", "BOTTOM SECTION:"),
        ("PIC120", "icon"),
    ],
    "cdn-shield-marked": [
        ("PIC107", "Nearest of 42 locations"),
        ("PIC112", "The Edge Node misses and asks the Origin Shield."),
        ("PIC150", "Cloudflare"),
        ("PIC161", "the four-pointed star of Gemini"),
    ],
}
CERTAIN = {
    ("PIC101", "Authorizaton"),
    ("PIC101", "packed"),
    ("PIC120", "icon"),
    EXPECTED["cdn-shield-marked"][3],
}
"""What Tesseract finds, too."""

MOST_BYTES, MOST_WIDTH = 120_000, 1024
AGAIN = "no reading of this is kept; run python -m scripts.make_fixture_pictures --readings"


class Rereading:
    """Was RapidOCR when the pictures were read, and must not be asked again."""

    name, version = "rapidocr", "kept"

    def missing(self, languages: Sequence[str]) -> tuple[str, ...]:
        return ()

    def read(self, image: Image.Image, languages: Sequence[str]) -> tuple[Line, ...]:
        raise AssertionError(AGAIN)

    def look_closer(
        self, image: Image.Image, languages: Sequence[str], known: Sequence[Line]
    ) -> tuple[Line, ...]:
        raise AssertionError(AGAIN)

    def recognise(self, cuts: Sequence[Image.Image], languages: Sequence[str]) -> list[Reading]:
        raise AssertionError(AGAIN)


Reads = Callable[[Choice], Readers]


@pytest.fixture
def reads() -> Reads:
    """Makes a reader, or skips the test."""

    def make(choice: Choice) -> Readers:
        try:
            return readers_of(choice)
        except ReaderError as error:
            pytest.skip(str(error))

    return make


def found(result: Result, least: Severity = Severity.INFO) -> list[tuple[str, str]]:
    assert result.errors == ()
    return sorted((one.rule, one.text) for one in result.diagnostics if one.severity >= least)


def test_every_drawing_has_its_files() -> None:
    names = [drawing.name for drawing in DRAWINGS]
    assert sorted(names) == sorted(EXPECTED)
    files = {f"{name}{ending}" for name in names for ending in (".txt", ".webp")}
    assert {path.name for path in FOLDER.iterdir()} == {*files, READINGS.name}
    assert {path.name for path in READINGS.iterdir()} == {f"{name}.json" for name in names}


@pytest.mark.parametrize("name", EXPECTED)
def test_pictures_are_small(name: str) -> None:
    path = FOLDER / f"{name}.webp"
    assert path.stat().st_size < MOST_BYTES
    assert Image.open(path).width <= MOST_WIDTH


@pytest.mark.parametrize("name", EXPECTED)
def test_with_what_was_read_before(name: str, tmp_path: Path) -> None:
    readings = tmp_path / "readings.json"
    readings.write_bytes((READINGS / f"{name}.json").read_bytes())
    assert found(check(name, Readers((Rereading(),)), readings)) == EXPECTED[name]
    assert readings.read_bytes() == (READINGS / f"{name}.json").read_bytes()


@pytest.mark.parametrize("name", EXPECTED)
def test_read_by_rapidocr(name: str, reads: Reads) -> None:
    assert found(check(name, reads(Choice.RAPIDOCR))) == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_read_by_tesseract(name: str, reads: Reads) -> None:
    """It finds less, but says nothing wrong. Whether it sees the full stop of a sentence is nothing to go by."""
    result = check(name, reads(Choice.TESSERACT))
    said, loud = (
        {(rule, text.rstrip(".")) for rule, text in found(result, least)}
        for least in (Severity.INFO, Severity.WARNING)
    )
    right = {(rule, text.rstrip(".")) for rule, text in EXPECTED[name]}
    assert CERTAIN & right <= said
    assert loud <= right
    assert all(rule != "PIC101" for rule, _ in loud), "its spelling is for information only"
