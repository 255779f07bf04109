"""The shape of the database, version by version: one file of SQL a step, never changed once released."""

import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ..errors import QueueError


@cache
def _steps() -> tuple[str, ...]:
    """The SQL of each step, in order; step n makes version n."""
    found = sorted((one for one in files(__package__).iterdir() if one.name.endswith(".sql")), key=str)
    return tuple(one.read_text(encoding="utf-8") for one in found)


def newest() -> int:
    """The version that this jwtlint reads and writes."""
    return len(_steps())


def version_of(connection: sqlite3.Connection) -> int:
    """The version of a database; 0 for an empty one."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database to the newest version, all steps in one transaction.

    Raises QueueError for a database of a newer jwtlint, or of another program.
    """
    if version_of(connection) == newest():
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have been faster.
        version = version_of(connection)
        if version > newest():
            raise QueueError(
                f"its format is version {version}, and this jwtlint knows {newest()}; update jwtlint, or name "
                "another file with --db"
            )
        if version == 0 and connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise QueueError("the database of another program; name another file with --db")
        for step in _steps()[version:]:
            for statement in _statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {newest()}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script: `executescript` would commit each on its own."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
