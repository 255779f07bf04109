"""What there is in a queue; nothing here changes it."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from . import events
from .errors import QueueError
from .events import Event
from .model import Case, ClaimRef, Contact, Decision, FiledClaim, Report, case_name
from .records import case_of, claim_of, decision_of, report_of

ALL = -1
"""No limit, as SQLite has it."""
_CASES = "SELECT cases.*, contents.entry FROM cases JOIN contents USING (case_hash)"
_LISTED = (
    "SELECT cases.*, contents.entry, (SELECT masked FROM filings JOIN reports ON reports.id = report_id"
    " WHERE case_id = cases.id ORDER BY report_id LIMIT 1) AS words FROM cases JOIN contents USING (case_hash)"
)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What an entry was when it was reported; `picture` is a path, `picture_hash` the BLAKE2b of the file then."""

    case_hash: str
    entry: str
    title: str
    labels: tuple[str, ...]
    picture: str | None
    picture_hash: str | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known of one case: reports in the order in which they came, the latest decision last.

    `earlier` are cases about the same thing on what the entry was before or after: they decide nothing here.
    `contacts` are those who sent the reports, by number.
    """

    case: Case
    content: Snapshot
    reports: tuple[Report, ...]
    claims: tuple[FiledClaim, ...]
    decisions: tuple[Decision, ...]
    history: tuple[Event, ...]
    earlier: tuple[Case, ...]
    contacts: dict[int, Contact]

    def claims_of(self, report: int) -> tuple[FiledClaim, ...]:
        """The claims of one report that belong to this case."""
        return tuple(one for one in self.claims if one.report == report)


class Show(StrEnum):
    """Which cases to list."""

    WAITING = "waiting"
    BREACHED = "breached"
    ALL = "all"


def case(connection: sqlite3.Connection, number: int) -> Case:
    """One case. Raises QueueError where there is no such case."""
    row = connection.execute(f"{_CASES} WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise QueueError(f"there is no case {case_name(number)}; see: jwtlint triage list --all")
    return case_of(row)


def numbers(connection: sqlite3.Connection) -> Iterator[int]:
    """The numbers of all cases, in order."""
    return (row["id"] for row in connection.execute("SELECT id FROM cases ORDER BY id"))


def empty_cases(connection: sqlite3.Connection, after: int, limit: int) -> list[Case]:
    """The next open cases, by number, of which every report is empty; without what is kept for a person."""
    rows = connection.execute(
        f"{_CASES} WHERE settled = 0 AND gate = 'empty' AND state = 'open' AND sampled = 0 AND id > ?"
        " ORDER BY id LIMIT ?",
        (after, limit),
    )
    return list(map(case_of, rows))


def last_event(connection: sqlite3.Connection, number: int) -> int:
    """The number of the last event of a case."""
    seq: int = connection.execute("SELECT max(seq) FROM events WHERE case_id = ?", (number,)).fetchone()[0]
    return seq


def cited(
    connection: sqlite3.Connection, number: int, refs: Iterable[ClaimRef]
) -> dict[ClaimRef, FiledClaim]:
    """Those of the claims that are claims of this case."""
    found: dict[ClaimRef, FiledClaim] = {}
    for ref in refs:
        row = connection.execute(
            "SELECT * FROM claims WHERE case_id = ? AND report_id = ? AND number = ?",
            (number, ref.report, ref.number),
        ).fetchone()
        if row is not None:
            found[ref] = claim_of(row)
    return found


def dossier(connection: sqlite3.Connection, number: int, most: int = ALL) -> Dossier:
    """Everything about one case; of its reports the first `most`, of its history the last.

    Raises QueueError where there is no such case.
    """
    found = case(connection, number)
    row = connection.execute("SELECT * FROM contents WHERE case_hash = ?", (found.case_hash,)).fetchone()
    rows = connection.execute(
        "SELECT reports.*, contents.entry, originals.text FROM filings"
        " JOIN reports ON reports.id = filings.report_id JOIN contents USING (case_hash)"
        " LEFT JOIN originals USING (event) WHERE filings.case_id = ? ORDER BY filings.report_id LIMIT ?",
        (number, most),
    )
    reports = tuple(map(report_of, rows))
    last = reports[-1].id
    claims = connection.execute(
        "SELECT * FROM claims WHERE case_id = ? AND report_id <= ? ORDER BY report_id, number", (number, last)
    )
    decisions = connection.execute("SELECT * FROM decisions WHERE case_id = ? ORDER BY event", (number,))
    return Dossier(
        found,
        Snapshot(**{**row, "labels": tuple(json.loads(row["labels"]))}),
        reports,
        tuple(map(claim_of, claims)),
        tuple(map(decision_of, decisions)),
        tuple(events.of_case(connection, number, most)),
        _earlier(connection, found),
        _contacts(connection, number, last),
    )


def _earlier(connection: sqlite3.Connection, case: Case) -> tuple[Case, ...]:
    # In this order: the anchors of one case are few, those of a content may be many.
    rows = connection.execute(
        f"{_CASES} WHERE id IN ("
        "  SELECT theirs.case_id FROM anchors AS ours CROSS JOIN contents AS other CROSS JOIN anchors AS theirs"
        "  WHERE ours.case_id = ? AND other.entry = ? AND other.case_hash <> ours.case_hash"
        "  AND (theirs.case_hash, theirs.category, theirs.anchor) = (other.case_hash, ours.category, ours.anchor)"
        ") ORDER BY id",
        (case.id, case.entry),
    )
    return tuple(map(case_of, rows))


def _contacts(connection: sqlite3.Connection, number: int, last: int) -> dict[int, Contact]:
    rows = connection.execute(
        "SELECT originals.report_id, name, email FROM filings JOIN originals USING (report_id)"
        " WHERE case_id = ? AND report_id <= ? AND (name IS NOT NULL OR email IS NOT NULL)",
        (number, last),
    )
    return {report: Contact(name, email) for report, name, email in rows}


class Listed(NamedTuple):
    """A case, and the words of its first report as they may be shown."""

    case: Case
    words: str


def cases(connection: sqlite3.Connection, now: int, show: Show, limit: int) -> Iterator[Listed]:
    """At most `limit` cases: escalated ones first, then those past their deadline, then by priority and deadline."""
    order = "ORDER BY priority DESC, deadline, id LIMIT ?"
    # Sorted by the clock, no index could be used: each band is in the order of one.
    for escalated in (1, 0):
        for late in ("deadline < ?", "deadline >= ?"):
            if limit <= 0 or (show is Show.BREACHED and late == "deadline >= ?"):
                continue
            where = f"WHERE settled = 0 AND escalated = ? AND {late}"
            rows = connection.execute(f"{_LISTED} {where} {order}", (escalated, now, limit)).fetchall()
            limit -= len(rows)
            yield from map(_listed, rows)
    if show is Show.ALL and limit > 0:
        rows = connection.execute(
            f"{_LISTED} WHERE settled = 1 ORDER BY id DESC LIMIT ?", (limit,)
        ).fetchall()
        yield from map(_listed, rows)


def _listed(row: sqlite3.Row) -> Listed:
    return Listed(case_of(row), row["words"])


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cases wait or are held, how many of them are escalated or past their deadline; and all there are."""

    waiting: int
    escalated: int
    breached: int
    total: int


def counts(connection: sqlite3.Connection, now: int) -> Counts:
    """The numbers of the queue."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM cases WHERE settled = 0),"
        " (SELECT count(*) FROM cases WHERE settled = 0 AND escalated = 1),"
        " (SELECT count(*) FROM cases WHERE settled = 0 AND deadline < ?),"
        " (SELECT count(*) FROM cases)",
        (now,),
    ).fetchone()
    return Counts(*row)
