"""Runs that are killed at random moments: what the next run makes of it.

    python -m benchmarks.killed [--entries 400] [--runs 50] [--jobs 2] [--seed 1]

In turn the whole run is killed (SIGKILL), only the main process, whose workers must then end by themselves, and only one
worker, which must not change what the run says. The cache must be a whole SQLite file then, the next run must write
the same bytes as one that nobody disturbed, and what was kept must not be found out again. Leaves with 1 where that is
not so. Not for Windows.
"""

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Sequence
from contextlib import closing, suppress
from enum import StrEnum
from pathlib import Path
from statistics import median
from typing import NamedTuple

from jwtlint.store import FILE_NAME

from .catalogs import write

_PATIENCE = 60.0
"""Seconds that workers have to end by themselves, and a run to end at all."""
_MARK = 9
"""A level of compression that jwtlint does not use: what is packed anew at it is known again."""


class Victim(StrEnum):
    """Who is killed."""

    ALL = "all"
    MAIN = "main"
    WORKER = "one worker"


class Outcome(NamedTuple):
    """One run that was killed, and the one after it.

    `hit`: it was not yet over. `kept` counts the results in the cache then, `again` those of them that were found out
    again. `gone` are the seconds until its last process had ended, None where one never did.
    """

    victim: Victim
    hit: bool
    kept: int
    again: int
    gone: float | None
    whole: bool
    same: bool

    @property
    def good(self) -> bool:
        """Is all as it should be?"""
        return self.whole and self.same and not self.again and self.gone is not None


class Trial:
    """Kills runs over one catalog."""

    def __init__(self, folder: Path, entries: int, jobs: int) -> None:
        self._catalog = write(folder / "catalog", entries, "jsonl")
        self._cache = folder / "cache"
        self._jobs = jobs
        begun = time.perf_counter()
        self.report = self._finished()
        self.seconds = time.perf_counter() - begun

    def kill(self, victim: Victim, after: float) -> Outcome:
        """Kill somebody so many seconds after the start of a run with an empty cache."""
        self._clear()
        process = self._started()
        hit = self._killed(process, victim, after)
        begun = time.perf_counter()
        same = True
        try:
            out, _ = process.communicate(timeout=_PATIENCE)
            gone: float | None = time.perf_counter() - begun
            if victim is Victim.WORKER or not hit:
                same = out == self.report
        except subprocess.TimeoutExpired:
            gone = None
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        whole, kept = self._marked()
        same &= self._finished() == self.report
        still, all_of_it = self._unchanged()
        return Outcome(victim, hit, kept, kept - still, gone, whole and all_of_it, same)

    def _started(self) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "jwtlint", "check", self._catalog.name, "--isolated"]
        options = ["--format", "json", "--today", "2026-01-01", "--jobs", str(self._jobs)]
        environment = {
            **os.environ,
            "XDG_CACHE_HOME": str(self._cache),
            "PYTHONPATH": str(Path(__file__).parents[1]),
        }
        return subprocess.Popen(
            [*command, *options],
            cwd=self._catalog.parent,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _finished(self) -> bytes:
        """What a run that nobody disturbs says."""
        return self._started().communicate()[0]

    def _killed(self, process: "subprocess.Popen[bytes]", victim: Victim, after: float) -> bool:
        """Kill the victim in a while. Returns whether it was there."""
        try:
            # Its output is longer than a pipe holds, but comes at the end.
            process.wait(after)
            return False
        except subprocess.TimeoutExpired:
            pass
        match victim:
            case Victim.ALL:
                os.killpg(process.pid, signal.SIGKILL)
            case Victim.MAIN:
                process.kill()
            case Victim.WORKER:
                workers = _workers(process.pid)
                if not workers:
                    return False
                with suppress(ProcessLookupError):
                    os.kill(random.choice(workers), signal.SIGKILL)
        return True

    def _clear(self) -> None:
        for path in self._cache.rglob(f"{FILE_NAME}*"):
            path.unlink()

    def _marked(self) -> tuple[bool, int]:
        """Mark what is kept. Returns whether the file is whole, and how many results it holds."""
        paths = list(self._cache.rglob(FILE_NAME))
        if not paths:
            return True, 0
        with closing(sqlite3.connect(paths[0])) as database, database:
            whole = _is_whole(database)
            if not database.execute("SELECT 1 FROM sqlite_master").fetchone():
                return whole, 0
            rows = database.execute("SELECT name, value FROM kept").fetchall()
            marked = [(zlib.compress(zlib.decompress(value), _MARK), name) for name, value in rows]
            database.executemany("UPDATE kept SET value = ? WHERE name = ?", marked)
        return whole, len(rows)

    def _unchanged(self) -> tuple[int, bool]:
        """How many results still bear the mark, and whether the file is whole."""
        (path,) = self._cache.rglob(FILE_NAME)
        with closing(sqlite3.connect(path)) as database:
            rows = database.execute("SELECT value FROM kept").fetchall()
            head = zlib.compress(b"", _MARK)[:2]
            return sum(value[:2] == head for (value,) in rows), _is_whole(database)


def _is_whole(database: sqlite3.Connection) -> bool:
    (verdict,) = database.execute("PRAGMA integrity_check").fetchone()
    return str(verdict) == "ok"


def _workers(parent: int) -> list[int]:
    """The processes that check for a run, as `ps` knows them."""
    listing = subprocess.run(
        ["ps", "-A", "-o", "ppid=,pid=,args="], capture_output=True, text=True, check=True
    )
    rows = [line.split(None, 2) for line in listing.stdout.splitlines()]
    return [int(row[1]) for row in rows if int(row[0]) == parent and "spawn_main" in row[2]]


def table(outcomes: Sequence[Outcome]) -> str:
    """The figures, a line for each victim."""
    lines = [
        f"{'killed':12}{'runs':>6}{'hit':>6}{'kept':>16}{'again':>7}{'left behind':>13}{'broken':>8}{'differ':>8}"
    ]
    for victim in Victim:
        some = [one for one in outcomes if one.victim is victim]
        if not some:
            continue
        kept = [one.kept for one in some]
        spread = f"{min(kept)}…{median(kept):.0f}…{max(kept)}"
        lines.append(
            f"{victim:12}{len(some):>6}{sum(one.hit for one in some):>6}{spread:>16}{sum(one.again for one in some):>7}"
            f"{sum(one.gone is None for one in some):>13}{sum(not one.whole for one in some):>8}"
            f"{sum(not one.same for one in some):>8}"
        )
    ends = [one.gone for one in outcomes if one.victim is Victim.MAIN and one.hit and one.gone is not None]
    if ends:
        lines.append(f"workers ended at most {max(ends):.2f} s after the main process")
    return "\n".join(lines)


def main() -> int:
    """Command line. Returns the exit code."""
    parser = argparse.ArgumentParser(description="Kill runs at random moments.")
    parser.add_argument("--entries", type=int, default=400)
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    random.seed(arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), arguments.entries, arguments.jobs)
        print(f"{arguments.entries} entries, {arguments.jobs} processes, {trial.seconds:.1f} s undisturbed")
        victims = [list(Victim)[number % len(Victim)] for number in range(arguments.runs)]
        outcomes = [trial.kill(victim, random.uniform(0, trial.seconds)) for victim in victims]
    print(table(outcomes))
    return 0 if all(one.good for one in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
