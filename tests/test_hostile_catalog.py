"""A catalog of strangers harms nothing: nothing outside is read, nothing is run or shown as markup, the rest is checked."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree, html

from jwtlint import run
from tests.demo import jwtlint
from tests.hostile_catalog import BROKEN, Place, entries, entry, make
from tests.report.actions_runner import commands
from tests.report.gfm import live, rendered
from tests.watching import watched

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes, sockets and such names are those of Unix")

ARGUMENTS = ("check", "catalog", "--reader", "none", "--today", "2026-06-15")
FILES = ("all.jsonl", "all.json", "all.csv", "pages")
FORMATS = ("rich", "json", "jsonl", "sarif", "github", "junit", "markdown", "html")
REASONS = {
    "gone.md": "a link to a file that is missing",
    **dict.fromkeys(("loop.png", "loop.txt"), "cannot be read: Too many levels of symbolic links"),
    **dict.fromkeys(("out.json", "out.png", "out.txt", "passwd.txt"), "a link that leads out of the folder"),
    **dict.fromkeys(
        ("pipe.csv", "pipe.json", "pipe.png", "pipe.txt"), "no file, but a pipe, socket or device"
    ),
    **dict.fromkeys(("socket.png", "zero.png", "zero.txt"), "no file, but a pipe, socket or device"),
    "bomb.png": "a picture of more than 36 million pixels",
    "cut.png": "damaged, cut off",
    "text.png": "no picture that can be read",
    "pages/07.md": "line 2: front matter is no YAML: the character U+009B is not allowed",
    "⟨U+DCFF⟩⟨U+DCFE⟩.txt": "a name that is not UTF-8",
}
"""The files that cannot be checked, and why."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return make(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def reports(place: Place, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a run writes in each format, and to a terminal."""
    folder = tmp_path_factory.mktemp("reports")
    outputs = [argument for name in FORMATS for argument in ("--output", f"{name}={folder / name}")]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place.catalog.parent)
        patch.setattr(run, "cache_folder", lambda: folder / "cache")
        outcome = jwtlint(*ARGUMENTS, *outputs, "--jobs", "1")
        terminal = jwtlint(*ARGUMENTS, "--jobs", "1", "--no-cache", terminal=True)
    assert outcome.code == terminal.code == 2
    written = {name: (folder / name).read_bytes().decode() for name in FORMATS}
    return {**written, "standard": outcome.out, "errors": outcome.err, "terminal": terminal.out}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_nothing_outside_is_read_and_nothing_is_started(place: Place, tmp_path: Path, jobs: str) -> None:
    seen = watched(place.catalog.parent, tmp_path, *ARGUMENTS, "--jobs", jobs)
    assert seen.code == 2
    assert seen.outside(place.catalog, tmp_path) == []
    assert seen.actions == ()
    assert place.catalog / "all.csv" in seen.files, "what is inside is seen to be read"


def test_what_lies_in_the_working_folder_is_not_run(place: Place, tmp_path: Path) -> None:
    catalog = tmp_path / "catalog"
    catalog.mkdir()
    (catalog / "all.jsonl").write_text("\n".join(json.dumps(entry(at, "x")) for at in range(99)))
    for name in ("multiprocessing.py", "msgspec.py", "rich.py", "sitecustomize.py", "conftest.py"):
        (catalog / name).write_text("open('owned', 'w')\n")
    seen = watched(catalog, tmp_path / "beside", "check", ".", "--jobs", "2", "--format", "json")
    assert (seen.code, json.loads(seen.out)["errors"]) == (1, [])
    assert not (catalog / "owned").exists()


def test_what_is_broken_is_one_line_and_the_rest_is_checked(reports: dict[str, str]) -> None:
    report = json.loads(reports["json"])
    said = reports["errors"].splitlines()
    assert len(said) == len(set(said)) == len(report["errors"]) == len(BROKEN) + len(REASONS)
    for name, reason in REASONS.items():
        assert [one for one in said if one.startswith(f"error: catalog/{name}: {reason}")]
    assert len([one for one in said if one.startswith("error: catalog/all.jsonl: line ")]) == len(BROKEN)
    leaks = [one for one in report["diagnostics"] if one["rule"] == "TPL101"]
    found = Counter(Path(one["path"]).parts[1] for one in leaks)
    wanted = {name: len(entries()) for name in FILES}
    wanted["all.jsonl"] += 1
    wanted["pages"] -= 1
    assert {name: found[name] for name in FILES} == wanted
    assert report["pictures"] == []


@pytest.mark.parametrize("name", [*FORMATS, "standard", "errors", "terminal"])
def test_nothing_is_obeyed(reports: dict[str, str], name: str) -> None:
    text = re.sub("\x1b\\[[0-9;]*m", "", reports[name]) if name == "terminal" else reports[name]
    unseen = {one for one in text if unicodedata.category(one) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    # Without width, it keeps what GitHub would bring to life apart.
    assert unseen <= ({"\n", "\u200b"} if name == "markdown" else {"\n"})
    obeyed = {command.name for command in commands(text)}
    assert obeyed <= ({"error", "warning", "notice"} if name == "github" else set())


def test_every_line_for_github_is_ours(reports: dict[str, str]) -> None:
    report = json.loads(reports["json"])
    obeyed = commands(reports["github"])
    assert (
        len(obeyed)
        == len(reports["github"].splitlines())
        == len(report["diagnostics"]) + len(report["errors"])
    )
    assert {key for one in obeyed for key in one.properties} <= {
        "file",
        "title",
        "line",
        "endLine",
        "col",
        "endColumn",
    }


def texts(page: html.HtmlElement, path: str) -> list[str]:
    """The attributes or texts of a page at a path."""
    found = page.xpath(path)
    assert isinstance(found, list)
    return [str(one) for one in found]


def test_no_format_shows_markup(reports: dict[str, str]) -> None:
    junit = etree.fromstring(reports["junit"].encode())
    assert {str(one.tag) for one in junit.iter()} <= {
        *("testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out")
    }
    markdown = rendered(reports["markdown"])
    assert markdown.xpath("//img | //script | //iframe | //style | //@onerror") == []
    assert [one for one in texts(markdown, "//@href") if "evil" in one or "script" in one] == []
    assert live(markdown) == []
    page = html.fromstring(reports["html"])
    assert page.xpath("//img | //iframe | //@onerror | //@onclick") == []
    assert [one for one in texts(page, "//@href | //@src") if "evil" in one or "javascript" in one] == []
    assert [one for one in texts(page, "//script/text()") if re.match(r"\s*alert", one)] == []
    for name in ("json", "sarif"):
        json.loads(reports[name])
    for line in reports["jsonl"].splitlines():
        json.loads(line)


BOUNDED = """
import resource
from jwtlint.cli import main

resource.setrlimit(resource.RLIMIT_AS, (200 << 20, 200 << 20))
main()
"""
"""The command line, in so much memory."""


@pytest.mark.skipif(sys.platform != "linux", reason="others do not keep to the limit of memory")
@pytest.mark.parametrize("form", ["jsonl", "json", "csv"])
def test_a_record_of_a_hundred_megabytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    good = entry(1, "x")
    before, between, after = {
        "jsonl": (json.dumps(good) + '\n{"prompt":"', '"}\n', json.dumps(good)),
        "json": ("[" + json.dumps(good) + ',{"prompt":"', '"},', json.dumps(good) + "]"),
        "csv": ('id,prompt\n1,Draw it (array)\n2,"', '"\n', "3,Draw it (array)\n"),
    }[form]
    path = tmp_path / f"all.{form}"
    with path.open("w") as file:
        file.write(before)
        for _ in range(100):
            file.write("(array) :: " * (1_000_000 // 11))
        file.write(between + after)
    command = [
        sys.executable,
        "-c",
        BOUNDED,
        "check",
        path.name,
        "--no-cache",
        "--jobs",
        "1",
        "--format",
        "json",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True)
    path.unlink()
    assert done.returncode == 2, done.stderr
    report = json.loads(done.stdout)
    (error,) = report["errors"]
    assert "is larger than 8 MiB; shorten it or take it out" in error["message"]
    assert len([one for one in report["diagnostics"] if one["rule"] == "TPL101"]) == 2


def test_a_name_of_a_megabyte_is_not_told_with_every_finding(tmp_path: Path) -> None:
    long = {**entry(1, "x"), "id": "i" * 1_000_000, "image": "p" * 1_000_000, "prompt": "(array) " * 100}
    (tmp_path / "all.jsonl").write_text(json.dumps(long))
    outcome = jwtlint("check", str(tmp_path), "--format", "json", "--no-cache", "--select", "TPL,PIC")
    assert outcome.code == 1
    assert len(json.loads(outcome.out)["diagnostics"]) >= 100
    assert len(outcome.out) < 1_000_000


def test_a_crowd_of_the_same_costs_each_a_few_lines(tmp_path: Path) -> None:
    some = 1_500
    one = {**entry(1, "x"), "image": "same.png"}
    near = [json.dumps({**one, "prompt": f"{one['prompt']} {number}"}) for number in range(some)]
    (tmp_path / "all.jsonl").write_text("\n".join([json.dumps(one)] * some + near))
    outcome = jwtlint(
        "check", str(tmp_path), "--format", "json", "--no-cache", "--select", "CAT", "--jobs", "1"
    )
    report = json.loads(outcome.out)
    found = Counter(finding["rule"] for finding in report["diagnostics"])
    assert found["CAT206"] == 2 * some - 1
    assert max(found.values()) <= 2 * some
    assert max(len(finding["related"]) for finding in report["diagnostics"]) <= 3
