"""The queue: every change of it, each one transaction."""

import sqlite3
from typing import Any

from ..model import Assessment
from . import reading
from .clock import HOUR, Clock, system_clock
from .database import Database
from .errors import QueueError
from .events import Kind, append
from .filing import Group, escalates, groups_of, joined, reopening
from .model import Case, Content, Outcome, Receipt, Ruling, Submission, case_name
from .projection import project
from .records import claim_body, content_body, report_body, ruling_body
from .ruling import checked
from .states import Action, State, move

INTAKE = "intake"
"""Who acts where no person does."""
PROMISE = 24 * HOUR
_ESCALATABLE = (State.OPEN, State.REOPENED, State.CLAIMED)


class Queue:
    """Takes reports in and lets moderators work on the cases.

    Every method is one transaction: it is on the disk when it returns, and was never begun where it raises. All raise
    QueueError for what is not allowed, and for a file that cannot be written. `promise` is the time in which a report
    is to be decided, in milliseconds.
    """

    def __init__(self, database: Database, clock: Clock = system_clock, promise: int = PROMISE) -> None:
        self.database = database
        self.clock = clock
        self.promise = promise

    def add(self, submission: Submission, content: Content) -> Receipt:
        """Judge a report, file it, and acknowledge it when it is safe."""
        assessment = content.assess(submission.text)
        with self.database.writing() as connection:
            filing = _Filing(connection, self.clock(), self.promise, content, assessment)
            return filing.file(submission)

    def claim(self, case: int, actor: str) -> None:
        """Take a case that waits; of two who try, one gets it."""
        with self.database.writing() as connection:
            found = reading.case(connection, case)
            state = _moved(found, Action.CLAIM)
            _log(connection, self.clock(), Kind.CLAIMED, actor, {"state": state}, case=case)

    def release(self, case: int, actor: str) -> None:
        """Give a case back, to wait as it did before."""
        with self.database.writing() as connection:
            state = _moved(_held(connection, case, Action.RELEASE, actor), Action.RELEASE)
            _log(connection, self.clock(), Kind.RELEASED, actor, {"state": state}, case=case)

    def decide(self, case: int, actor: str, ruling: Ruling) -> None:
        """Decide a case that one holds. The ruling must say on what it rests."""
        with self.database.writing() as connection:
            state = _moved(_held(connection, case, Action.DECIDE, actor), Action.DECIDE)
            ruling = checked(ruling, reading.claims(connection, case))
            body = {"state": state, **ruling_body(ruling, automated=False)}
            _log(connection, self.clock(), Kind.DECIDED, actor, body, case=case)


class _Filing:
    """Files one report, in the transaction that is open."""

    def __init__(
        self, connection: sqlite3.Connection, at: int, promise: int, content: Content, assessment: Assessment
    ) -> None:
        self._connection = connection
        self._at = at
        self._deadline = at + promise
        self._content = content
        self._assessment = assessment

    def file(self, submission: Submission) -> Receipt:
        case_hash, text = self._content.case_hash, submission.text
        known = self._connection.execute("SELECT 1 FROM contents WHERE case_hash = ?", (case_hash,))
        if known.fetchone() is None:
            self._log(Kind.SEEN, content_body(self._content))
        report = _next(self._connection, "reports")
        self._log(Kind.RECEIVED, report_body(text, self._content, self._assessment), report=report)
        cases = tuple(self._join(report, group) for group in groups_of(self._assessment, text))
        return Receipt(report, cases, self._assessment)

    def _join(self, report: int, group: Group) -> int:
        """File claims in the case that they belong to, which is made where there is none; returns its number."""
        case_hash, gate = self._content.case_hash, self._assessment.gate
        row = joined(self._connection, case_hash, group)
        case: int = row["id"] if row else _next(self._connection, "cases")
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
        _log(self._connection, self._at, kind, INTAKE, body, **of)


def _log(
    connection: sqlite3.Connection, at: int, kind: Kind, actor: str, body: dict[str, Any], **of: int
) -> None:
    project(connection, append(connection, at, kind, actor, body, **of))


def _next(connection: sqlite3.Connection, table: str) -> int:
    number: int = connection.execute(f"SELECT ifnull(max(id), 0) + 1 FROM {table}").fetchone()[0]
    return number


def _moved(case: Case, action: Action) -> State:
    try:
        return move(case.state, action, case.resting)
    except QueueError as error:
        holder = f" (by {case.holder})" if case.holder else ""
        raise QueueError(f"{case_name(case.id)}{holder} {error}") from None


def _held(connection: sqlite3.Connection, number: int, action: Action, actor: str) -> Case:
    """A case that the actor holds. Raises QueueError where somebody else does, or nobody."""
    found = reading.case(connection, number)
    _moved(found, action)
    if found.holder != actor:
        raise QueueError(
            f"{case_name(number)} is held by {found.holder}, not by {actor}; ask them to release it"
        )
    return found
