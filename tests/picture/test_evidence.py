"""Reading a suspicious word again."""

from collections.abc import Callable, Sequence

import pytest
from PIL import Image

from jwtlint.picture import evidence
from jwtlint.picture.evidence import PREPARATIONS, Witness
from jwtlint.picture.layout import Layout
from jwtlint.picture.model import Line
from jwtlint.text import Region, Text

from .drawing import PICTURE, FakeReader, layout, line, stacked

SIZE = (1000, 900)
CUTS = len(PREPARATIONS)
RED = (255, 0, 0)


def never(number: int) -> str:
    raise AssertionError("nothing is read again")


def saying(*readings: str) -> Callable[[int], str]:
    return lambda number: readings[number % len(readings)]


def witness_of(
    found: Layout, *readers: FakeReader, kept: dict[str, str] | None = None, image: Image.Image | None = None
) -> Witness:
    picture = image or Image.new("RGB", SIZE, "white")
    return Witness(lambda: picture, readers, found.lines, ["en"], {} if kept is None else kept)


def reread(
    words: str, readings: Sequence[str], asked: str = "", around: str = "", *, readers: int = 1
) -> evidence.Testimony:
    """What readers say who read these lines again, one after the other."""
    found = layout(line(around or words, 100, 100))
    fakes = [FakeReader(saying(*readings), name=f"fake{number}") for number in range(readers)]
    at = (around or words).index(words)
    return witness_of(found, *fakes).testify(found.lines[0].text.cut(at, at + len(words)), asked)


@pytest.mark.parametrize(
    ("readings", "drawn", "asked", "confidence"),
    [
        (["Autonmous"] * 3, 4, 0, 0.98),
        (["Autonmous", "Autonmous", "Autonmou"], 3, 0, 0.75),
        (["Autonmous", "Autonmus", "Autonmou"], 2, 0, 0.5),
        (["x", "y", ""], 1, 0, 0.25),
        (["Autonmous", "Autonmous", "Autonomous"], 3, 1, 0.25),
        (["Autonomous"] * 3, 1, 2, 0.0),
    ],
)
def test_readings_vote(readings: list[str], drawn: int, asked: int, confidence: float) -> None:
    testimony = reread("Autonmous", readings, "Autonomous")
    assert testimony == evidence.Testimony(drawn, asked, 1 + CUTS)
    assert testimony.confidence == confidence


def test_every_reader_is_a_witness() -> None:
    assert reread("Autonmous", ["Autonmous"], readers=2) == evidence.Testimony(7, 0, 7)


def test_without_a_reader_the_first_reading_is_all_there_is() -> None:
    assert reread("Autonmous", [""], readers=0) == evidence.Testimony(1, 0, 1)


def test_a_text_that_is_not_drawn_has_no_witness() -> None:
    found = layout(line("Browser", 100, 100))
    witness = witness_of(found, FakeReader(never))
    assert witness.testify(Text("Browser", (), PICTURE)) == evidence.Testimony(1, 0, 1)
    assert witness.testify(PICTURE.text) == evidence.Testimony(1, 0, 1)


@pytest.mark.parametrize(
    ("words", "reading", "shown"),
    [
        ("proces", "the proces ends", True),
        ("proces", "the process ends", False),
        ("proces", "subproces", False),
        ("proces", "theProces", True),
        ("proces", "procesToken", True),
        ("proces", "(proces)", True),
        ("proces", "THE PROCES:", True),
        ("proces", "the process of the proces", True),
        ("proces", "pro ces", True),
        ("Al Service", "an AI Service runs", True),
        ("Al Service", "AIService", False),
        ("Al Service", "A Service", False),
        ("modem", "modern", True),
        ("teh", "teh cat", True),
        ("teh", "Patteh", False),
        ("teh", "aTeh", False),
        ("of of", "of of", True),
        ("4313", "port 4313/tcp", True),
        ("4313", "port 43134", False),
    ],
)
def test_what_shows_a_word(words: str, reading: str, shown: bool) -> None:
    assert reread(words, [reading]).drawn == (1 + CUTS if shown else 1)


def test_the_asked_word_does_not_speak_against_itself() -> None:
    """A line can show both: the misspelt word is there, and the right one beside it."""
    assert reread("Tokne", ["Tokne Token"], "Token") == evidence.Testimony(4, 0, 4)


def test_kept_readings_are_not_read_again() -> None:
    found = layout(line("Autonmous", 100, 100))
    kept: dict[str, str] = {}
    reader = FakeReader(saying("Autonmous"))
    first = witness_of(found, reader, kept=kept).testify(found.lines[0].text)
    assert len(reader.cuts) == len(kept) == CUTS
    later = FakeReader(never)
    assert witness_of(found, later, kept=kept).testify(found.lines[0].text) == first
    assert later.cuts == []


def test_the_picture_is_not_decoded_for_kept_readings() -> None:
    found = layout(line("Autonmous", 100, 100))
    kept: dict[str, str] = {}
    witness_of(found, FakeReader(saying("Autonmous")), kept=kept).testify(found.lines[0].text)

    def undecodable() -> Image.Image:
        raise AssertionError("decoded")

    Witness(undecodable, [FakeReader(never)], found.lines, ["en"], kept).testify(found.lines[0].text)


def test_readings_are_kept_for_each_reader_and_line() -> None:
    found = layout(*stacked("Tokne", "Tokne"))
    kept: dict[str, str] = {}
    for name in ("one", "two"):
        witness = witness_of(found, FakeReader(saying("Tokne"), name=name), kept=kept)
        for drawn in found.lines:
            witness.testify(drawn.text)
    assert len(kept) == 2 * 2 * CUTS


def test_cuts_differ_in_size() -> None:
    found = layout(line("Autonmous", 100, 100))
    reader = FakeReader(saying("Autonmous"))
    witness_of(found, reader).testify(found.lines[0].text)
    assert len({cut.size for cut in reader.cuts}) == CUTS
    assert [cut.height // 20 for cut in reader.cuts] == [2, 3, 0]


def test_at_the_border_nothing_beyond_the_picture_is_cut_out() -> None:
    found = layout(line("Autonmous", 0, 0), line("Autonmous", SIZE[0] - 90, SIZE[1] - 20))
    reader = FakeReader(saying(""))
    for drawn in found.lines:
        witness_of(found, reader).testify(drawn.text)
    assert {cut.getextrema() for cut in reader.cuts} == {((255, 255),) * 3}


LONG = "The gateway checks the token of each request against the keys of its issuer"


def marked(*places: Region) -> Image.Image:
    """A white picture with red places."""
    picture = Image.new("RGB", SIZE, "white")
    for place in places:
        picture.paste(RED, (place.left, place.top, place.right, place.bottom))
    return picture


@pytest.mark.parametrize("tilt", [0, 40, 90])
@pytest.mark.parametrize("word", ["The", "request", "issuer"])
def test_long_lines_are_cut_around_the_word(word: str, tilt: int) -> None:
    found = layout(line(LONG, 150, 40, tilt=tilt))
    at = LONG.index(word)
    text = found.lines[0].text.cut(at, at + len(word))
    assert isinstance(text.place, Region)
    reader = FakeReader(saying(word))
    witness_of(found, reader, image=marked(text.place)).testify(text)
    for cut, preparation in zip(reader.cuts, PREPARATIONS, strict=True):
        assert cut.width < 0.5 * len(LONG) * 10 * preparation.scale
        colours = {colour for _, colour in cut.getcolors(1 << 16) or []}
        assert RED in colours, "the word is not on the cut"


@pytest.mark.parametrize("tilt", [0, 40, 90])
def test_parts_of_a_long_line_are_read_apart(tilt: int) -> None:
    """What was kept of one part must not answer for another."""
    found = layout(line(LONG, 150, 40, tilt=tilt))
    reader = FakeReader(lambda number: "gateway" if number < CUTS else "issuer")
    witness = witness_of(found, reader)
    text = found.lines[0].text
    for word in ("gateway", "issuer"):
        at = LONG.index(word)
        assert witness.testify(text.cut(at, at + len(word))).drawn == 1 + CUTS
    assert len(reader.cuts) == 2 * CUTS


def test_of_a_text_on_several_lines_the_first_is_read_again() -> None:
    found = layout(*stacked("the Autonmous", "Agent acts"))
    text = Text.join([one.text for one in found.lines]).cut(4, 19)
    assert text.value == "Autonmous Agent"
    reader = FakeReader(saying("the Autonmous"))
    assert witness_of(found, reader).testify(text) == evidence.Testimony(4, 0, 4)


def numbered(readings: Sequence[str], *lines: Line, kept: dict[str, str] | None = None) -> str:
    found = layout(*lines)
    witness = witness_of(found, FakeReader(saying(*readings)), kept=kept)
    return witness.number_before(Text.join([one.text for one in found.lines]))


@pytest.mark.parametrize(
    ("readings", "number"), [(["4"] * 3, "4"), (["4", "4", "A"], ""), (["4", "", "4"], ""), ([""] * 3, "")]
)
def test_the_number_before_a_text(readings: list[str], number: str) -> None:
    assert numbered(readings, *stacked("Gateway checks", "the token")) == number


def test_the_number_before_a_text_is_kept() -> None:
    kept: dict[str, str] = {}
    for readings in (["4"] * 3, ["5"] * 3):
        assert numbered(readings, line("Gateway checks", 100, 100), kept=kept) == "4"


def test_no_number_before_a_tilted_text() -> None:
    assert numbered(["4"] * 3, line("Gateway checks", 100, 100, tilt=20)) == ""
