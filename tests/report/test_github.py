"""Annotations and step summaries of GitHub Actions."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jwtlint.finding import Failure, Location, Severity
from jwtlint.report.github import command, github
from jwtlint.report.home import Home
from jwtlint.report.json import ascii_json
from jwtlint.report.model import Report
from jwtlint.report.step_summary import step_summary
from jwtlint.report.visible import visible
from tests.report.actions_runner import Command, commands
from tests.report.gfm import rendered, text_of
from tests.report.samples import HOSTILE, SAMPLES, checked, diagnostic, drawn, fixed, report

SITE = "https://github.com/me/catalog/blob/0123abc/"


def annotations(value: Report) -> list[Command]:
    text = "".join(github(value))
    found = commands(text)
    # Nothing but commands, a line each.
    assert text.count("\n") == len(found)
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_a_command_a_finding_and_no_other(name: str) -> None:
    value = SAMPLES[name]
    found = annotations(value)
    assert len(found) == value.totals.findings + len(value.totals.failures)
    assert {one.name for one in found} <= {"error", "warning", "notice"}
    assert all(one.properties["title"] for one in found)


def test_everything_is_said() -> None:
    first, second = annotations(report(checked("a.txt", fixed(), diagnostic(message="50 %, a:b", remedy=""))))
    assert first == Command(
        "error",
        {
            "file": "a.txt",
            "line": "1",
            "endLine": "1",
            "col": "1",
            "endColumn": "5",
            "title": "TPL901 demo-leak",
        },
        "50 %, a:b",
    )
    assert second.name == "warning"
    assert second.message == "a leak stands here. Remove it."


def test_the_worst_come_first() -> None:
    gone = Failure("gone.txt", "no such file")
    files = [
        checked(path, *(diagnostic(location=Location(path, 1, 1, 1, 2), severity=kind) for kind in Severity))
        for path in ("a.txt", "b.txt")
    ]
    value = report(*files, checked("gone.txt", errors=[gone]))
    assert [(one.name, one.properties["file"]) for one in annotations(value)] == [
        ("error", "gone.txt"),
        *((name, path) for name in ("error", "warning", "notice") for path in ("a.txt", "b.txt")),
    ]
    assert annotations(value)[0].message == "no such file"


def test_columns_only_within_a_line() -> None:
    (one,) = annotations(report(checked("a.txt", diagnostic(location=Location("a.txt", 2, 3, 4, 5)))))
    assert one.properties == {"file": "a.txt", "line": "2", "endLine": "4", "title": "TPL901 demo-leak"}


def test_a_picture_has_its_place_in_words() -> None:
    (one,) = annotations(report(checked("b.png", drawn())))
    assert one.properties == {"file": "b.png", "title": "TPL901 demo-leak"}
    assert one.message.endswith(" (lower left, legend step 4, 10,700 to 210,740)")


def test_files_are_named_from_the_repository() -> None:
    home = Home("/repo/catalog", "/repo")
    (one,) = annotations(report(checked("a.txt", diagnostic()), home=home))
    assert one.properties["file"] == "catalog/a.txt"


SPICED = st.text(st.one_of(st.sampled_from("%0AD2C3,:=;]\r\n "), st.characters()))


@settings(deadline=None)
@given(SPICED, SPICED, st.sampled_from(["error", "warning", "notice"]))
@example("%0A%2C", "%0A%25", "error")
def test_what_is_escaped_is_read_back(value: str, message: str, name: str) -> None:
    line = command(name, {"file": value, "title": value}, message)
    assert line.endswith("\n")
    assert not re.search("[\r\n]", line[:-1])
    shown = visible(value)
    assert commands(line[:-1]) == [Command(name, {"file": shown, "title": shown}, visible(message))]


@settings(deadline=None)
@given(st.lists(st.sampled_from([*HOSTILE, "::", "##[", "error::", "group]", " ", "x", "\n"])).map("".join))
def test_no_text_is_a_command(text: str) -> None:
    assert not commands(visible(text))
    assert not commands(ascii_json({"a": text}, indent=2))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_summary_of_the_step(name: str) -> None:
    value = SAMPLES[name]
    summary = "".join(step_summary(value, SITE))
    assert len(summary.encode()) <= 1024 * 1024
    assert not commands(summary)
    page = rendered(summary)
    tables = page.findall(".//table")
    rows = len(tables[1].findall("tbody/tr")) if value.totals.findings else 0
    left = re.search(r"(\d+) more findings? had no room here", text_of(page))
    assert rows + (int(left[1]) if left else 0) == value.totals.findings
    assert name == "long" or not left
    assert all(len(row.findall("td")) == 5 for table in tables[1:] for row in table.findall("tbody/tr"))
    for link in page.iter("a"):
        assert link.get("href", "").startswith(("https://github.com/jwtlint/jwtlint/", SITE))


def test_places_link_to_their_lines() -> None:
    value = report(checked("sub dir/a.md", diagnostic(location=Location("sub dir/a.md", 3, 1, 3, 5))))
    page = rendered("".join(step_summary(value, SITE)))
    assert f"{SITE}sub%20dir/a.md?plain=1#L3" in [link.get("href") for link in page.iter("a")]
    outside = report(checked("x", diagnostic(location=Location("/elsewhere/a.md", 3, 1, 3, 5))))
    assert SITE not in "".join(step_summary(outside, SITE))
    assert SITE not in "".join(step_summary(value))


def test_what_has_no_room_is_counted() -> None:
    value = SAMPLES["long"]
    summary = "".join(step_summary(value, limit=100_000))
    assert 99_000 < len(summary.encode()) <= 100_000
    page = rendered(summary)
    shown = len(page.findall(".//table")[1].findall("tbody/tr"))
    assert 0 < shown < 5000
    assert f"{5000 - shown:,} more findings had no room here." in text_of(page)
    # The worst are those that are shown.
    assert "info" not in {text_of(row.find("td")) for row in page.findall(".//table")[1].findall("tbody/tr")}


@pytest.mark.parametrize("limit", [0, 1, 150, 250, 300])
def test_no_room_at_all(limit: int) -> None:
    assert len("".join(step_summary(SAMPLES["plain"], limit=limit)).encode()) <= limit
