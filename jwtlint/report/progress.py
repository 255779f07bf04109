"""How far a long run has come, on the error output: done, left, rate, findings, time left."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING

from .counting import counted

if TYPE_CHECKING:
    from rich.progress import Progress

    from ..session import Checked, Session

_SHOWN_AFTER = 1.0
"""Seconds. What takes less needs no progress."""


def with_progress(session: "Session", checked: Iterable["Checked"]) -> Iterator["Checked"]:
    """Hand on what is checked, and show on a terminal how much is left.

    The bar is of bytes, because nobody knows how many records the rest of an export has; what is left is estimated
    from that.
    """
    started = monotonic()
    progress: Progress | None = None
    done = findings = 0
    try:
        for one in checked:
            done += 1
            findings += len(one.result.diagnostics)
            seconds = monotonic() - started
            if progress is None and seconds >= _SHOWN_AFTER:
                progress = _begun()
                task = progress.add_task("", total=session.size, words="")
            if progress is not None:
                words = in_words(done, findings, seconds, session.read, session.size)
                progress.update(task, completed=session.read, words=words)
                shown = bool(one.result.diagnostics or one.result.errors)
                if shown:
                    # The report must not be written over the bar.
                    progress.stop()
                yield one
                if shown:
                    progress.start()
            else:
                yield one
    finally:
        if progress is not None:
            progress.stop()


def in_words(done: int, findings: int, seconds: float, read: int, size: int) -> str:
    """What stands beside the bar. `read` and `size` are bytes."""
    left = round(done * (size - read) / read) if read else 0
    rate = done / seconds if seconds else 0.0
    parts = [f"{done:,} done", f"about {left:,} left", f"{rate:,.0f} a second", counted(findings, "finding")]
    return ", ".join(parts)


def _begun() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), TextColumn("{task.fields[words]}"), TimeRemainingColumn())
    progress = Progress(*columns, console=Console(file=sys.stderr), transient=True)
    progress.start()
    return progress
