"""Deadlines, and the order in which cases are listed."""

from jwtlint.finding import Severity
from jwtlint.triage.model import Gate
from jwtlint.triage.queue import reading
from jwtlint.triage.queue.clock import HOUR
from jwtlint.triage.queue.model import Outcome
from jwtlint.triage.queue.priority import priority, total
from jwtlint.triage.queue.queue import Queue
from jwtlint.triage.queue.reading import Show

from .desk import START, Desk


def listed(desk: Desk, show: Show = Show.WAITING, limit: int = 10) -> list[int]:
    """The numbers of the cases, in order."""
    with desk.queue.database.reading() as connection:
        return [one.case.id for one in reading.cases(connection, desk.now, show, limit)]


def deadline(desk: Desk, case: int) -> int:
    """When a case is due."""
    with desk.queue.database.reading() as connection:
        return reading.case(connection, case).deadline


def test_a_case_is_due_with_the_earliest_of_its_reports(desk: Desk) -> None:
    case = desk.case()
    desk.later(5)
    assert desk.case() == case
    assert deadline(desk, case) == START + 24 * HOUR
    # A clock that was put back, or another promise: still the earliest counts.
    desk.now = START - HOUR
    desk.case()
    assert deadline(desk, case) == START + 23 * HOUR


def test_the_promise_can_be_another(desk: Desk) -> None:
    desk.queue = Queue(desk.queue.database, lambda: desk.now, 2 * HOUR)
    assert deadline(desk, desk.case()) == START + 2 * HOUR


def test_escalated_then_late_then_by_priority(desk: Desk) -> None:
    low_late = desk.case("odd")
    escalated_late = desk.case("a weapon")
    desk.later(25)
    high = desk.case("'Brwoser'")
    low = desk.case("strange")
    escalated = desk.case("another weapon")
    assert listed(desk) == [escalated_late, escalated, low_late, high, low]
    assert listed(desk, Show.BREACHED) == [escalated_late, low_late]
    assert listed(desk, limit=3) == [escalated_late, escalated, low_late]
    desk.settle(high)
    assert listed(desk) == [escalated_late, escalated, low_late, low]
    assert listed(desk, Show.ALL) == [escalated_late, escalated, low_late, low, high]


def test_a_deadline_is_missed_the_moment_after(desk: Desk) -> None:
    case = desk.case()
    desk.now = deadline(desk, case)
    assert listed(desk, Show.BREACHED) == []
    desk.now += 1
    assert listed(desk, Show.BREACHED) == [case]


def test_reopening_begins_the_time_anew(desk: Desk) -> None:
    case = desk.case()
    desk.settle(case, Outcome.REJECTED)
    desk.later(100)
    desk.queue.reopen(case, "ann", "look again")
    assert deadline(desk, case) == desk.now + 24 * HOUR
    assert listed(desk, Show.BREACHED) == []


def test_the_parts_of_a_priority() -> None:
    parts = priority(
        escalated=True, gate=Gate.SUBSTANTIATED, severity=Severity.ERROR, reports=9, reopenings=1
    )
    assert [tuple(part) for part in parts] == [
        (100, "escalated"),
        (40, "confirmed error"),
        (20, "substantiated"),
        (9, "reported 9 times"),
        (15, "reopened"),
    ]
    assert total(parts) == 184


def test_nothing_outweighs_escalation() -> None:
    most = priority(escalated=False, gate=Gate.ESCALATE, severity=Severity.ERROR, reports=10**6, reopenings=9)
    assert total(most) < total(
        priority(escalated=True, gate=Gate.EMPTY, severity=None, reports=1, reopenings=0)
    )


def test_a_crowd_counts_by_its_doublings(desk: Desk) -> None:
    for _ in range(8):
        case = desk.case("odd")
    with desk.queue.database.reading() as connection:
        assert reading.case(connection, case).priority == 5 + 3 * 3
