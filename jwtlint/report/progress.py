"""A progress bar for long work, on the error output."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")


def with_progress(results: Iterable[_T], total: int) -> Iterator[_T]:
    """Hand on results as they come, and show how many pictures are done and how long the others will take."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading pictures"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task("", total=total)
        for one in results:
            progress.advance(task)
            # The report must not be written over the bar.
            progress.stop()
            yield one
            progress.start()
