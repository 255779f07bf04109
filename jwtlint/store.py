"""What earlier runs found out, kept by name in one SQLite file.

Parallel runs share it (write-ahead log), a run that is killed leaves it whole, and what nobody has asked for the
longest goes when it grows too large. It is a cache: whatever is wrong with it, nothing fails; it is made anew.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import NamedTuple

FILE_NAME = "kept.sqlite"
LARGEST = 1 << 30
"""The file grows no larger than this many bytes, but for what one run adds."""
_WAIT = 5.0
"""Seconds to wait for another run that is writing."""
_VERSION = 1
_AT_ONCE = 500
_LARGEST_VALUE = 64 << 20
"""Bytes; whatever is larger was not put there by us."""
_TABLE = """\
CREATE TABLE kept (
    name BLOB PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    used INTEGER NOT NULL,
    value BLOB NOT NULL
) WITHOUT ROWID
"""


class Holdings(NamedTuple):
    """How many values of a kind are kept, and their bytes."""

    kind: str
    values: int
    size: int


class Store:
    """Keeps values of one kind ("results", "sights") in a folder; without a folder it keeps nothing.

    A name is 16 to 32 bytes of a hash over all that the value depends on.
    """

    def __init__(self, folder: Path | None, kind: str, largest: int = LARGEST) -> None:
        self._folder = folder
        self._kind = kind
        self._largest = largest
        self._today = date.today().toordinal()

    def get(self, names: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is kept under the names, as far as something is."""
        found: dict[bytes, bytes] = {}
        database = self._database
        if database is None:
            return found
        with self._trying():
            stale: list[bytes] = []
            for some in _portions(names):
                marks = ",".join("?" * len(some))
                rows = database.execute(
                    f"SELECT name, value, used FROM kept WHERE name IN ({marks}) "
                    f"AND typeof(value) = 'blob' AND length(value) <= {_LARGEST_VALUE}",
                    some,
                )
                for name, value, used in rows:
                    found[name] = value
                    if used != self._today:
                        stale.append(name)
            if stale:
                # Once a day is enough to tell what is still asked for.
                with database:
                    database.executemany(
                        "UPDATE kept SET used = ? WHERE name = ?", [(self._today, one) for one in stale]
                    )
        return found

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep values; where that is not possible, they are found out again next time."""
        database = self._database
        if not values or database is None:
            return
        rows = [
            (name, self._kind, self._today, value)
            for name, value in values.items()
            if len(value) <= _LARGEST_VALUE
        ]
        with self._trying(), database:
            database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)

    def close(self) -> None:
        """Make room where it has grown too large, and let go of the file."""
        database = self.__dict__.get("_database")
        if database is None:
            return
        with suppress(sqlite3.Error):
            _shrink(database, self._largest)
        database.close()
        del self._database

    @contextmanager
    def _trying(self) -> Iterator[None]:
        """A fault of the file ends what is done with it, and no more; one that is broken is made anew."""
        try:
            yield
        except sqlite3.OperationalError:
            # Locked for too long, or the disk is full.
            return
        except sqlite3.DatabaseError:
            self.__dict__.pop("_database").close()
            if self._folder is not None:
                self._database = _anew(self._folder / FILE_NAME)

    @cached_property
    def _database(self) -> sqlite3.Connection | None:
        if self._folder is None:
            return None
        path = self._folder / FILE_NAME
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            return _made(str(path))
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                return None
            # No database, or a broken one.
            return _anew(path)
        except OSError:
            return None


def cache_folder() -> Path:
    """Where the system keeps caches."""
    from platformdirs import user_cache_path

    return user_cache_path("jwtlint")


def holdings(folder: Path) -> list[Holdings]:
    """What a folder keeps. Raises sqlite3.Error for a broken file."""
    path = folder / FILE_NAME
    if not path.is_file():
        return []
    database = _made(str(path))
    try:
        rows = database.execute(
            "SELECT kind, count(*), sum(length(value)) FROM kept GROUP BY kind ORDER BY kind"
        )
        return [Holdings(*row) for row in rows]
    finally:
        database.close()


def clear(folder: Path) -> None:
    """Delete what a folder keeps. Raises OSError where that is not possible."""
    for path in _files(folder / FILE_NAME):
        path.unlink(missing_ok=True)


def size_of(folder: Path) -> int:
    """The bytes that the files take."""
    return sum(path.stat().st_size for path in _files(folder / FILE_NAME) if path.is_file())


def _files(path: Path) -> list[Path]:
    return [path.with_name(path.name + ending) for ending in ("", "-wal", "-shm")]


def _made(path: str) -> sqlite3.Connection:
    """The database of a file, ready for use. Raises sqlite3.Error."""
    database = sqlite3.connect(path, timeout=_WAIT)
    try:
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version != _VERSION:
            database.execute("PRAGMA auto_vacuum = INCREMENTAL")
            database.execute("PRAGMA journal_mode = WAL")
            with database:
                database.execute("BEGIN IMMEDIATE")
                # Another run may have been faster; what another version kept is of no use.
                (version,) = database.execute("PRAGMA user_version").fetchone()
                if version != _VERSION:
                    database.execute("DROP TABLE IF EXISTS kept")
                    database.execute(_TABLE)
                    database.execute(f"PRAGMA user_version = {_VERSION}")
        holds = database.execute("SELECT type, sql FROM sqlite_master").fetchall()
        if holds != [("table", _TABLE)]:
            # A view or a trigger in its place would run whenever we look.
            raise sqlite3.DatabaseError("another table than ours")
        # A power failure may cost the last values, never the file (SQLite, "PRAGMA synchronous").
        database.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        database.close()
        raise
    return database


def _anew(path: Path) -> sqlite3.Connection | None:
    try:
        for file in _files(path):
            file.unlink(missing_ok=True)
        return _made(str(path))
    except (OSError, sqlite3.Error):
        return None


def _shrink(database: sqlite3.Connection, largest: int) -> None:
    """Delete what was asked for the longest ago, until a tenth of the room is free again."""
    (page,) = database.execute("PRAGMA page_size").fetchone()

    def size() -> int:
        (pages,) = database.execute("PRAGMA page_count").fetchone()
        (free,) = database.execute("PRAGMA freelist_count").fetchone()
        return int(page * (pages - free))

    if size() <= largest:
        return
    while (excess := size() - largest * 9 // 10) > 0:
        oldest = database.execute("SELECT name, length(value) FROM kept ORDER BY used, name")
        gone: list[tuple[bytes]] = []
        for name, length in oldest:
            gone.append((name,))
            excess -= length
            if excess <= 0:
                break
        oldest.close()
        if not gone:
            break
        with database:
            database.executemany("DELETE FROM kept WHERE name = ?", gone)
    # As a script, because `execute` takes the first freed page for the end of it.
    database.executescript("PRAGMA incremental_vacuum")


def _portions(names: Iterable[bytes]) -> Iterator[list[bytes]]:
    """SQLite takes only so many parameters at once."""
    rest = iter(names)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
