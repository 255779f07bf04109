"""What moderators do: claim, release, escalate, decide, close, reopen, dismiss."""

import sys

from ....report.counting import counted
from ....report.paper import Paper, Style
from ....report.visible import visible
from .. import reading
from ..clock import moment
from ..model import Content, Ruling, case_name, report_name
from ..queue import Queue
from ..statement import statement
from .desk import OK, Desk, Sought, finder, opened
from .looking import show_case

_MOST_STATEMENTS = 5


def claim_case(desk: Desk, case: int) -> int:
    """Take a case, and print it."""
    with opened(desk) as queue:
        queue.claim(case, desk.actor)
    return show_case(desk, case)


def release_case(desk: Desk, case: int) -> int:
    """Give a case back."""
    with opened(desk) as queue:
        queue.release(case, desk.actor)
    return _said(case, "released")


def escalate_case(desk: Desk, case: int, reason: str) -> int:
    """Put a case before all others."""
    with opened(desk) as queue:
        queue.escalate(case, desk.actor, reason)
    return _said(case, "escalated")


def decide_case(desk: Desk, case: int, ruling: Ruling, sought: Sought) -> int:
    """Decide a case, and print what the reporters are told."""
    with opened(desk) as queue:
        queue.decide(case, desk.actor, ruling, _content(queue, case, sought))
        with queue.database.reading() as connection:
            dossier = reading.dossier(connection, case, _MOST_STATEMENTS)
    paper = Paper(sys.stdout)
    paper.line((case_name(case), Style.STRONG), f" {ruling.outcome}")
    for report in dossier.reports:
        paper.line()
        for line in statement(dossier, dossier.decisions[-1], report).text.split("\n"):
            paper.line(visible(line))
    left = dossier.case.reports - len(dossier.reports)
    if left > 0:
        paper.line()
        paper.line(f"and {counted(left, 'more statement')}; see: jwtlint triage export {case_name(case)}")
    return OK


def close_case(desk: Desk, case: int, judgement: str, sought: Sought) -> int:
    """Close a case whose finding is gone."""
    with opened(desk) as queue:
        why = queue.close(case, desk.actor, _content(queue, case, sought), judgement)
    return _said(case, f"closed: {why}")


def reopen_case(desk: Desk, case: int, reason: str) -> int:
    """Take back that a case is settled."""
    with opened(desk) as queue:
        queue.reopen(case, desk.actor, reason)
        with queue.database.reading() as connection:
            deadline = reading.case(connection, case).deadline
    return _said(case, f"reopened, to be decided by {moment(deadline)}")


def forget_sender(desk: Desk, report: int) -> int:
    """Forget who sent a report, and its original words."""
    with opened(desk) as queue:
        queue.forget(report, desk.actor)
    Paper(sys.stdout).line(
        (report_name(report), Style.STRONG), " forgotten: its sender and its original words"
    )
    return OK


def dismiss_case(desk: Desk, case: int) -> int:
    """Dismiss a case of empty reports."""
    with opened(desk) as queue:
        queue.dismiss(case, desk.actor)
    return _said(case, "dismissed")


def dismiss_empty(desk: Desk, share: float) -> int:
    """Dismiss all open cases of empty reports, but for the share that is kept for a person."""
    with opened(desk) as queue:
        done = queue.dismiss_empty(desk.actor, share)
    paper = Paper(sys.stdout)
    paper.line(f"{counted(len(done.cases), 'case')} dismissed as empty; reopen brings each back")
    if done.sampled:
        kept = ", ".join(map(case_name, done.sampled))
        paper.line(f"{counted(len(done.sampled), 'case')} kept for a person to look at: {kept}")
    return OK


def propose_dismissals(desk: Desk, limit: int) -> int:
    """Print the cases that could be dismissed as empty, with the words of their reports."""
    paper = Paper(sys.stdout)
    with opened(desk) as queue, queue.database.reading() as connection:
        found = reading.empty_cases(connection, 0, limit)
        for case in found:
            for report in reading.dossier(connection, case.id, 1).reports:
                name = f"{case_name(case.id)} {report_name(report.id)}"
                paper.line((name, Style.INFO), f" {visible(report.masked)}")
    paper.line(f"{counted(len(found), 'case')} could be dismissed; --empty does it")
    return OK


def _content(queue: Queue, case: int, sought: Sought) -> Content | None:
    """The entry of a case as it is now; None where nobody said where it is."""
    if sought.entry is None and not sought.catalog:
        return None
    with queue.database.reading() as connection:
        known = reading.case(connection, case).entry
    return finder(sought)(sought.entry or known)


def _said(case: int, words: str) -> int:
    Paper(sys.stdout).line((case_name(case), Style.STRONG), f" {visible(words)}")
    return OK
