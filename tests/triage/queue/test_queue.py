"""From a report to a decision."""

import pytest

from jwtlint.triage.queue import reading
from jwtlint.triage.queue.errors import QueueError
from jwtlint.triage.queue.model import ClaimRef, Outcome
from jwtlint.triage.queue.reading import Show
from jwtlint.triage.queue.states import State

from .desk import Desk, ruling


def test_a_report_is_claimed_and_decided(desk: Desk) -> None:
    receipt = desk.add("the label 'Brwoser' is wrong")
    (case,) = receipt.cases
    desk.queue.claim(case, "ann")
    desk.queue.decide(case, "ann", ruling(Outcome.UPHELD, ClaimRef(receipt.report, 1)))
    with desk.queue.database.reading() as connection:
        found = reading.dossier(connection, case)
        assert not list(reading.cases(connection, desk.now, Show.WAITING, 10))
    assert found.case.state is State.DECIDED
    assert found.case.outcome is Outcome.UPHELD
    (decision,) = found.decisions
    assert decision.ruling.evidence == (ClaimRef(receipt.report, 1),)
    assert [event.kind for event in found.history] == ["opened", "filed", "claimed", "decided"]


def test_of_two_moderators_one_gets_the_case(desk: Desk) -> None:
    case = desk.case()
    desk.queue.claim(case, "ann")
    with pytest.raises(QueueError, match=r"^C1 \(by ann\) is claimed and cannot be claimed; wait"):
        desk.queue.claim(case, "bob")
    with pytest.raises(QueueError, match="held by ann, not by bob"):
        desk.queue.decide(case, "bob", ruling())
