"""Results that are kept: the same again without looking, and never where something has changed."""

import json
import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from jwtlint import run, worker
from jwtlint.calendar import Days
from jwtlint.document import Document
from jwtlint.engine import Linter
from jwtlint.entry.model import Entry
from jwtlint.finding import NotRun, Result
from jwtlint.outcome import EntryNote, Outcome
from jwtlint.packing import kept, pack
from jwtlint.picture.picture import Picture
from jwtlint.picture.reader import Readers
from jwtlint.store import holdings
from tests.demo import PACK, jwtlint
from tests.picture.drawing import FakeReader, stacked

PROMPT = 'Draw a diagram titled "Checkout Flow" with boxes labeled "Browser" and "Payment Service".\n'


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeReader:
    """Reads a misspelt label on every picture of an empty working folder with a cache of its own."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    monkeypatch.setattr(run, "cache_folder", lambda: tmp_path / "cache")
    made = FakeReader(lambda _: "Brwoser", *stacked("Checkout Flow", "", "Brwoser", "", "Payment Service"))
    monkeypatch.setattr(worker, "readers_of", lambda choice: Readers((made,)))
    Path("a.txt").write_text(PROMPT)
    Image.new("RGB", (1024, 600), "white").save("a.png")
    return made


def check(*arguments: str) -> str:
    return jwtlint("check", "a.txt", "a.png", "--select", "PIC", "--jobs", "1", *arguments).out


def linted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by a path whenever a picture is really checked."""
    seen: list[str] = []
    lint = Linter.lint_picture

    def noted(self: Linter, picture: Picture, entry: Entry | None = None) -> Result:
        seen.append(picture.path)
        return lint(self, picture, entry)

    monkeypatch.setattr(Linter, "lint_picture", noted)
    return seen


def test_the_second_run_says_the_same_without_looking(
    reader: FakeReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = linted(monkeypatch)
    first = check()
    assert "'Brwoser' is drawn where 'Browser' is asked for" in first
    assert check() == first
    assert (seen, reader.reads) == (["a.png"], 1)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda: Path("a.txt").write_text(PROMPT.replace("Browser", "Client")), id="prompt"),
        pytest.param(lambda: Image.new("RGB", (1024, 601), "white").save("a.png"), id="picture"),
        pytest.param(lambda: Path("jwtlint.toml").write_text('ignore = ["SPL"]\n'), id="configuration"),
        pytest.param(
            lambda: Path("jwtlint.toml").write_text("[pictures]\nmin-confidence = 0.9\n"), id="confidence"
        ),
    ],
)
def test_what_changes_is_checked_again(
    reader: FakeReader, monkeypatch: pytest.MonkeyPatch, change: Callable[[], object]
) -> None:
    seen = linted(monkeypatch)
    check()
    change()
    check()
    assert len(seen) == 2


def test_word_lists_count_by_their_content(reader: FakeReader, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = linted(monkeypatch)
    Path("jwtlint.toml").write_text('[spelling]\nword-list = ["words"]\n')
    for words in ("one\n", "one\n", "two\n"):
        Path("words").write_text(words)
        check()
    assert len(seen) == 2


def test_what_suppressions_were_good_for_is_kept_too(
    reader: FakeReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = linted(monkeypatch)
    Path("jwtlint.toml").write_text(
        '[[suppress]]\nrules = ["PIC101"]\n[[suppress]]\nrules = ["PIC102"]\nfiles = ["a.png"]\n'
    )
    outputs = {check("."), check(".")}
    assert len(outputs) == 1
    output = outputs.pop()
    assert "1 finding suppressed" in output
    assert "the suppression of PIC102 silences nothing" in output
    assert "the suppression of PIC101" not in output
    assert seen == ["a.png"]


def test_a_suppression_that_was_of_use_while_fixing_is_not_called_idle(reader: FakeReader) -> None:
    Path("jwtlint.toml").write_text('[[suppress]]\nrules = ["SPL103"]\n')
    Path("a.txt").write_text(PROMPT.replace("Browser", "Browser with Javascript"))
    outcome = jwtlint("check", ".", "--jobs", "1", "--fix")
    assert "1 finding suppressed" in outcome.out
    assert "silences nothing" not in outcome.out


def test_nothing_is_kept_where_nobody_wants_it(reader: FakeReader, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = linted(monkeypatch)
    check("--no-cache")
    check("--no-cache")
    assert len(seen) == 2


OUTCOME = Outcome(
    Result(
        "a.txt", not_run=(NotRun("PIC101", "no picture", "a.txt"), NotRun("PIC102", "no picture", "a.txt"))
    ),
    (EntryNote("e1", "a.png"),),
)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x80\x05garbage",
        b"\xff" * 99,
        zlib.compress(b""),
        zlib.compress(b"\x90"),
        zlib.compress(b"\xc0"),
    ],
)
def test_anything_else_is_as_good_as_none(content: bytes) -> None:
    today = date(2026, 6, 8)
    assert kept(pack(OUTCOME), "a.txt", today) == OUTCOME
    assert kept(content, "a.txt", today) is None


def test_what_holds_on_some_days_only_is_no_use_on_others() -> None:
    day = date(2026, 6, 8)
    packed = pack(OUTCOME._replace(days=Days(day.toordinal(), day.toordinal() + 1)))
    found = [kept(packed, "a.txt", day + timedelta(ahead)) is not None for ahead in (-1, 0, 1, 2)]
    assert found == [False, True, True, False]


def test_an_export_is_kept_although_it_is_a_single_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(run, "cache_folder", lambda: tmp_path / "cache")
    Path("all.jsonl").write_text("".join(json.dumps({"id": n, "prompt": PROMPT}) + "\n" for n in range(60)))
    looked: list[int] = []
    lint = Linter.lint_document

    def noted(self: Linter, document: Document) -> Result:
        looked.append(1)
        return lint(self, document)

    monkeypatch.setattr(Linter, "lint_document", noted)
    first = jwtlint("check", "all.jsonl", "--jobs", "1").out
    assert len(looked) == 60
    assert jwtlint("check", "all.jsonl", "--jobs", "1").out == first
    assert len(looked) == 60


def test_the_same_rules_installed_anew_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(30):
        Path(f"{number}.txt").write_text(f"{number} Draw LEAK a box.\n")
    rules = Path("pack")
    shutil.copytree(PACK, rules, ignore=shutil.ignore_patterns("__pycache__"))

    def kept_after_a_run() -> int:
        # In a process of its own, as a process reads its rules only once.
        command = [sys.executable, "-m", "jwtlint", "check", ".", "--pack", "pack", "--select", "TPL901"]
        environment = {
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parents[1]),
            "XDG_CACHE_HOME": str(tmp_path / ".cache"),
        }
        assert subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 1
        return sum(one.values for one in holdings(tmp_path / ".cache" / "jwtlint"))

    assert kept_after_a_run() == 30
    for path in rules.rglob("*"):
        os.utime(path, (1, 1))
    assert kept_after_a_run() == 30
    (rules / "pack.toml").write_text((rules / "pack.toml").read_text() + "\n# changed\n")
    assert kept_after_a_run() == 60
