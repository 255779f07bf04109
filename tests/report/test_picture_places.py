"""Findings on a picture, and places in files that are not at hand, in both formats."""

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from PIL import Image

from jwtlint import gallery
from jwtlint.finding import Diagnostic, Location, Notice, NotRun, RelatedLocation, Result, Severity
from jwtlint.picture.model import Fidelity
from jwtlint.report.json import JsonReport
from jwtlint.report.paper import Color, Paper
from jwtlint.report.rich import RichReport
from jwtlint.report.totals import Totals
from jwtlint.session import Checked
from jwtlint.source import Source
from jwtlint.text import Region, Span

SCHEMA = Path(__file__).parents[2] / "jwtlint" / "schema" / "report.schema.json"

DRAWN = Diagnostic(
    rule="PIC101",
    name="misdrawn-word",
    severity=Severity.ERROR,
    message="'Brower' is drawn where 'Browser' is asked for",
    remedy="Draw it again.",
    location=Location("a.png", region=Region(10, 20, 90, 40)),
    text="Brower",
    key="k",
    entry="e1",
    related=(
        RelatedLocation(Location("a.md", 1, 6, 1, 13, span=Span(5, 12)), "it is asked for here", "Browser"),
        RelatedLocation(Location("b.md", 3, 1, 3, 4, span=Span(9, 12)), "and here", "one\x1b"),
    ),
    confidence=0.75,
)
CHECKED = Checked(
    "a.md",
    Result(
        "a.md", (DRAWN,), (NotRun("PIC102", "no picture", "a.md"), NotRun("PIC103", "no picture", "b.md"))
    ),
    Source("a.md", "Draw Browser."),
    failing=True,
)


PLACED = replace(
    DRAWN,
    location=Location("a.png", region=Region(10, 20, 90, 40), picture_size=(100, 50), step=4),
    related=(),
)
PICTURE = Checked(
    "a.png",
    Result("a.png", (PLACED,), unconfirmed=3, fidelity=Fidelity(0.931, 0.0462, 87), picture=True, entry="e1"),
    Source("a.png", ""),
)
CLEAN = Checked(
    "b.png",
    Result("b.png", unconfirmed=1, fidelity=Fidelity(1.0, 0.0, 1), picture=True),
    Source("b.png", ""),
)
ALONE = Checked("c.png", Result("c.png", picture=True), Source("c.png", ""))


def totals(*files: Checked) -> Totals:
    counted = Totals()
    for checked in files or (CHECKED,):
        counted.add(checked)
    return counted


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_for_people() -> None:
    stream = io.StringIO()
    report = RichReport(Paper(stream), Paper(io.StringIO()))
    report.file(CHECKED)
    report.end(totals())
    assert stream.getvalue() == (
        "a.md\n"
        "a.png [10,20 90,40] error PIC101 misdrawn-word, 75 % sure: "
        "'Brower' is drawn where 'Browser' is asked for\n"
        "    Brower\n"
        "  help: Draw it again.\n"
        "  see: a.md:1:6: it is asked for here\n"
        "  1 | Draw Browser.\n"
        "    |      -------\n"
        "  see: b.md:3:1: and here\n"
        "    one␛\n"
        "\n"
        "not run: PIC102, PIC103 on 2 files: no picture\n"
        "1 error in 1 file\n"
    )


def test_for_programs() -> None:
    stream = io.StringIO()
    report = JsonReport(Paper(stream), Paper(io.StringIO()))
    report.file(CHECKED)
    report.end(totals())
    value = json.loads(stream.getvalue())
    Draft202012Validator(json.loads(SCHEMA.read_text())).validate(value)
    (one,) = value["diagnostics"]
    assert one["region"] == [10, 20, 90, 40]
    assert (one["line"], one["column"], one["confidence"], one["entry"]) == (None, None, 0.75, "e1")
    assert [related["path"] for related in one["related"]] == ["a.md", "b.md"]


def test_a_picture_with_a_prompt_for_people() -> None:
    stream = io.StringIO()
    report = RichReport(Paper(stream), Paper(io.StringIO()))
    for checked in (PICTURE, CLEAN, ALONE):
        report.file(checked)
    report.end(totals(PICTURE, CLEAN, ALONE))
    assert stream.getvalue() == (
        "a.png\n"
        "a.png centre, legend step 4 [10,20 90,40] error PIC101 misdrawn-word, 75 % sure: "
        "'Brower' is drawn where 'Browser' is asked for\n"
        "    Brower\n"
        "  help: Draw it again.\n"
        "text fidelity: word accuracy 0.93, edit distance 0.05 (87 words asked for)\n"
        "\n"
        "b.png\n"
        "text fidelity: word accuracy 1.00, edit distance 0.00 (1 word asked for)\n"
        "\n"
        "4 findings hidden, read too unsurely (--min-confidence 0 shows them)\n"
        "1 error in 1 of 3 files\n"
    )


def test_what_concerns_no_file_is_said_without_one() -> None:
    stream = io.StringIO()
    counted = totals(ALONE)
    counted.notices += [
        Notice("", None, "Tesseract reads instead"),
        Notice("a.png", None, "annotated in b.png"),
    ]
    RichReport(Paper(stream), Paper(io.StringIO())).end(counted)
    assert stream.getvalue() == (
        "note: Tesseract reads instead\nnote: a.png: annotated in b.png\nno findings in 1 file\n"
    )


def test_quiet_leaves_the_fidelity_out() -> None:
    stream = io.StringIO()
    report = RichReport(Paper(stream), Paper(io.StringIO()), quiet=True)
    report.file(CLEAN)
    report.end(totals(CLEAN))
    assert stream.getvalue() == ""


def test_pictures_for_programs() -> None:
    stream = io.StringIO()
    report = JsonReport(Paper(stream), Paper(io.StringIO()))
    for checked in (CHECKED, PICTURE, ALONE):
        report.file(checked)
    report.end(totals(CHECKED, PICTURE, ALONE))
    value = json.loads(stream.getvalue())
    Draft202012Validator(json.loads(SCHEMA.read_text())).validate(value)
    assert value["summary"]["unconfirmed"] == 3
    assert value["pictures"] == [
        {
            "path": "a.png",
            "entry": "e1",
            "word_accuracy": 0.931,
            "edit_distance": 0.0462,
            "words": 87,
            "unconfirmed": 3,
        },
        {
            "path": "c.png",
            "entry": None,
            "word_accuracy": None,
            "edit_distance": None,
            "words": None,
            "unconfirmed": 0,
        },
    ]
    assert set(value["diagnostics"][1]) == set(value["diagnostics"][0])


class TestCrops:
    @pytest.fixture(autouse=True)
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A folder with a red picture, and a terminal of all colours."""
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("COLORTERM", "truecolor")
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("NO_COLOR", raising=False)
        Image.new("RGB", (1000, 500), (255, 0, 0)).save("a.png")
        return tmp_path

    @staticmethod
    def rows(region: Region, stream: io.StringIO, color: Color = Color.AUTO) -> list[str]:
        """The rows of half blocks that a report on this region shows."""
        report = RichReport(Paper(stream, color), Paper(io.StringIO()))
        one = replace(PLACED, location=Location("a.png", region=region))
        report.file(PICTURE._replace(result=replace(PICTURE.result, diagnostics=(one,))))
        return [line for line in stream.getvalue().splitlines() if "▀" in line]

    @pytest.mark.parametrize(
        ("region", "columns", "rows"),
        [
            (Region(10, 20, 90, 40), 42, 6),
            (Region(0, 0, 1000, 500), 24, 6),
            (Region(0, 100, 1000, 130), 60, 5),
            (Region(500, 0, 502, 500), 1, 6),
            (Region(999, 499, 1000, 500), 1, 1),
        ],
    )
    def test_the_place_is_shown_small(self, region: Region, columns: int, rows: int) -> None:
        shown = self.rows(region, Terminal())
        assert len(shown) == rows
        assert {row.count("▀") for row in shown} == {columns}
        assert all(row.startswith("    \x1b[38;2;255;0;0;48;2;255;0;0m▀") for row in shown)
        assert all(row.endswith("\x1b[0m") for row in shown)

    def test_only_on_a_terminal_with_all_colours(self, monkeypatch: pytest.MonkeyPatch) -> None:
        region = Region(10, 20, 90, 40)
        assert not self.rows(region, io.StringIO())
        assert not self.rows(region, io.StringIO(), Color.ALWAYS)
        assert not self.rows(region, Terminal(), Color.NEVER)
        monkeypatch.setenv("COLORTERM", "")
        assert not self.rows(region, Terminal())

    def test_without_the_picture_there_is_none(self) -> None:
        Path("a.png").write_bytes(b"no picture")
        assert not self.rows(Region(10, 20, 90, 40), Terminal())
        Path("a.png").unlink()
        assert not self.rows(Region(10, 20, 90, 40), Terminal())

    def test_nor_for_a_place_outside_of_it(self) -> None:
        assert not self.rows(Region(5000, 20, 5090, 40), Terminal())


class TestAnnotating:
    """What the gallery says of the pictures that it draws."""

    @pytest.fixture(autouse=True)
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A folder with a picture, which somebody has checked already."""
        monkeypatch.chdir(tmp_path)
        Image.new("RGB", (100, 50)).save("a.png")
        return tmp_path

    def test_where_the_picture_lies(self) -> None:
        one = gallery.annotated(PICTURE, Path("out"))
        (notice,) = one.result.notices
        assert (notice.path, notice.message) == ("a.png", f"annotated in {Path('out', 'a.png')}")
        assert Path("out", "a.png").is_file()

    def test_a_clean_picture_is_not_drawn(self) -> None:
        assert gallery.annotated(CLEAN, Path("out")) == CLEAN
        assert not Path("out").exists()

    def test_what_cannot_be_written_is_a_failure(self) -> None:
        Path("out").write_text("")
        one = gallery.annotated(PICTURE, Path("out"))
        (failure,) = one.result.errors
        assert re.fullmatch("a.png: the annotated picture could not be written: .+", str(failure))
        assert one.result.diagnostics == PICTURE.result.diagnostics

    def test_the_picture_itself_is_safe(self) -> None:
        before = Path("a.png").read_bytes()
        one = gallery.annotated(PICTURE, Path("."))
        assert "would overwrite the picture itself" in one.result.errors[0].reason
        assert Path("a.png").read_bytes() == before

    def test_a_picture_that_has_gone_is_a_failure(self) -> None:
        Path("a.png").unlink()
        one = gallery.annotated(PICTURE, Path("out"))
        assert "no such picture" in one.result.errors[0].reason

    def test_a_fault_of_ours_ends_no_run(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(*arguments: object) -> Path:
            raise RuntimeError("no such colour")

        monkeypatch.setattr("jwtlint.report.annotate.annotate", broken)
        one = gallery.annotated(PICTURE, Path("out"))
        assert "internal error: RuntimeError: no such colour" in one.result.errors[0].reason
