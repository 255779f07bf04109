"""The queue: every change of it, each one transaction."""

import sqlite3
from typing import NamedTuple

from ..model import Gate
from . import reading
from .clock import HOUR, Clock, system_clock
from .closing import why_closed
from .database import Database
from .errors import QueueError
from .events import Kind
from .filing import Filing, log
from .model import Case, Content, Outcome, Receipt, Ruling, Submission, case_name, report_name
from .records import ruling_body
from .ruling import checked
from .sampling import SHARE, is_sampled
from .states import Action, State, move
from .unnamed import check_unnamed

PROMISE = 24 * HOUR
_AT_ONCE = 200
"""Cases dismissed in one transaction; others wait no longer than that takes."""
EMPTY = Ruling(Outcome.DISMISSED, "The report names nothing on the entry that could be looked at.")


class Dismissed(NamedTuple):
    """The cases that were dismissed as empty, and those that were kept for a person to look at."""

    cases: tuple[int, ...]
    sampled: tuple[int, ...]


class Queue:
    """Takes reports in and lets moderators work on the cases.

    What a method does is on the disk when it returns, and none of it was done where it raises; only `dismiss_empty`
    does its work in portions. All raise QueueError for what is not allowed, and for a file that cannot be written.
    `promise` is the time in which a report is to be decided, in milliseconds.
    """

    def __init__(self, database: Database, clock: Clock = system_clock, promise: int = PROMISE) -> None:
        self.database = database
        self.clock = clock
        self.promise = promise

    def add(self, submission: Submission, content: Content) -> Receipt:
        """Judge a report, file it, and acknowledge it when it is safe."""
        assessment = content.assess(submission.text)
        with self.database.writing() as connection:
            return Filing(connection, self.clock(), self.promise, content, assessment).file(submission)

    def claim(self, case: int, actor: str) -> None:
        """Take a case that waits; of two who try, one gets it."""
        with self.database.writing() as connection:
            state = _moved(reading.case(connection, case), Action.CLAIM)
            log(connection, self.clock(), Kind.CLAIMED, actor, {"state": state}, case=case)

    def release(self, case: int, actor: str) -> None:
        """Give a case back, to wait as it did before."""
        with self.database.writing() as connection:
            state = _moved(_held(connection, case, Action.RELEASE, actor), Action.RELEASE)
            log(connection, self.clock(), Kind.RELEASED, actor, {"state": state}, case=case)

    def escalate(self, case: int, actor: str, reason: str) -> None:
        """Put a case before all others, for somebody with more authority to take."""
        with self.database.writing() as connection:
            state = _moved(reading.case(connection, case), Action.ESCALATE)
            check_unnamed(connection, case, reason)
            body = {"state": state, "reason": _reason(reason)}
            log(connection, self.clock(), Kind.ESCALATED, actor, body, case=case)

    def decide(self, case: int, actor: str, ruling: Ruling, content: Content | None = None) -> None:
        """Decide a case that one holds. The ruling must say on what it rests.

        `content` is the entry as it is now, where that is known: evidence on what it was has lapsed.
        """
        with self.database.writing() as connection:
            held = _held(connection, case, Action.DECIDE, actor)
            ruling = checked(case, ruling, reading.cited(connection, case, ruling.evidence))
            check_unnamed(connection, case, ruling.facts, ruling.rule, ruling.judgement)
            if content is not None and content.case_hash != held.case_hash and ruling.evidence:
                raise QueueError(
                    f"{held.entry} has changed since {case_name(case)} was reported, so the evidence has lapsed; look "
                    "at it as it is now, and say with --judgement, without --evidence, what you see"
                )
            body = {"state": _moved(held, Action.DECIDE), **ruling_body(ruling, automated=False)}
            log(connection, self.clock(), Kind.DECIDED, actor, body, case=case)

    def close(self, case: int, actor: str, content: Content | None = None, judgement: str = "") -> str:
        """Close a decided case, and say why that is possible; see `closing.why_closed`."""
        # Reports are judged anew before others have to wait.
        with self.database.reading() as connection:
            found = reading.dossier(connection, case)
        _moved(found.case, Action.CLOSE)
        cited = found.decisions[-1].ruling.evidence
        why = why_closed(found.case, cited, found.claims, found.reports, content, judgement.strip())
        with self.database.writing() as connection:
            state = _moved(reading.case(connection, case), Action.CLOSE)
            if reading.last_event(connection, case) != found.history[-1].seq:
                raise QueueError(f"{case_name(case)} has changed meanwhile; try again")
            check_unnamed(connection, case, why)
            body = {"state": state, "reason": why, "case_hash": content.case_hash if content else None}
            log(connection, self.clock(), Kind.CLOSED, actor, body, case=case)
        return why

    def reopen(self, case: int, actor: str, reason: str) -> None:
        """Take back that a case is settled; the time promised begins anew."""
        with self.database.writing() as connection:
            state = _moved(reading.case(connection, case), Action.REOPEN)
            check_unnamed(connection, case, reason)
            at = self.clock()
            body = {"state": state, "reason": _reason(reason), "deadline": at + self.promise}
            log(connection, at, Kind.REOPENED, actor, body, case=case)

    def forget(self, report: int, actor: str) -> None:
        """Forget who sent a report, and its original words; the masked ones stay with what was decided of it."""
        with self.database.writing() as connection:
            gone = connection.execute("DELETE FROM originals WHERE report_id = ?", (report,))
            if not gone.rowcount:
                raise QueueError(
                    f"there is nothing of {report_name(report)} to forget; see its number in a case"
                )
            log(connection, self.clock(), Kind.FORGOTTEN, actor, {}, report=report)
        self.database.scrub()

    def dismiss(self, case: int, actor: str) -> None:
        """Dismiss a case of empty reports."""
        with self.database.writing() as connection:
            self._dismiss(connection, reading.case(connection, case), actor)

    def dismiss_empty(self, actor: str, share: float = SHARE) -> Dismissed:
        """Dismiss the open cases of empty reports, but for a `share` (0 to 1) that is kept for a person."""
        dismissed: list[int] = []
        sampled: list[int] = []
        last = 0
        while True:
            with self.database.writing() as connection:
                found = reading.empty_cases(connection, last, _AT_ONCE)
                for case in found:
                    if is_sampled(case.id, case.case_hash, share):
                        log(connection, self.clock(), Kind.SAMPLED, actor, {}, case=case.id)
                        sampled.append(case.id)
                    else:
                        self._dismiss(connection, case, actor)
                        dismissed.append(case.id)
            if not found:
                return Dismissed(tuple(dismissed), tuple(sampled))
            last = found[-1].id

    def _dismiss(self, connection: sqlite3.Connection, case: Case, actor: str) -> None:
        state = _moved(case, Action.DISMISS)
        if case.gate is not Gate.EMPTY:
            raise QueueError(f"{case_name(case.id)} holds a report that is not empty; claim and decide it")
        body = {"state": state, **ruling_body(EMPTY, automated=True)}
        log(connection, self.clock(), Kind.DECIDED, actor, body, case=case.id)


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


def _reason(words: str) -> str:
    words = words.strip()
    if not words:
        raise QueueError("say with --reason why")
    return words
