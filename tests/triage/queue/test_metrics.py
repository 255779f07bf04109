"""The numbers of the queue, each with its denominator."""

from dataclasses import replace

from jwtlint.triage.model import Gate, Verdict
from jwtlint.triage.queue.clock import HOUR
from jwtlint.triage.queue.metrics import Metrics, Share, measure
from jwtlint.triage.queue.model import Outcome

from .desk import Desk, assessment, claim, content


def measured(desk: Desk) -> Metrics:
    """The numbers now."""
    with desk.queue.database.reading() as connection:
        return measure(connection, desk.now)


def test_an_empty_queue(desk: Desk) -> None:
    numbers = measured(desk)
    assert (numbers.median, numbers.p90, numbers.timed) == (None, None, 0)
    assert numbers.breached == Share(0, 0)
    assert numbers.breached.rate is None
    assert set(numbers.gates.values()) == {Share(0, 0)}
    assert numbers.rules == ()


def test_reports_by_gate(desk: Desk) -> None:
    for text in ("spam", "spam", "odd", "'Brwoser'"):
        desk.add(text)
    gates = measured(desk).gates
    assert {gate: share.part for gate, share in gates.items()} == {
        Gate.EMPTY: 2,
        Gate.UNCLEAR: 1,
        Gate.SUBSTANTIATED: 1,
        Gate.ESCALATE: 0,
    }
    assert {share.whole for share in gates.values()} == {4}


def test_time_to_decision_counts_people_and_first_decisions(desk: Desk) -> None:
    dismissed = desk.case("spam")
    desk.queue.dismiss(dismissed, "ann")
    for hours in (1, 2, 3, 4, 5, 6, 7, 8, 9, 30):
        case = desk.case(f"odd {hours}")
        desk.later(hours)
        desk.settle(case)
    desk.queue.reopen(case, "ann", "again")
    desk.later(50)
    desk.settle(case)
    numbers = measured(desk)
    assert (numbers.median, numbers.p90, numbers.timed) == (5 * HOUR, 9 * HOUR, 10)
    # The one that took 30 hours; that it was reopened gave it new time, which does not repair that.
    assert numbers.breached == Share(1, 11)


def test_an_undecided_case_past_its_deadline_is_a_breach(desk: Desk) -> None:
    desk.case("odd")
    desk.later(25)
    desk.case("strange")
    assert measured(desk).breached == Share(1, 1)


def test_overturned_decisions(desk: Desk) -> None:
    for number, second in enumerate((Outcome.REJECTED, Outcome.UPHELD, None)):
        case = desk.case(f"odd {number}")
        desk.settle(case, Outcome.UPHELD)
        if second:
            desk.queue.reopen(case, "bob", "again")
            desk.settle(case, second)
    numbers = measured(desk)
    assert numbers.overturned == Share(1, 5)
    assert numbers.reopened == Share(2, 3)


def test_how_often_empty_was_wrong(desk: Desk) -> None:
    cases = [desk.case("spam", content(f"hash-{number}")) for number in range(6)]
    for case in cases[:2]:
        desk.queue.dismiss(case, "ann")
    desk.queue.reopen(cases[0], "bob", "there is something")
    desk.settle(cases[0], Outcome.UPHELD)
    assert desk.queue.dismiss_empty("ann", share=1).sampled == tuple(cases[2:])
    desk.settle(cases[2], Outcome.REJECTED)
    desk.settle(cases[3], Outcome.DISMISSED)
    desk.settle(cases[4], Outcome.DISMISSED)
    numbers = measured(desk)
    assert numbers.false_empty == Share(1, 3)
    assert numbers.false_dismissed == Share(1, 2)


def test_agreement_of_each_rule_with_decisions(desk: Desk) -> None:
    for number, (verdict, outcome) in enumerate(
        (
            (Verdict.CONFIRMS, Outcome.UPHELD),
            (Verdict.CONFIRMS, Outcome.UPHELD),
            (Verdict.CONFIRMS, Outcome.REJECTED),
            (Verdict.REFUTES, Outcome.REJECTED),
            (Verdict.REFUTES, Outcome.UPHELD),
            (Verdict.INCONCLUSIVE, Outcome.UPHELD),
            (Verdict.CONFIRMS, Outcome.DISMISSED),
        )
    ):
        first = claim(verdict=verdict)
        told = assessment(Gate.SUBSTANTIATED, first)
        more = assessment(Gate.SUBSTANTIATED, replace(first, rules=("SPL101", "SPL102")))
        desk.add("a", content(f"hash-{number}", assess=lambda text, told=told: told))
        # A second report says the same of the same case: that is one judgement of the rule, not two.
        case = desk.case("b", content(f"hash-{number}", assess=lambda text, more=more: more))
        desk.settle(case, outcome)
    one, other = measured(desk).rules
    assert (one.rule, one.confirmed, one.refuted, one.both) == (
        "SPL101",
        Share(2, 3),
        Share(1, 2),
        Share(3, 5),
    )
    assert (other.rule, other.confirmed, other.refuted) == ("SPL102", Share(0, 0), Share(1, 2))
