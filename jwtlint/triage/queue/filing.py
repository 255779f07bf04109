"""Puts one report into the queue: what is said of it, and the cases that it belongs to."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from ..model import Assessment
from .errors import QueueError
from .events import Kind, append, storable
from .grouping import Group, escalates, groups_of, joined, reopening
from .model import Content, Outcome, Receipt, Submission, report_name
from .projection import project
from .records import claim_body, content_body, report_body
from .states import Action, State, move

INTAKE = "intake"
"""Who acts where no person does."""
_ESCALATABLE = (State.OPEN, State.REOPENED, State.CLAIMED)


class Filing:
    """Files one report that comes in `at` a moment (milliseconds since 1970, UTC), in the transaction that is open.

    `promise` is the time in which it is to be decided, in milliseconds.
    """

    def __init__(
        self, connection: sqlite3.Connection, at: int, promise: int, content: Content, assessment: Assessment
    ) -> None:
        self._connection = connection
        self._at = at
        self._deadline = at + promise
        self._content = content
        self._assessment = assessment

    def file(self, submission: Submission) -> Receipt:
        """File the report, unless it has been received before.

        Raises QueueError where another report came under its `ref`: it must not pass for that one and be lost.
        """
        if submission.ref is not None and (before := self._received_before(submission)) is not None:
            return before
        case_hash = self._content.case_hash
        known = self._connection.execute("SELECT 1 FROM contents WHERE case_hash = ?", (case_hash,))
        if known.fetchone() is None:
            self._log(Kind.SEEN, content_body(self._content))
        report = next_number(self._connection, "reports")
        body = report_body(submission, self._content, self._assessment)
        received = append(self._connection, self._at, Kind.RECEIVED, INTAKE, body, report=report)
        project(self._connection, received)
        sent = (submission.text, submission.reporter, submission.email)
        row = (received.seq, report, *(storable(one) if one else one for one in sent))
        self._connection.execute("INSERT INTO originals VALUES (?, ?, ?, ?, ?)", row)
        groups = groups_of(self._assessment, submission.text)
        cases = tuple(self._join(report, group) for group in groups)
        return Receipt(report, cases, self._assessment, self._settled(cases))

    def _received_before(self, submission: Submission) -> Receipt | None:
        row = self._connection.execute(
            "SELECT id, masked, text FROM reports LEFT JOIN originals USING (event) WHERE ref = ?",
            (submission.ref,),
        ).fetchone()
        if row is None:
            return None
        known, now = row["text"], storable(submission.text)
        if known is None:
            known, now = row["masked"], self._assessment.masked
        if known != now:
            raise QueueError(
                f"{report_name(row['id'])} came under the ref {submission.ref!r}, and says something else; give each "
                "report a ref of its own"
            )
        filed = self._connection.execute("SELECT case_id FROM filings WHERE report_id = ?", (row["id"],))
        cases = tuple(case["case_id"] for case in filed)
        return Receipt(row["id"], cases, self._assessment, self._settled(cases), again=True)

    def _settled(self, cases: Sequence[int]) -> tuple[int, ...]:
        """Those of the cases of which the decision answers the report, too."""
        query = "SELECT settled FROM cases WHERE id = ?"
        return tuple(case for case in cases if self._connection.execute(query, (case,)).fetchone()["settled"])

    def _join(self, report: int, group: Group) -> int:
        """File claims in the case that they belong to, which is made where there is none; returns its number."""
        case_hash, gate = self._content.case_hash, self._assessment.gate
        row = joined(self._connection, case_hash, group)
        case: int = row["id"] if row else next_number(self._connection, "cases")
        if row is None:
            opened = {"case_hash": case_hash, "category": group.category, "deadline": self._deadline}
            self._log(Kind.OPENED, opened, case=case)
        filed = {
            "gate": gate,
            "deadline": self._deadline,
            "anchors": group.anchors,
            "claims": [claim_body(number, claim) for number, claim in group.claims],
        }
        self._log(Kind.FILED, filed, case=case, report=report)
        state = State(row["state"]) if row else State.OPEN
        outcome = Outcome(row["outcome"]) if row and row["outcome"] else None
        if why := reopening(state, outcome, group, gate):
            state = move(state, Action.REOPEN)
            self._log(Kind.REOPENED, {"state": state, "reason": why, "deadline": self._deadline}, case=case)
        if escalates(group, self._assessment) and state in _ESCALATABLE:
            state = move(state, Action.ESCALATE)
            reason = "; ".join(self._assessment.reasons)
            self._log(Kind.ESCALATED, {"state": state, "reason": reason}, case=case)
        return case

    def _log(self, kind: Kind, body: dict[str, Any], **of: int) -> None:
        log(self._connection, self._at, kind, INTAKE, body, **of)


def log(
    connection: sqlite3.Connection, at: int, kind: Kind, actor: str, body: dict[str, Any], **of: int
) -> None:
    """Add an event to the log and let it have its effect."""
    project(connection, append(connection, at, kind, actor, body, **of))


def next_number(connection: sqlite3.Connection, table: str) -> int:
    """The number of the next report or case."""
    number: int = connection.execute(f"SELECT ifnull(max(id), 0) + 1 FROM {table}").fetchone()[0]
    return number
