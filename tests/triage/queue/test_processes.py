"""Several processes on one queue, and processes that are killed."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from jwtlint.triage.queue import reading
from jwtlint.triage.queue.database import Database
from jwtlint.triage.queue.errors import QueueError
from jwtlint.triage.queue.model import Submission
from jwtlint.triage.queue.queue import Queue
from jwtlint.triage.queue.states import State
from jwtlint.triage.queue.verifying import differences

from .desk import START, content

ROOT = Path(__file__).parents[3]
CASES = 20


def _claim_all(path: Path, actor: str, together: Barrier) -> list[int]:
    """Try to claim every case at the same moment as the other; the cases that were won."""
    queue = Queue(Database(path), lambda: START)
    won = []
    for case in range(1, CASES + 1):
        together.wait()
        with suppress(QueueError):
            queue.claim(case, actor)
            won.append(case)
    return won


def _open_and_add(path: Path, together: Barrier) -> int:
    """Make the queue at the same moment as the others, and add a report."""
    together.wait()
    database = Database(path)
    receipt = Queue(database, lambda: START).add(Submission(f"odd {os.getpid()}"), content())
    database.close()
    return receipt.report


def test_of_two_who_claim_a_case_at_once_one_wins(tmp_path: Path) -> None:
    path = tmp_path / "triage.db"
    queue = Queue(Database(path), lambda: START)
    for number in range(CASES):
        queue.add(Submission(f"odd {number}"), content())
    context = get_context("spawn")
    with context.Manager() as manager, context.Pool(2) as pool:
        together = manager.Barrier(2)
        tasks = [pool.apply_async(_claim_all, (path, actor, together)) for actor in ("ann", "bob")]
        ann, bob = (task.get(timeout=120) for task in tasks)
    assert sorted(ann + bob) == list(range(1, CASES + 1))
    with queue.database.reading() as connection:
        holders = {number: reading.case(connection, number).holder for number in reading.numbers(connection)}
        assert all(reading.case(connection, number).state is State.CLAIMED for number in holders)
    assert holders == {**dict.fromkeys(ann, "ann"), **dict.fromkeys(bob, "bob")}
    queue.database.close()


def test_many_who_make_the_queue_at_once(tmp_path: Path) -> None:
    path = tmp_path / "new" / "triage.db"
    context = get_context("spawn")
    with context.Manager() as manager, context.Pool(4) as pool:
        together = manager.Barrier(4)
        tasks = [pool.apply_async(_open_and_add, (path, together)) for _ in range(4)]
        assert sorted(task.get(timeout=120) for task in tasks) == [1, 2, 3, 4]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_what_was_acknowledged_outlives_a_kill(tmp_path: Path) -> None:
    """The benchmark does the same with 10,000 reports and 30 moments."""
    path = tmp_path / "triage.db"
    acknowledged: set[str] = set()
    for run, moment in enumerate((1, 7, 40, 41)):
        acknowledged |= _intake_until_killed(path, moment, first=run * 10**6)
    database = Database(path)
    kept = {row["masked"] for row in database.connection.execute("SELECT masked FROM reports")}
    assert len(acknowledged) >= 89
    assert acknowledged <= kept
    # What was begun and not acknowledged is there whole, or not at all.
    assert list(differences(database.connection)) == []
    assert database.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    database.close()


def _intake_until_killed(path: Path, acknowledgements: int, first: int) -> set[str]:
    """Let a process take reports in, kill it after so many acknowledgements; the texts that it acknowledged."""
    command = [sys.executable, "-m", "benchmarks.queue_intake", str(path), str(first), str(10**6)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)
    assert process.stdout is not None
    seen = [process.stdout.readline() for _ in range(acknowledgements)]
    process.kill()
    # It went on until the signal came: what it said meanwhile counts, too, but for a line that was cut off.
    seen += [line for line in process.stdout if line.endswith(b"\n")]
    process.wait()
    process.stdout.close()
    assert process.returncode == -signal.SIGKILL
    return {line.decode().rstrip("\n") for line in seen}
