"""The log of what happened. It is only ever added to; the state of the queue follows from it."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What can happen. Names that stand in a log are never changed."""

    SEEN = "seen"
    """Content that nobody had reported before."""
    RECEIVED = "received"
    OPENED = "opened"
    FILED = "filed"
    CLAIMED = "claimed"
    RELEASED = "released"
    ESCALATED = "escalated"
    DECIDED = "decided"
    CLOSED = "closed"
    REOPENED = "reopened"
    FORGOTTEN = "forgotten"
    """Who sent a report, and what the original words were, is not kept any longer."""
    SAMPLED = "sampled"
    """A case that looks empty, kept for a person."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `at` is milliseconds since 1970, UTC; `seq` counts events from 1, without gaps."""

    seq: int
    at: int
    kind: Kind
    actor: str
    case: int | None
    report: int | None
    body: dict[str, Any]


def append(
    connection: sqlite3.Connection,
    at: int,
    kind: Kind,
    actor: str,
    body: dict[str, Any],
    *,
    case: int | None = None,
    report: int | None = None,
) -> Event:
    """Add an event to the log, in the transaction that is open; returns it as it will be read again."""
    seq: int = connection.execute("SELECT ifnull(max(seq), 0) + 1 FROM events").fetchone()[0]
    written, actor = storable(json.dumps(body, ensure_ascii=False)), storable(actor)
    connection.execute(
        "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)",
        (seq, at, kind.value, actor, case, report, written),
    )
    return Event(seq, at, kind, actor, case, report, json.loads(written))


def storable(text: str) -> str:
    """A text without half surrogate pairs, which strangers' JSON can hold, and which UTF-8 cannot."""
    return text.encode("utf-8", "replace").decode()


def read(connection: sqlite3.Connection) -> Iterator[Event]:
    """All events, in order."""
    return map(_event, connection.execute("SELECT * FROM events ORDER BY seq"))


def of_case(connection: sqlite3.Connection, case: int, most: int) -> list[Event]:
    """The last `most` events of a case, in order; all where that is negative."""
    rows = connection.execute(
        "SELECT * FROM events WHERE case_id = ? ORDER BY seq DESC LIMIT ?", (case, most)
    )
    return [_event(row) for row in rows][::-1]


def _event(row: sqlite3.Row) -> Event:
    return Event(
        row["seq"],
        row["at"],
        Kind(row["kind"]),
        row["actor"],
        row["case_id"],
        row["report_id"],
        json.loads(row["body"]),
    )
