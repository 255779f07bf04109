"""Empty reports: proposed, dismissed, sampled, brought back."""

import pytest

from jwtlint.triage.queue import reading
from jwtlint.triage.queue.errors import QueueError
from jwtlint.triage.queue.model import Outcome
from jwtlint.triage.queue.sampling import is_sampled
from jwtlint.triage.queue.states import State

from .desk import Desk, content


def test_only_empty_cases_that_nobody_has_touched_are_dismissed(desk: Desk) -> None:
    empty = desk.case("spam")
    desk.case("'Brwoser'")
    desk.case("odd")
    held = desk.case("fake")
    desk.queue.claim(held, "bob")
    escalated = desk.case("bad")
    desk.queue.escalate(escalated, "bob", "looks like a threat")
    done = desk.queue.dismiss_empty("ann", share=0)
    assert done == ((empty,), ())
    with desk.queue.database.reading() as connection:
        (decision,) = reading.dossier(connection, empty).decisions
    assert decision.automated
    assert decision.ruling.outcome is Outcome.DISMISSED
    assert desk.queue.dismiss_empty("ann", share=0) == ((), ())


def test_a_dismissed_case_can_be_brought_back(desk: Desk) -> None:
    case = desk.case("spam")
    desk.queue.dismiss(case, "ann")
    desk.queue.reopen(case, "bob", "the picture shows spam indeed")
    with desk.queue.database.reading() as connection:
        assert reading.case(connection, case).state is State.REOPENED
    assert desk.queue.dismiss_empty("ann", share=0).cases == ()


def test_a_case_with_a_report_that_is_not_empty_is_not_dismissed(desk: Desk) -> None:
    case = desk.case("odd")
    with pytest.raises(QueueError, match=r"^C1 holds a report that is not empty; claim and decide it$"):
        desk.queue.dismiss(case, "ann")


def test_a_share_is_kept_for_a_person(desk: Desk) -> None:
    cases = [desk.case("spam", content(f"hash-{number}")) for number in range(450)]
    done = desk.queue.dismiss_empty("ann", share=0.2)
    assert sorted(done.cases + done.sampled) == cases
    # Of 450 lots at 0.2, fewer than 50 or more than 130 come up once in ten million draws.
    assert 50 < len(done.sampled) < 130
    # Whoever asks again draws no second lot.
    assert desk.queue.dismiss_empty("ann", share=0.2) == ((), ())
    with desk.queue.database.reading() as connection:
        kept = reading.case(connection, done.sampled[0])
    assert (kept.state, kept.sampled) == (State.OPEN, True)


@pytest.mark.parametrize(("share", "drawn"), [(0.0, 0), (1.0, 200)])
def test_all_or_none(share: float, drawn: int) -> None:
    assert sum(is_sampled(case, "hash", share) for case in range(200)) == drawn
