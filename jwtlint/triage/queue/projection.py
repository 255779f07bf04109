"""From events to the state of the queue: nothing but events changes the tables of the state."""

import json
import sqlite3
from collections.abc import Callable
from typing import Any

from ...finding import Severity
from ..model import Gate
from .events import Event, Kind, read
from .priority import priority, total, weight
from .states import SETTLED, State

TABLES = ("contents", "reports", "cases", "filings", "claims", "anchors", "decisions")
"""What follows from the events, each table after those that it refers to."""

Row = dict[str, Any]


def project(connection: sqlite3.Connection, event: Event) -> None:
    """Let an event have its effect on the state."""
    _EFFECTS[event.kind](connection, event)


def rebuild(connection: sqlite3.Connection) -> None:
    """Derive the whole state anew from the log, in the transaction that is open."""
    for table in reversed(TABLES):
        connection.execute(f"DELETE FROM {table}")
    for event in read(connection):
        project(connection, event)


def _insert(connection: sqlite3.Connection, table: str, row: Row) -> None:
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))


def _seen(connection: sqlite3.Connection, event: Event) -> None:
    body = event.body
    labels = json.dumps(body["labels"])
    _insert(connection, "contents", {**body, "labels": labels})


def _received(connection: sqlite3.Connection, event: Event) -> None:
    body = event.body
    row = {
        "id": event.report,
        "received_at": event.at,
        "case_hash": body["case_hash"],
        "gate": body["gate"],
        "reasons": json.dumps(body["reasons"]),
        "answer": body["answer"],
        "language": body["language"],
        "abusive": body["abusive"],
        "masked": body["masked"],
        "event": event.seq,
        "ref": body.get("ref"),
    }
    _insert(connection, "reports", row)


def _opened(connection: sqlite3.Connection, event: Event) -> None:
    body = event.body
    row = {
        "id": event.case,
        "case_hash": body["case_hash"],
        "category": body["category"],
        "state": State.OPEN,
        "resting": State.OPEN,
        "settled": False,
        "escalated": False,
        "reopenings": 0,
        "opened_at": event.at,
        "deadline": body["deadline"],
        "reports": 0,
        "gate": Gate.EMPTY,
        "severity": 0,
        "priority": 0,
    }
    _insert(connection, "cases", row)


def _filed(connection: sqlite3.Connection, event: Event) -> None:
    body = event.body
    case = _case(connection, event)
    filing = {"case_id": event.case, "report_id": event.report}
    _insert(connection, "filings", filing)
    severity = case["severity"]
    for claim in body["claims"]:
        finding = claim["finding"]
        if finding is not None:
            severity = max(severity, _severity(finding["severity"]))
        listed = {name: json.dumps(claim[name]) for name in ("anchors", "rules")}
        row = {**filing, **claim, **listed, "finding": json.dumps(finding) if finding else None}
        _insert(connection, "claims", row)
    for anchor in body["anchors"]:
        connection.execute(
            "INSERT OR IGNORE INTO anchors VALUES (?, ?, ?, ?)",
            (case["case_hash"], case["category"], anchor, event.case),
        )
    gate = max(Gate(case["gate"]), Gate(body["gate"]), key=weight)
    deadline = min(case["deadline"], body["deadline"])
    _update(connection, event, reports=case["reports"] + 1, gate=gate, severity=severity, deadline=deadline)


def _moved(connection: sqlite3.Connection, event: Event) -> None:
    """A move without further effect than the state, and who holds the case."""
    state = State(event.body["state"])
    changes: Row = {"state": state, "settled": state in SETTLED}
    changes["holder"] = event.actor if state is State.CLAIMED else None
    if state is State.CLAIMED:
        changes["resting"] = _case(connection, event)["state"]
    _update(connection, event, **changes)


def _escalated(connection: sqlite3.Connection, event: Event) -> None:
    _moved(connection, event)
    _update(connection, event, escalated=True)


def _decided(connection: sqlite3.Connection, event: Event) -> None:
    body = event.body
    case = _case(connection, event)
    row = {
        "event": event.seq,
        "case_id": event.case,
        "at": event.at,
        "deadline": case["deadline"],
        "actor": event.actor,
        "evidence": json.dumps(body["evidence"]),
        **{name: body[name] for name in ("outcome", "automated", "judgement", "facts", "rule")},
    }
    _insert(connection, "decisions", row)
    _moved(connection, event)
    _update(connection, event, outcome=body["outcome"], escalated=False)


def _reopened(connection: sqlite3.Connection, event: Event) -> None:
    case = _case(connection, event)
    _moved(connection, event)
    _update(
        connection, event, outcome=None, deadline=event.body["deadline"], reopenings=case["reopenings"] + 1
    )


def _sampled(connection: sqlite3.Connection, event: Event) -> None:
    _update(connection, event, sampled=True)


def _unchanged(connection: sqlite3.Connection, event: Event) -> None:
    """What is forgotten was never part of the state."""


def _case(connection: sqlite3.Connection, event: Event) -> sqlite3.Row:
    row: sqlite3.Row = connection.execute("SELECT * FROM cases WHERE id = ?", (event.case,)).fetchone()
    return row


def _update(connection: sqlite3.Connection, event: Event, **changes: Any) -> None:
    """Change the row of a case, and its priority with it."""
    case = {**_case(connection, event), **changes}
    parts = priority(
        escalated=bool(case["escalated"]),
        gate=Gate(case["gate"]),
        severity=Severity(case["severity"]) if case["severity"] else None,
        reports=case["reports"],
        reopenings=case["reopenings"],
    )
    changes["priority"] = total(parts)
    names = ", ".join(f"{name} = ?" for name in changes)
    connection.execute(f"UPDATE cases SET {names} WHERE id = ?", (*changes.values(), event.case))


def _severity(label: str) -> int:
    return Severity[label.upper()].value


_EFFECTS: dict[Kind, Callable[[sqlite3.Connection, Event], None]] = {
    Kind.SEEN: _seen,
    Kind.RECEIVED: _received,
    Kind.OPENED: _opened,
    Kind.FILED: _filed,
    Kind.CLAIMED: _moved,
    Kind.RELEASED: _moved,
    Kind.ESCALATED: _escalated,
    Kind.DECIDED: _decided,
    Kind.CLOSED: _moved,
    Kind.REOPENED: _reopened,
    Kind.SAMPLED: _sampled,
    Kind.FORGOTTEN: _unchanged,
}
