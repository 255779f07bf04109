"""What stands in a decision or in the history is read by others: it names nobody who sent a report."""

import sqlite3

from .errors import QueueError
from .model import case_name, report_name

_NAMED = """
    SELECT report_id FROM filings JOIN originals USING (report_id)
    WHERE case_id = :case AND (
        (length(name) > 2 AND instr(lower(:words), lower(name)))
        OR (length(email) > 2 AND instr(lower(:words), lower(email)))
    ) LIMIT 1
"""


def check_unnamed(connection: sqlite3.Connection, case: int, *words: str) -> None:
    """Raises QueueError where words about a case hold the name or address of somebody who reported it."""
    row = connection.execute(_NAMED, {"case": case, "words": " ".join(words)}).fetchone()
    if row is not None:
        raise QueueError(
            f"this names who sent {report_name(row['report_id'])}, and all who reported {case_name(case)} may read it; "
            "leave the name out"
        )
