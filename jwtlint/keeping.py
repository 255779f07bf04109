"""What `jwtlint cache` does."""

import sqlite3
import sys

from .finding import Failure
from .report.counting import counted
from .report.paper import Paper
from .report.rich import report_failures
from .report.visible import visible
from .store import LARGEST, cache_folder, clear, holdings, size_of

_MEBIBYTE = 1 << 20


def show() -> int:
    """Say what is kept. Returns the exit code."""
    folder = cache_folder()
    paper = Paper(sys.stdout)
    try:
        kept = holdings(folder)
        size = size_of(folder)
    except (OSError, sqlite3.Error) as error:
        return _failed(f"{folder}: cannot be read: {error}; jwtlint cache clear removes it")
    paper.line(visible(str(folder)))
    for one in kept:
        paper.line(f"{one.kind}: {counted(one.values, 'value')}, {one.size / _MEBIBYTE:.1f} MiB")
    if not kept:
        paper.line("nothing is kept")
    paper.line(f"{size / _MEBIBYTE:.1f} MiB of at most {LARGEST / _MEBIBYTE:,.0f} MiB on the disk")
    return 0


def forget() -> int:
    """Delete what is kept. Returns the exit code."""
    folder = cache_folder()
    try:
        size = size_of(folder)
        clear(folder)
    except OSError as error:
        return _failed(f"{folder}: cannot be cleared: {error.strerror or error}")
    Paper(sys.stdout).line(f"{visible(str(folder))}: {size / _MEBIBYTE:.1f} MiB cleared")
    return 0


def _failed(reason: str) -> int:
    report_failures(Paper(sys.stderr), [Failure("", reason)])
    return 2
