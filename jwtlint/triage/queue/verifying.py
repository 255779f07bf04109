"""Does the state of the queue follow from its log?"""

import sqlite3
from collections.abc import Iterator

from .events import read
from .migrations import migrate
from .projection import TABLES, project


def differences(connection: sqlite3.Connection) -> Iterator[str]:
    """What stands otherwise in the tables of the state than the events make it, a sentence a table.

    The events are replayed beside the queue, in a temporary database, which is left as soon as the last is read.
    """
    replayed = sqlite3.connect("", isolation_level=None)
    try:
        replayed.row_factory = sqlite3.Row
        migrate(replayed)
        replayed.execute("BEGIN")
        columns = "seq, at, kind, actor, case_id, report_id, body"
        rows = connection.execute(f"SELECT {columns} FROM events ORDER BY seq")
        replayed.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)", map(tuple, rows))
        for event in read(replayed):
            project(replayed, event)
        for table in TABLES:
            missing = _rows(replayed, table) - _rows(connection, table)
            surplus = _rows(connection, table) - _rows(replayed, table)
            if missing or surplus:
                yield (
                    f"{table}: {len(missing)} rows of the log are missing or different, {len(surplus)} stand there "
                    "without a reason"
                )
    finally:
        replayed.close()


def _rows(connection: sqlite3.Connection, table: str) -> set[tuple[object, ...]]:
    return set(map(tuple, connection.execute(f"SELECT * FROM {table}")))
