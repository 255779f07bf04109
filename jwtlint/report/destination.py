"""Files that reports are written to: each is whole in one step, or stays as it was."""

import errno
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from ..files import put
from ..finding import Failure
from .paper import Color, Paper
from .totals import Totals

if TYPE_CHECKING:
    from ..run import Reporter
    from ..session import Checked

_REMEDIES = {
    errno.ENOENT: "make its folder first",
    errno.ENOTDIR: "name a file in a folder",
    errno.EISDIR: "name a file, not a folder",
    errno.EACCES: "choose a place that may be written",
    errno.EPERM: "choose a place that may be written",
    errno.EROFS: "choose a place that may be written",
    errno.ENOSPC: "make room there",
}


class SpooledReport:
    """A report that is written as the files come, kept beside until it can be put into its file as a whole."""

    def __init__(self, path: Path, reporter: "Callable[[Paper], Reporter]") -> None:
        self._path = path
        self._bytes = tempfile.TemporaryFile()  # noqa: SIM115
        self._text = TextIOWrapper(cast(BinaryIO, self._bytes), encoding="utf-8", newline="\n")
        self._reporter = reporter(Paper(self._text, Color.NEVER))
        self._error: OSError | None = None

    def file(self, checked: "Checked") -> None:
        """Take the results of one file."""
        if self._error is None:
            try:
                self._reporter.file(checked)
            except OSError as error:
                self._error = error

    def end(self, totals: Totals) -> Failure | None:
        """Write the file; says why where that is not possible."""
        if self._error is None:
            try:
                self._reporter.end(totals)
                self._text.seek(0)
            except OSError as error:
                self._error = error
        if self._error is None:
            failure = write_file(self._path, partial(shutil.copyfileobj, self._bytes))
        else:
            failure = Failure(str(self._path), _why(self._error))
        with suppress(OSError):
            # What could not be written before is tried again.
            self._bytes.close()
        return failure


def write_file(path: Path, write: Callable[[BinaryIO], object]) -> Failure | None:
    """Let `write` fill a file, all at once; says why where that is not possible."""
    try:
        if path.exists() and not path.is_file():
            # A pipe or a device is written to; putting a file in its place would take it away.
            with path.open("wb") as file:
                write(file)
        else:
            put(path.resolve(), write)
    except OSError as error:
        return Failure(str(path), _why(error))
    return None


def append_to_file(path: Path, content: bytes) -> Failure | None:
    """Write behind what others have written there; says why where that is not possible."""
    try:
        with path.open("ab") as file:
            file.write(content)
    except OSError as error:
        return Failure(str(path), _why(error))
    return None


def _why(error: OSError) -> str:
    reason = f"the report could not be written: {error.strerror or error}"
    remedy = _REMEDIES.get(error.errno or 0)
    return f"{reason}; {remedy}" if remedy else reason
