"""However a run is ended, nobody is left behind, what it found is kept, and the next run says what it would have said."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from benchmarks.catalogs import entries
from jwtlint import run
from jwtlint.entry.record import Record
from jwtlint.outcome import Outcome
from jwtlint.store import FILE_NAME, holdings
from jwtlint.worker import Worker
from tests.demo import jwtlint

ENTRIES = 120
RULES = "TPL,CAT"
ARGUMENTS = ("check", "catalog.jsonl", "--select", RULES, "--isolated", "--today", "2026-06-15")
PATIENCE = 120
"""Seconds; who still holds an output open then is left behind."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to end a process by")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalog in which every entry has a finding, so that a run says something of each."""
    folder = tmp_path_factory.mktemp("killed")
    lines = [json.dumps({**one, "prompt": one["prompt"] + " (array)"}) for one in entries(ENTRIES)]
    (folder / "catalog.jsonl").write_text("\n".join(lines) + "\n")
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "jwtlint"


@contextmanager
def started(folder: Path, cache: Path, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """A run in a group of its own, which says what it finds as it finds it."""
    environment = {
        **os.environ,
        "XDG_CACHE_HOME": str(cache.parent),
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }
    command = [sys.executable, "-m", "jwtlint", *ARGUMENTS, "--format", "jsonl", *arguments]
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=pipe, stderr=pipe, text=True, start_new_session=True
    )
    try:
        yield process
    finally:
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()
        process.kill()
        process.wait()
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def read(process: "subprocess.Popen[str]", lines: int) -> None:
    """Wait for so many lines of what a run says."""
    assert process.stdout is not None
    for _ in range(lines):
        assert process.stdout.readline()


def left(process: "subprocess.Popen[str]") -> tuple[int, str]:
    """The exit code and the error output. Its workers have both outputs, so that these end only when all of them have."""
    _, errors = process.communicate(timeout=PATIENCE)
    return process.returncode, errors


def workers(process: "subprocess.Popen[str]") -> list[int]:
    """The processes that a run has started to check."""
    children = subprocess.run(
        ["ps", "-A", "-o", "ppid=,pid=,args="], capture_output=True, text=True, check=True
    )
    rows = [line.split(None, 2) for line in children.stdout.splitlines()]
    return [int(row[1]) for row in rows if int(row[0]) == process.pid and "spawn_main" in row[2]]


def kept(cache: Path) -> int:
    """How many results are kept, in a file that is whole."""
    with sqlite3.connect(cache / FILE_NAME) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return sum(one.values for one in holdings(cache))


@pytest.fixture(scope="module")
def undisturbed(folder: Path) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        outcome = jwtlint(*ARGUMENTS, "--format", "json", "--jobs", "1", "--no-cache")
    assert outcome.code == 1
    return outcome.out


def group(process: "subprocess.Popen[str]") -> None:
    os.killpg(process.pid, signal.SIGKILL)


def main_alone(process: "subprocess.Popen[str]") -> None:
    process.kill()


@pytest.mark.parametrize(("kill", "lines"), [(group, 1), (group, 9), (main_alone, 7), (main_alone, 11)])
def test_killed(
    folder: Path,
    cache: Path,
    undisturbed: str,
    monkeypatch: pytest.MonkeyPatch,
    kill: Callable[["subprocess.Popen[str]"], None],
    lines: int,
) -> None:
    with started(folder, cache, "--jobs", "2") as process:
        read(process, lines)
        kill(process)
        assert left(process)[0] == -signal.SIGKILL
    known = kept(cache)
    # Only one entry in eight has something to tell.
    assert lines <= known <= ENTRIES
    again(folder, cache, undisturbed, monkeypatch, known)


def again(folder: Path, cache: Path, undisturbed: str, monkeypatch: pytest.MonkeyPatch, known: int) -> None:
    """Run again: what is known is not found out again."""
    checked: list[Record] = []
    check = Worker.check

    def counted(self: Worker, record: Record) -> Outcome:
        checked.append(record)
        return check(self, record)

    monkeypatch.setattr(Worker, "check", counted)
    monkeypatch.setattr(run, "cache_folder", lambda: cache)
    monkeypatch.chdir(folder)
    assert jwtlint(*ARGUMENTS, "--format", "json", "--jobs", "1").out == undisturbed
    assert (len(checked), kept(cache)) == (ENTRIES - known, ENTRIES)


@pytest.mark.parametrize(
    ("number", "word", "everybody"),
    [
        (signal.SIGINT, "interrupted", True),
        (signal.SIGTERM, "terminated", True),
        (signal.SIGTERM, "terminated", False),
    ],
)
def test_stopped(
    folder: Path,
    cache: Path,
    undisturbed: str,
    monkeypatch: pytest.MonkeyPatch,
    number: signal.Signals,
    word: str,
    everybody: bool,
) -> None:
    with started(folder, cache, "--jobs", "2") as process:
        read(process, 8)
        if everybody:
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        assert left(process) == (128 + number, f"{word}\n")
    again(folder, cache, undisturbed, monkeypatch, kept(cache))


def test_a_worker_that_is_killed(folder: Path, cache: Path, undisturbed: str, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    with started(folder, cache, "--jobs", "2", "--output", f"json={report}") as process:
        read(process, 8)
        os.kill(workers(process)[0], signal.SIGKILL)
        assert left(process) == (1, "")
    assert report.read_text() == undisturbed
    assert kept(cache) == ENTRIES


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_nobody_reads_on(folder: Path, cache: Path, jobs: str) -> None:
    with started(folder, cache, "--jobs", jobs) as process:
        read(process, 1)
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdout = None
        assert process.stderr.read() == ""
        assert process.wait(PATIENCE) == 141
    assert 0 < kept(cache) <= ENTRIES
