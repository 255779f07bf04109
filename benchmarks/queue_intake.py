"""A process that takes reports in until it is killed, and says the text of each when it is safe.

python -m benchmarks.queue_intake QUEUE.db FIRST COUNT
"""

import os
import sys
from pathlib import Path

from jwtlint.triage.model import Assessment, Claim, Gate, Verdict
from jwtlint.triage.queue.database import Database
from jwtlint.triage.queue.model import Content, Submission
from jwtlint.triage.queue.queue import Queue

_LABELS = 40


def assess(text: str) -> Assessment:
    """A report about one of the labels of an entry: "label 7 of report 123"."""
    label = int(text.split()[1])
    claim = Claim(text, "spelling", (f"label:{label}",), Verdict.INCONCLUSIVE, "nobody looked", ("SPL101",))
    return Assessment(Gate.SUBSTANTIATED, ("it names a label",), (claim,), "Thank you.", "en", masked=text)


def content(number: int) -> Content:
    """One of many entries."""
    return Content(f"entry-{number}", f"hash-{number}", assess, f"Entry {number}", ("Browser", "API Server"))


def text_of(number: int) -> str:
    """The text of a report."""
    return f"label {number % _LABELS} of report {number}"


def main() -> None:
    """Take the reports in."""
    path, first, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    queue = Queue(Database(path))
    for number in range(first, first + count):
        text = text_of(number)
        queue.add(Submission(text, ref=f"report {number}"), content(number // 1000))
        # Past Python's buffer: what is said must be out of the process before it can be killed.
        os.write(1, f"{text}\n".encode())


if __name__ == "__main__":
    main()
