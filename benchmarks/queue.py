"""What the queue of reports costs when it is full, and what a kill costs.

First 100,000 reports are added to one queue (a tenth of them to one case); then cases are listed, shown, claimed and
decided, each measured inside the process, with the disk and with what is written to the terminal. Then the intake of
10,000 reports is killed at 30 random moments and taken up again, and every report that was acknowledged is looked for.

    python -m benchmarks.queue
    python -m benchmarks.queue --reports 1000 --kills 3
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from io import StringIO
from math import ceil
from pathlib import Path

from jwtlint.report.paper import Paper
from jwtlint.triage.queue import reading
from jwtlint.triage.queue.database import Database
from jwtlint.triage.queue.metrics import measure
from jwtlint.triage.queue.model import Outcome, Ruling, Submission
from jwtlint.triage.queue.queue import Queue
from jwtlint.triage.queue.reading import Show
from jwtlint.triage.queue.terminal.card import MOST_REPORTS, write_card
from jwtlint.triage.queue.terminal.listing import write_list
from jwtlint.triage.queue.verifying import differences

from .queue_intake import content, text_of

ROOT = Path(__file__).parents[1]
REPORTS, KILLS, INTAKE = 100_000, 30, 10_000
TIMES = 300
LIMIT = 50.0
"""Milliseconds that nothing may take."""
_RULING = Ruling(Outcome.UPHELD, "the label is misspelt", (), "I looked", "labels are spelt right")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=REPORTS)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        slow = full(Path(folder) / "full.db", arguments.reports, chance)
        lost = killed(Path(folder) / "killed.db", arguments.kills, chance)
    sys.exit(1 if slow or lost else 0)


def full(path: Path, reports: int, chance: random.Random) -> bool:
    """Fill a queue, and print what each action costs; returns whether one takes too long."""
    database = Database(path)
    now = [1_780_000_000_000]
    queue = Queue(database, lambda: now[0])
    costs: dict[str, list[float]] = {}

    def add() -> None:
        number = chance.randrange(reports)
        label, entry = _about(number, chance)
        queue.add(Submission(f"label {label} of report {number}"), content(entry))
        now[0] += 1000

    for _ in range(reports):
        _timed(costs, "add", add)
    with database.reading() as connection:
        numbers = list(reading.numbers(connection))
        largest = connection.execute("SELECT id, reports FROM cases ORDER BY reports DESC LIMIT 1").fetchone()
    for show in Show:
        for _ in range(TIMES // 10):
            _timed(costs, f"list {show}", partial(_list, database, now[0], show))
    for case in chance.sample(numbers, min(TIMES, len(numbers))):
        _timed(costs, "show", partial(_show, database, case, now[0]))
        _timed(costs, "claim", partial(queue.claim, case, "ann"))
        _timed(costs, "decide", partial(queue.decide, case, "ann", _RULING))
    for _ in range(TIMES // 10):
        _timed(costs, "show the largest", partial(_show, database, largest["id"], now[0]))
        queue.claim(largest["id"], "ann")
        _timed(costs, "decide the largest", partial(queue.decide, largest["id"], "ann", _RULING))
        queue.reopen(largest["id"], "ann", "again")
    print(
        f"{reports} reports in {len(numbers)} cases, the largest of {largest['reports']}; {_size(path)} MiB"
    )
    print(f"{'ms':20}{'median':>10}{'p99':>10}{'most':>10}{'times':>10}")
    for name, values in costs.items():
        values.sort()
        p50, p99 = (values[ceil(share * len(values)) - 1] for share in (0.5, 0.99))
        print(f"{name:20}{p50:>10.2f}{p99:>10.2f}{values[-1]:>10.2f}{len(values):>10}")
    start = time.perf_counter()
    with database.reading() as connection:
        measure(connection, now[0])
    between = time.perf_counter()
    unlike = list(differences(database.connection))
    end = time.perf_counter()
    print(
        f"metrics {1000 * (between - start):.0f} ms; replay of the log {end - between:.1f} s, differences: {len(unlike)}"
    )
    database.close()
    return bool(unlike) or any(values[ceil(0.99 * len(values)) - 1] > LIMIT for values in costs.values())


def killed(path: Path, kills: int, chance: random.Random) -> int:
    """Kill a process at random moments while it takes reports in, and let another go on where it was.

    Returns how much is wrong: reports that were acknowledged and are lost, are there twice, or do not fit the log.
    """
    moments = sorted(chance.sample(range(1, INTAKE), kills))
    acknowledged = 0
    for moment in moments:
        acknowledged = _intake(path, acknowledged, max(moment, acknowledged + 1), chance.uniform(0, 0.005))
    before = acknowledged
    acknowledged = _intake(path, acknowledged, None, 0)
    database = Database(path)
    kept = {row["masked"] for row in database.connection.execute("SELECT masked FROM reports")}
    number: int = database.connection.execute("SELECT count(*) FROM reports").fetchone()[0]
    lost = len({text_of(one) for one in range(acknowledged)} - kept)
    sound: str = database.connection.execute("PRAGMA integrity_check").fetchone()[0]
    unlike = len(list(differences(database.connection)))
    print(
        f"{INTAKE} reports taken in, kill -9 at {kills} random moments ({before} acknowledged at the last): "
        f"{acknowledged} acknowledged, {lost} lost, {number - len(kept)} twice; integrity check: {sound}; tables unlike "
        f"the log: {unlike}"
    )
    database.close()
    twice: int = number - len(kept)
    return lost + unlike + twice + (sound != "ok") + (acknowledged != INTAKE)


def _intake(path: Path, first: int, until: int | None, pause: float) -> int:
    """Take reports in from the first that is not acknowledged; kill it a pause (seconds) after so many are.

    Returns how many are acknowledged then. Without `until` it goes on to its end.
    """
    command = [sys.executable, "-m", "benchmarks.queue_intake", str(path), str(first), str(INTAKE - first)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)
    assert process.stdout is not None
    acknowledged = first
    while (until is None or acknowledged < until) and process.stdout.readline().endswith(b"\n"):
        acknowledged += 1
    if until is not None:
        time.sleep(pause)
        process.kill()
    acknowledged += sum(line.endswith(b"\n") for line in process.stdout)
    process.wait()
    process.stdout.close()
    return acknowledged


def _about(number: int, chance: random.Random) -> tuple[int, int]:
    """The label and entry of a report: a tenth are about one label, the others about any of many."""
    if chance.random() < 0.1:
        return 0, 0
    return chance.randrange(40), number // 60


def _timed(costs: dict[str, list[float]], name: str, action: Callable[[], object]) -> None:
    start = time.perf_counter()
    action()
    costs.setdefault(name, []).append(1000 * (time.perf_counter() - start))


def _list(database: Database, now: int, show: Show) -> None:
    with database.reading() as connection:
        found = list(reading.cases(connection, now, show, 50))
        counts = reading.counts(connection, now)
    write_list(Paper(StringIO()), found, counts, now)


def _show(database: Database, case: int, now: int) -> None:
    with database.reading() as connection:
        dossier = reading.dossier(connection, case, MOST_REPORTS)
    write_card(Paper(StringIO()), dossier, now)


def _size(path: Path) -> int:
    return sum(one.stat().st_size for one in path.parent.glob(f"{path.name}*")) >> 20


if __name__ == "__main__":
    main()
