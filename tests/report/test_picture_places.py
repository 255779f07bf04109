"""Findings on a picture, and places in files that are not at hand, in both formats."""

import io
import json
from pathlib import Path

from jsonschema import Draft202012Validator

from jwtlint.finding import Diagnostic, Location, NotRun, RelatedLocation, Result, Severity
from jwtlint.report.json import JsonReport
from jwtlint.report.paper import Paper
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


def totals() -> Totals:
    counted = Totals()
    counted.add(CHECKED)
    return counted


def test_for_people() -> None:
    stream = io.StringIO()
    report = RichReport(Paper(stream), Paper(io.StringIO()))
    report.file(CHECKED)
    report.end(totals())
    assert stream.getvalue() == (
        "a.md\n"
        "a.png [10,20 90,40] error PIC101 misdrawn-word: 'Brower' is drawn where 'Browser' is asked for\n"
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
