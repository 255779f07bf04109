"""`jwtlint ocr`, with readers that know what they will read."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from jwtlint import seeing
from jwtlint.picture.model import Line, Point, Word
from jwtlint.picture.reader import Choice, ReaderError, Readers, Reading
from jwtlint.text import Region
from tests.demo import Outcome, jwtlint

SCHEMA = json.loads((Path(__file__).parents[1] / "jwtlint/schema/ocr.schema.json").read_text())
SIZE = (1600, 900)


class Remembering:
    """Reads the same words on every picture: each string is a line, 100 pixels below the one before."""

    version = "1"

    def __init__(self, name: str, *lines: str) -> None:
        self.name = name
        self._lines = lines

    def read(self, image: Image.Image, languages: Sequence[str]) -> tuple[Line, ...]:
        return tuple(self._line(words, 100 * number) for number, words in enumerate(self._lines, 1))

    def missing(self, languages: Sequence[str]) -> tuple[str, ...]:
        return ()

    def look_closer(
        self, image: Image.Image, languages: Sequence[str], known: Sequence[Line]
    ) -> tuple[Line, ...]:
        return ()

    def recognise(self, cuts: Sequence[Image.Image], languages: Sequence[str]) -> list[Reading]:
        raise AssertionError("nothing is read twice")

    def _line(self, words: str, top: int) -> Line:
        found = []
        left = 100
        for word in words.split():
            right = left + 20 * len(word)
            found.append(Word(word, Region(left, top, right, top + 30), 0.97, self.name))
            left = right + 20
        end = left - 20
        corners = Point(100, top), Point(end, top), Point(end, top + 30), Point(100, top + 30)
        return Line(tuple(found), corners, 30.0)


class Broken(Remembering):
    def read(self, image: Image.Image, languages: Sequence[str]) -> tuple[Line, ...]:
        raise RuntimeError("the models are gone")


RAPID = Remembering("rapidocr", "Order Flow", "Browser asks", "TierThree")
TESSERACT = Remembering("tesseract", "Order Fl0w", "Brawser ask5 now", "Tier Three")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a picture."""
    monkeypatch.chdir(tmp_path)
    Image.new("RGB", SIZE, (250, 250, 250)).save("a.png")
    read_by(monkeypatch, RAPID)
    return tmp_path


def read_by(
    monkeypatch: pytest.MonkeyPatch, *readers: Remembering, lost: tuple[str, ...] = ()
) -> list[Choice]:
    """Let these readers be all there are; returns what is chosen from now on."""
    chosen: list[Choice] = []

    def readers_of(choice: Choice) -> Readers:
        chosen.append(choice)
        return Readers(readers, lost)

    monkeypatch.setattr(seeing, "readers_of", readers_of)
    return chosen


def report(*arguments: str, code: int = 0) -> Any:
    outcome = jwtlint("ocr", *arguments, "--format", "json")
    assert outcome.code == code
    value = json.loads(outcome.out)
    Draft202012Validator(SCHEMA).validate(value)
    return value


def rows(outcome: Outcome) -> list[str]:
    return [" ".join(line.split()) for line in outcome.out.splitlines()]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_tables() -> None:
    outcome = jwtlint("ocr", "a.png")
    assert (outcome.code, outcome.err) == (0, "")
    lines = rows(outcome)
    assert lines[0].startswith("a.png PNG, 1600 × 900 pixels, ")
    assert "rapidocr (1): 3 lines, 5 words" in lines
    assert "Words Region Height Contrast Sure" in lines
    assert "2 Browser asks [100,200 340,230] 30 - 0.97" in lines
    assert "only" not in outcome.out
    assert "\x1b" not in outcome.out


def test_words_that_one_reader_has_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = read_by(monkeypatch, RAPID, TESSERACT)
    lines = rows(jwtlint("ocr", "a.png", "--reader", "both"))
    assert chosen == [Choice.BOTH]
    # Letters that readers mix up make no other word, and a lost blank loses no word.
    assert "only rapidocr read 2 words (line): Browser (2), asks (2)" in lines
    assert "only tesseract read 3 words (line): Brawser (2), ask5 (2), now (2)" in lines


def test_readers_that_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    read_by(monkeypatch, RAPID, RAPID)
    assert rows(jwtlint("ocr", "a.png")).count("every word that rapidocr read, another reader has, too") == 2


def test_the_same_word_elsewhere_is_no_witness(monkeypatch: pytest.MonkeyPatch) -> None:
    read_by(monkeypatch, RAPID, Remembering("tesseract", "Browser asks", "Order Flow", "TierThree"))
    lines = rows(jwtlint("ocr", "a.png"))
    assert "only rapidocr read 4 words (line): Order (1), Flow (1), Browser (2), asks (2)" in lines


def test_json(monkeypatch: pytest.MonkeyPatch) -> None:
    read_by(monkeypatch, RAPID, TESSERACT, lost=("Tesseract has no data for German",))
    value = report("a.png", "missing.png", code=2)
    assert value["errors"] == [{"path": "missing.png", "message": "no such picture; check the path"}]
    assert value["notices"] == [{"message": "Tesseract has no data for German"}]
    (picture,) = value["pictures"]
    assert (picture["path"], picture["width"], picture["height"]) == ("a.png", *SIZE)
    assert (picture["format"], picture["frames"], picture["marks"]) == ("PNG", 1, [])
    assert picture["bytes"] == Path("a.png").stat().st_size
    assert [one["reader"] for one in picture["readings"]] == ["rapidocr", "tesseract"]
    line = picture["readings"][0]["lines"][1]
    assert line == {
        "number": 2,
        "text": "Browser asks",
        "region": [100, 200, 340, 230],
        "corners": [[100, 200], [340, 200], [340, 230], [100, 230]],
        "height": 30.0,
        "contrast": None,
        "cut_off": False,
        "confidence": 0.97,
        "words": [
            {"text": "Browser", "region": [100, 200, 240, 230], "confidence": 0.97, "alone": True},
            {"text": "asks", "region": [260, 200, 340, 230], "confidence": 0.97, "alone": True},
        ],
    }


def test_json_of_one_reader_knows_of_no_other() -> None:
    (picture,) = report("a.png")["pictures"]
    words = [word for line in picture["readings"][0]["lines"] for word in line["words"]]
    assert {word["alone"] for word in words} == {None}


def test_pictures_are_drawn() -> None:
    outcome = jwtlint("ocr", "a.png", "--format", "png", "--output", "out")
    target = Path("out", "a-lines.png")
    assert outcome.out == f"a.png: drawn in {target}\n"
    drawn = Image.open(target)
    assert drawn.width == 1600
    assert drawn.height > 900
    frame = drawn.crop((90, 190, 350, 240)).convert("RGB").getcolors(1 << 16) or []
    assert {(250, 250, 250), (86, 180, 233)} <= {colour for _, colour in frame}
    assert [one.name for one in target.parent.iterdir()] == ["a-lines.png"]


def test_each_reader_has_its_own_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    read_by(monkeypatch, RAPID, TESSERACT)
    jwtlint("ocr", "a.png", "--format", "png")
    assert {one.name for one in Path().iterdir()} == {
        "a.png",
        "a-lines-rapidocr.png",
        "a-lines-tesseract.png",
    }


def test_into_a_file() -> None:
    outcome = jwtlint("ocr", "a.png", "--format", "json", "--output", "a.json")
    assert (outcome.code, outcome.out) == (0, "")
    Draft202012Validator(SCHEMA).validate(json.loads(Path("a.json").read_text()))


@pytest.mark.parametrize("form", ["rich", "json"])
def test_a_picture_is_no_output(form: str) -> None:
    before = Path("a.png").read_bytes()
    outcome = jwtlint("ocr", "a.png", "--format", form, "--output", "./a.png")
    assert outcome.code == 2
    assert outcome.err == "error: a.png: would overwrite the picture itself; choose another file\n"
    assert Path("a.png").read_bytes() == before


@pytest.mark.parametrize("form", ["rich", "png"])
def test_output_that_cannot_be_written(form: str) -> None:
    Path("out").write_text("")
    outcome = jwtlint("ocr", "a.png", "--format", form, "--output", "out/x")
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert outcome.err.startswith("error: ")


def test_a_folder_is_no_output() -> None:
    outcome = jwtlint("ocr", "a.png", "--format", "json", "--output", ".")
    assert (outcome.code, outcome.err) == (2, "error: .: is a folder, where a file is wanted\n")


def test_one_bad_picture_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("b.png").write_bytes(b"")
    outcome = jwtlint("ocr", "b.png", "a.png", ".")
    assert outcome.code == 2
    assert "rapidocr (1): 3 lines, 5 words" in rows(outcome)
    assert outcome.err == (
        "error: b.png: an empty file; save the picture again\nerror: .: a folder, where a picture is wanted\n"
    )
    read_by(monkeypatch, Broken("rapidocr"))
    outcome = jwtlint("ocr", "a.png")
    assert outcome.code == 2
    assert outcome.err.startswith("error: a.png: internal error: RuntimeError: the models are gone")


def test_without_a_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def readers_of(choice: Choice) -> Readers:
        raise ReaderError("RapidOCR is not installed (python -m pip install x)")

    monkeypatch.setattr(seeing, "readers_of", readers_of)
    outcome = jwtlint("ocr", "a.png")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "error: RapidOCR is not installed (python -m pip install x)\n"
    value = report("a.png", code=2)
    assert value["pictures"] == []
    assert value["errors"][0]["path"] == ""


def test_what_is_lost_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    read_by(monkeypatch, RAPID, lost=("Tesseract is not installed",))
    assert jwtlint("ocr", "a.png").err == "note: Tesseract is not installed\n"


def test_hostile_texts_of_a_file_are_shown_not_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    info = PngInfo()
    info.add_text("parameters", "a \x1b[31mred\x1b[0m \u202edrawing\nSteps: 20, Sampler: Euler, CFG scale: 7")
    info.add_text("Software", "[bold]evil[/bold]\x07")
    info.add_text("Comment", "x" * 5000)
    Image.new("RGB", SIZE).save("a.png", pnginfo=info)
    read_by(monkeypatch, Remembering("rapidocr", "[red]Br\x1b[2Jowser[/red]"))
    outcome = jwtlint("ocr", "a.png", "--format", "rich", terminal=True)
    assert "[bold]evil[/bold]␇" in outcome.out
    assert "␛[31mred" in outcome.out
    assert "[red]Br␛[2Jowser[/red]" in outcome.out
    assert "\x1b[31mred" not in outcome.out
    assert "\x1b[2J" not in outcome.out
    assert "\u202e" not in outcome.out
    assert outcome.out.count("x") < 400
    provenance = report("a.png")["pictures"][0]["provenance"]
    assert provenance["generator"]
    assert {one["name"] for one in provenance["texts"]} == {"parameters", "Software", "Comment"}
    assert jwtlint("ocr", "a.png", "--format", "png").code == 0


def test_readers_are_chosen_by_name() -> None:
    assert jwtlint("ocr", "a.png", "--reader", "none").code == 2
    assert jwtlint("ocr").code == 2
    assert "jwtlint ocr a.png" in jwtlint("ocr", "--help").out
