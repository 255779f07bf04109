"""`--format` and `--output`: several reports at once, each to its place and each whole."""

import errno
import json
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from jwtlint.finding import Failure
from jwtlint.report import markdown
from jwtlint.report.destination import write_file
from jwtlint.report.model import Report
from jwtlint.report.outputs import COLLECTED, Needs
from jwtlint.report.paper import Format
from jwtlint.report.step_summary import LIMIT
from jwtlint.version import __version__
from tests.demo import check, jwtlint
from tests.report.actions_runner import commands

SCHEMA = json.loads((Path(__file__).parents[1] / "jwtlint/schema/report.schema.json").read_text())
BAD = "é ONE and TWO LEAK\nSEEN\n"
MACHINES = [format for format in Format if format is not Format.RICH]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a bad and a good file, outside of GitHub Actions."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("GITHUB_")]:
        monkeypatch.delenv(name)
    Path("a.txt").write_text(BAD)
    Path("good.txt").write_text("Draw a box.\n")
    return tmp_path


def everything(*arguments: str) -> dict[Format, str]:
    """Every report of one run, from the files that it wrote."""
    outputs = [f"--output={format}=out.{format}" for format in Format]
    assert check(*arguments, *outputs).code in (1, 2)
    return {format: Path(f"out.{format}").read_text(encoding="utf-8") for format in Format}


def as_one(lines: str) -> Any:
    """The lines of a JSON lines report, put together to what the JSON report is."""
    report: dict[str, Any] = {
        name: [] for name in ("errors", "notices", "not_run", "diagnostics", "pictures", "gates")
    }
    names = {kind: f"{kind}s" for kind in ("error", "notice", "diagnostic", "picture", "gate")} | {
        "not_run": "not_run"
    }
    *values, last = map(json.loads, lines.splitlines())
    for value in values:
        report[names[value.pop("kind")]].append(value)
    assert last.pop("kind") == "summary"
    return {"version": last.pop("version"), "summary": last, **report}


def test_all_at_once() -> None:
    written = everything("a.txt", "gone.txt", "good.txt")
    assert len(json.loads(written[Format.JSON])["diagnostics"]) == 3
    rules = json.loads(written[Format.SARIF])["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["CON901", "STR901", "TPL901"]
    suites = etree.fromstring(written[Format.JUNIT].encode())
    assert [suite.get("name") for suite in suites] == ["a.txt", "gone.txt", "good.txt"]
    assert written[Format.MARKDOWN].startswith("## jwtlint: 1 error, 1 warning, 1 info in 1 of 2 files; ")
    assert len(commands(written[Format.GITHUB])) == 4
    assert written[Format.RICH].count("error: gone.txt: no such file") == 1
    assert sorted(os.listdir()) == sorted(["a.txt", "good.txt", *(f"out.{format}" for format in Format)])


def test_a_file_holds_what_the_standard_output_would() -> None:
    written = everything("a.txt", "gone.txt")
    for format in MACHINES:
        assert check("a.txt", "gone.txt", "--format", format).out == written[format]
        assert check("a.txt", "gone.txt", "--output", f"{format}=-").out == written[format]


def test_json_lines_say_what_json_says() -> None:
    Path("a.txt").write_text(BAD + "jwtlint: ignore CON999\n")
    written = everything(
        "a.txt", "good.txt", "gone.txt", "--select", "TPL901,CON901,STR901,CAT901", "--exit-zero"
    )
    whole = as_one(written[Format.JSONL])
    Draft202012Validator(SCHEMA).validate(whole)
    assert whole == json.loads(written[Format.JSON])
    assert whole["version"] == __version__
    assert whole["not_run"]
    assert written[Format.JSONL].isascii()


def test_json_lines_when_the_settings_are_wrong() -> None:
    outcome = check("a.txt", "--select", "TPL999", "--format", "jsonl")
    assert outcome.code == 2
    (error,) = as_one(outcome.out)["errors"]
    assert outcome.err == f"error: {error['message']}\n"


@pytest.mark.parametrize("format", MACHINES)
def test_the_standard_output_holds_nothing_else(format: Format) -> None:
    told = check("a.txt", "gone.txt")
    beside = check("a.txt", "gone.txt", "--output", f"{format}=-", "--color=never")
    assert beside.code == told.code == 2
    # The report for people gives way to the other.
    assert beside.err.count("error: gone.txt: ") == 1
    assert "a.txt:1:15 error TPL901" in beside.err
    alone = check("a.txt", "gone.txt", "--format", format)
    assert alone.out == beside.out
    assert alone.err == told.err


@pytest.mark.parametrize("format", MACHINES)
def test_wrong_settings_are_said_in_every_format(format: Format) -> None:
    outcome = check("a.txt", "--select", "TPL999", "--format", format)
    assert outcome.code == 2
    assert "TPL999" in outcome.out
    assert outcome.err.count("\n") == 1


def test_statistics_and_quiet_go_their_ways() -> None:
    outcome = check("a.txt", "--statistics", "--output", "sarif=x.sarif")
    assert outcome.out.startswith("1  ")
    assert len(json.loads(Path("x.sarif").read_text())["runs"][0]["results"]) == 3
    assert "info" not in check("good.txt", "--quiet", "--output", "markdown=x.md").out
    assert "statistics" in json.loads(check("a.txt", "--statistics", "--output", "json=-").out)


def test_fixing_through_the_standard_input() -> None:
    outcome = check("-", "gone.txt", "--fix", "--format", "sarif", stdin=b"Draw LEAK SEEN.\n")
    assert outcome.out == "Draw SEEN.\n"
    assert [one["ruleId"] for one in json.loads(outcome.err)["runs"][0]["results"]] == ["STR901"]


def test_what_is_fixed_is_not_reported() -> None:
    written = everything("a.txt", "--fix")
    assert "TPL901" not in written[Format.SARIF].partition('"results"')[2]
    assert json.loads(written[Format.JSON])["summary"]["fixed"] == 1


@pytest.mark.parametrize("format", Format)
def test_a_folder_that_is_missing(format: Format) -> None:
    outcome = check("a.txt", "--output", f"{format}=gone/x", "--output", "json=x.json")
    assert outcome.code == 2
    (line,) = outcome.err.splitlines()
    assert line == (
        f"error: {Path('gone/x')}: the report could not be written: No such file or directory; make its folder first"
    )
    # The rest goes on.
    assert "TPL901" in outcome.out
    assert len(json.loads(Path("x.json").read_text())["diagnostics"]) == 3


def test_a_folder_in_its_place() -> None:
    Path("x").mkdir()
    outcome = check("good.txt", "--output", "sarif=x")
    assert outcome.code == 2
    assert (
        outcome.err
        == "error: x: the report could not be written: Is a directory; name a file, not a folder\n"
    )
    assert os.listdir("x") == []


def test_a_report_that_fails_half_way_leaves_the_old_one() -> None:
    for format in Format:
        Path(f"out.{format}").write_text("old")
    with small_files():
        outcome = check("a.txt", *(f"--output={format}=out.{format}" for format in Format))
    assert outcome.code == 2
    assert outcome.err.count(": the report could not be written: File too large\n") == len(Format)
    assert {Path(f"out.{format}").read_text() for format in Format} == {"old"}
    assert sorted(os.listdir()) == sorted(["a.txt", "good.txt", *(f"out.{format}" for format in Format)])


@contextmanager
def small_files() -> Iterator[None]:
    """No file takes more than 16 bytes."""
    resource = pytest.importorskip("resource", reason="Windows has no limits on files")
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize(
    ("reason", "remedy"),
    [
        (errno.ENOSPC, "; make room there"),
        (errno.EACCES, "; choose a place that may be written"),
        (errno.EIO, ""),
    ],
)
def test_what_to_do_about_it(reason: int, remedy: str) -> None:
    Path("x").write_text("old")

    def fail(file: BinaryIO) -> None:
        file.write(b"new")
        raise OSError(reason, os.strerror(reason))

    assert write_file(Path("x"), fail) == Failure(
        "x", f"the report could not be written: {os.strerror(reason)}{remedy}"
    )
    assert Path("x").read_text() == "old"


def test_devices_and_links_stay_what_they_are() -> None:
    os.mkfifo("pipe")
    Path("there.json").write_text("old")
    Path("link.json").symlink_to("there.json")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert check("a.txt", "--output", "github=pipe", "--output", "json=link.json").code == 1
        assert len(commands(os.read(reader, 1 << 16).decode())) == 3
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(os.stat("pipe").st_mode)
    assert Path("link.json").is_symlink()
    assert json.loads(Path("there.json").read_text())["diagnostics"]


def test_reports_of_earlier_runs_are_not_checked() -> None:
    outputs = ("--output", "markdown=report.md", "--output", "rich=report.txt")
    first = check(".", *outputs)
    assert Path("report.md").exists()
    assert check(".", *outputs).out == first.out


def test_the_summary_of_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("before.md").write_text("already here\n")
    Path("catalog").mkdir()
    Path("catalog/b.md").write_text(BAD)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(Path("before.md").absolute()))
    for name, value in {
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": os.getcwd(),
        "GITHUB_SERVER_URL": "https://github.example",
        "GITHUB_REPOSITORY": "me/mine",
        "GITHUB_SHA": "0123abc",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir("catalog")
    found = commands(check("b.md", "--format", "github").out)
    assert {one.properties["file"] for one in found} == {"catalog/b.md"}
    summary = Path("../before.md").read_text()
    assert summary.startswith("already here\n## jwtlint: 1 error")
    assert "(https://github.example/me/mine/blob/0123abc/catalog/b.md?plain=1#L1)" in summary
    check("b.md", "--format", "sarif")
    assert Path("../before.md").read_text() == summary


def test_the_summary_takes_the_room_that_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("summary.md").write_text("x" * (LIMIT - 400))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    check("a.txt", "--format", "github")
    summary = Path("summary.md").read_text()
    assert LIMIT - 400 < len(summary.encode()) <= LIMIT
    assert summary.endswith("3 more findings had no room here.\n")


def test_a_summary_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "gone/summary.md")
    outcome = check("good.txt", "--format", "github")
    assert outcome.code == 2
    assert outcome.err.startswith("error: gone/summary.md: the report could not be written: ")


def test_commands_in_a_prompt_are_obeyed_in_no_format() -> None:
    Path("::error::p.txt").write_text("::error::LEAK ##[add-mask]x\n::warning::LEAK\n##[group]LEAK\n")
    for format in Format:
        outcome = check(".", "--format", format)
        found = commands(outcome.out) + commands(outcome.err)
        if format is Format.GITHUB:
            assert all(one.properties["title"] for one in found)
        else:
            assert not found, format


@pytest.mark.parametrize(
    ("needs", "kept"),
    [
        (Needs.FINDINGS, [("a.txt", False, False)]),
        (Needs.FILES, [("a.txt", False, False), ("good.txt", False, False)]),
        (Needs.SOURCES, [("a.txt", True, True), ("good.txt", False, True)]),
    ],
)
def test_only_what_a_format_needs_is_kept(
    needs: Needs, kept: list[tuple[str, bool, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, bool, bool]] = []

    def remember(report: Report) -> Iterator[str]:
        seen.extend((one.path, one.source is not None, bool(one.result.not_run)) for one in report.checked)
        yield ""

    monkeypatch.setitem(COLLECTED, Format.MARKDOWN, needs)
    monkeypatch.setattr(markdown, "markdown", remember)
    check("a.txt", "good.txt", "--select", "TPL901,CAT901", "--format", "markdown")
    assert seen == kept


def test_the_list_of_rules_has_two_forms() -> None:
    assert jwtlint("rules", "--format", "sarif").code == 2
