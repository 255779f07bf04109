"""The SQLite file of a queue: how it is opened, and its transactions."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import QueueError
from .migrations import migrate

BUSY_SECONDS = 20.0
"""How long a process waits for another one that writes."""
_PAUSE = 0.01


def default_path() -> Path:
    """Where the system keeps the data of its users."""
    from platformdirs import user_data_path

    return user_data_path("jwtlint") / "triage.db"


class Database:
    """An open queue file, brought to the newest version; made, private to its owner, where it is missing.

    Write-ahead log, foreign keys, and `synchronous=FULL`: what is committed outlives the process and the power
    (https://sqlite.org/pragma.html#pragma_synchronous). Raises QueueError for a file that is no queue.
    """

    def __init__(self, path: Path, *, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path = path
        try:
            _make_private(path)
            self.connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
        except (OSError, ValueError, sqlite3.Error) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            raise QueueError(f"{path}: the queue cannot be opened: {reason}; name a file with --db") from None
        try:
            with _told(path):
                self._prepare(busy_seconds)
        except BaseException:
            self.connection.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is alone in writing from its beginning; it is committed at the end, or never was.

        Raises QueueError where another process writes for too long, or the disk is full.
        """
        with _told(self.path):
            # Whoever reads first and asks for the lock later may find that what was read has changed.
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def scrub(self) -> None:
        """Let nothing of what was deleted stay in the write-ahead log, unless somebody is still reading it."""
        with _told(self.path):
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One view of the queue, whatever others write meanwhile."""
        with _told(self.path):
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                self.connection.execute("ROLLBACK")

    def _prepare(self, busy_seconds: float) -> None:
        connection = self.connection
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        # What is deleted is overwritten with zeros, and not only unlinked.
        connection.execute("PRAGMA secure_delete = ON")
        _use_wal(connection, busy_seconds)
        try:
            migrate(connection)
        except QueueError as error:
            raise QueueError(f"{self.path}: {error}") from None


def _make_private(path: Path) -> None:
    """Make the folder and the file: reports are nobody else's business."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _use_wal(connection: sqlite3.Connection, busy_seconds: float) -> None:
    """Switch to the write-ahead log. SQLite does not wait for a lock there, so this does."""
    end = time.monotonic() + busy_seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
        time.sleep(_PAUSE)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say in one line what the system refuses; what is jwtlint's own fault stays as it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        reason = _REASONS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if reason is None:
            raise
        raise QueueError(f"{path}: {reason}") from error


_REASONS = {
    sqlite3.SQLITE_BUSY: "another process is writing and does not finish; try again",
    sqlite3.SQLITE_NOTADB: "no queue, but some other file; name another one with --db",
    sqlite3.SQLITE_CORRUPT: "the file is damaged; restore it from a backup",
    sqlite3.SQLITE_FULL: "the disk is full; nothing was written",
    sqlite3.SQLITE_IOERR: "the disk failed; nothing was written",
    sqlite3.SQLITE_READONLY: "the file may not be written; change its mode",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened; check the path and its mode",
}
