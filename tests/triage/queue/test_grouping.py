"""Which reports belong together, and what a report on a settled case does."""

import pytest

from jwtlint.triage.model import Assessment, Gate, Verdict
from jwtlint.triage.queue import reading
from jwtlint.triage.queue.errors import QueueError
from jwtlint.triage.queue.model import Content, Outcome, Submission
from jwtlint.triage.queue.reading import Dossier
from jwtlint.triage.queue.states import State

from .desk import Desk, assessment, claim, content


def says(*claims: object, gate: Gate = Gate.SUBSTANTIATED, case_hash: str = "hash-1") -> Content:
    """Content about which every report says these claims."""
    told: Assessment = assessment(gate, *claims)  # type: ignore[arg-type]
    return content(case_hash, assess=lambda text: told)


def dossier(desk: Desk, case: int) -> Dossier:
    """All about a case."""
    with desk.queue.database.reading() as connection:
        return reading.dossier(connection, case)


def test_reports_on_the_same_label_join_in_any_language(desk: Desk) -> None:
    first = desk.add("The label 'Brwoser' is misspelt")
    second = desk.add("La etiqueta 'BRWOSER' está mal escrita")
    assert first.cases == second.cases
    found = dossier(desk, first.cases[0])
    assert [report.id for report in found.reports] == [first.report, second.report]
    assert found.case.reports == 2


def test_each_report_keeps_its_verdict(desk: Desk) -> None:
    (case,) = desk.add("a", says(claim(verdict=Verdict.CONFIRMS))).cases
    desk.add("b", says(claim(verdict=Verdict.REFUTES)))
    assert [one.verdict for one in dossier(desk, case).claims] == [Verdict.CONFIRMS, Verdict.REFUTES]


def test_other_labels_categories_and_contents_are_other_cases(desk: Desk) -> None:
    one = desk.case("a", says(claim("label:browser")))
    assert desk.case("a", says(claim("label:server"))) != one
    assert desk.case("a", says(claim("label:browser", category="flow"))) != one
    assert desk.case("a", says(claim("label:browser"), case_hash="hash-2")) != one
    assert desk.case("b", says(claim("label:browser"))) == one


def test_a_report_about_two_things_is_filed_in_two_cases(desk: Desk) -> None:
    receipt = desk.add("a", says(claim("label:browser"), claim("arrow:a>b#1", Verdict.REFUTES, "flow")))
    assert len(receipt.cases) == 2
    assert [[one.number for one in dossier(desk, case).claims] for case in receipt.cases] == [[1], [2]]


def test_a_report_joins_the_case_with_which_it_shares_most(desk: Desk) -> None:
    desk.case("a", says(claim("label:a")))
    second = desk.case("b", says(claim("label:b"), claim("label:c")))
    assert desk.case("c", says(claim("label:a"), claim("label:b"), claim("label:c"))) == second


def test_words_that_name_nothing_join_only_the_same_words(desk: Desk) -> None:
    first = desk.case("I do not like it")
    assert desk.case("i DO  not like\nit") == first
    assert desk.case("bad") != first


def test_the_same_ref_is_the_same_report(desk: Desk) -> None:
    first = desk.queue.add(Submission("odd", "form-7"), content())
    again = desk.queue.add(Submission("odd", "form-7"), content())
    assert (again.report, again.cases, again.again) == (first.report, first.cases, True)
    assert dossier(desk, first.cases[0]).case.reports == 1
    assert desk.queue.add(Submission("odd", "form-8"), content()).report != first.report


def test_another_report_under_the_same_ref_is_not_lost(desk: Desk) -> None:
    desk.queue.add(Submission("odd", "form-7"), content())
    with pytest.raises(QueueError, match="R1 came under the ref 'form-7', and says something else"):
        desk.queue.add(Submission("'Brwoser'", "form-7"), content())
    desk.queue.forget(1, "ann")
    assert desk.queue.add(Submission("odd", "form-7"), content()).again
    with pytest.raises(QueueError, match="says something else"):
        desk.queue.add(Submission("'Brwoser'", "form-7"), content())


def test_a_decision_answers_later_reports_on_the_same_content(desk: Desk) -> None:
    case = desk.case()
    desk.settle(case, Outcome.UPHELD)
    later = desk.add("also 'Brwoser'")
    assert (later.cases, later.settled) == ((case,), (case,))
    assert dossier(desk, case).case.state is State.DECIDED


def test_a_settled_claim_lapses_when_the_content_changes(desk: Desk) -> None:
    case = desk.case()
    desk.settle(case, Outcome.REJECTED)
    later = desk.case("'Brwoser' again", content("hash-2"))
    assert later != case
    found = dossier(desk, later)
    assert found.case.state is State.OPEN
    assert [one.id for one in found.earlier] == [case]
    assert not dossier(desk, desk.case("'Sever'", content("hash-2"))).earlier


@pytest.mark.parametrize(
    ("outcome", "verdict", "gate", "state"),
    [
        (Outcome.REJECTED, Verdict.INCONCLUSIVE, Gate.SUBSTANTIATED, State.DECIDED),
        (Outcome.REJECTED, Verdict.CONFIRMS, Gate.SUBSTANTIATED, State.REOPENED),
        (Outcome.REJECTED, Verdict.INCONCLUSIVE, Gate.ESCALATE, State.ESCALATED),
        (Outcome.DISMISSED, Verdict.INCONCLUSIVE, Gate.EMPTY, State.DECIDED),
        (Outcome.DISMISSED, Verdict.INCONCLUSIVE, Gate.UNCLEAR, State.REOPENED),
        (Outcome.UPHELD, Verdict.CONFIRMS, Gate.SUBSTANTIATED, State.DECIDED),
    ],
)
def test_what_opens_a_settled_case(
    desk: Desk, outcome: Outcome, verdict: Verdict, gate: Gate, state: State
) -> None:
    case = desk.case("a", says(claim(verdict=Verdict.INCONCLUSIVE)))
    desk.settle(case, outcome)
    desk.later(30)
    assert desk.case("b", says(claim(verdict=verdict), gate=gate)) == case
    found = dossier(desk, case).case
    assert found.state is state
    if state is not State.DECIDED:
        assert found.outcome is None
        assert found.deadline == desk.now + desk.queue.promise


def test_a_repaired_entry_that_is_broken_again_opens_its_case(desk: Desk) -> None:
    case = desk.case()
    desk.settle(case, Outcome.UPHELD)
    desk.queue.close(case, "ann", judgement="taken down")
    assert desk.case() == case
    assert dossier(desk, case).case.state is State.REOPENED


def test_safety_escalates_its_own_case_only(desk: Desk) -> None:
    receipt = desk.add(
        "a", says(claim("label:a"), claim("", Verdict.NOT_CHECKED, "safety"), gate=Gate.ESCALATE)
    )
    states = {dossier(desk, case).case.category: dossier(desk, case).case.state for case in receipt.cases}
    assert states == {"spelling": State.OPEN, "safety": State.ESCALATED}
