"""What a decision needs, and when a case may be closed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from jwtlint.finding import Location
from jwtlint.triage.model import Assessment, Gate, Verdict
from jwtlint.triage.queue import reading
from jwtlint.triage.queue.errors import QueueError
from jwtlint.triage.queue.model import ClaimRef, Content, Look, Outcome, Ruling, Submission
from jwtlint.triage.queue.states import State

from .desk import Desk, assessment, claim, content, finding, ruling

CONFIRMED, REFUTED, OPEN = ClaimRef(1, 1), ClaimRef(1, 2), ClaimRef(1, 3)


@pytest.fixture
def held(desk: Desk) -> Desk:
    """Case 1, held by Ann: a claim that is confirmed, one that is refuted, one that is open."""
    told = assessment(
        Gate.SUBSTANTIATED,
        claim("label:a"),
        claim("label:b", Verdict.REFUTES),
        claim("label:c", Verdict.INCONCLUSIVE),
    )
    desk.add("a", content(assess=lambda text: told))
    desk.queue.claim(1, "ann")
    return desk


@pytest.mark.parametrize(
    ("ruling", "message"),
    [
        (Ruling(Outcome.UPHELD, " ", (CONFIRMED,)), "states the facts"),
        (Ruling(Outcome.UPHELD, "so", ()), "rests on evidence"),
        (Ruling(Outcome.UPHELD, "so", (), "  "), "rests on evidence"),
        (Ruling(Outcome.UPHELD, "so", (REFUTED,)), "the evidence of R1.2 says 'refutes'"),
        (Ruling(Outcome.UPHELD, "so", (CONFIRMED, OPEN)), "the evidence of R1.3 says 'inconclusive'"),
        (Ruling(Outcome.REJECTED, "so", (CONFIRMED,)), "the evidence of R1.1 says 'confirms'"),
        (Ruling(Outcome.DISMISSED, "so", (OPEN,)), "say with --judgement"),
        (
            Ruling(Outcome.UPHELD, "so", (ClaimRef(2, 1),)),
            "R2.1 is no claim of C1; jwtlint triage show C1 lists them",
        ),
        (Ruling(Outcome.UPHELD, "so", (), "I saw it"), "say it with --rule"),
    ],
)
def test_refused(held: Desk, ruling: Ruling, message: str) -> None:
    with pytest.raises(QueueError, match=message):
        held.queue.decide(1, "ann", ruling)
    with held.queue.database.reading() as connection:
        assert reading.case(connection, 1).state is State.CLAIMED


@pytest.mark.parametrize(
    ("ruling", "rule"),
    [
        (Ruling(Outcome.UPHELD, "so", (CONFIRMED,)), "SPL101 misspelt-word"),
        (Ruling(Outcome.UPHELD, "so", (CONFIRMED,), rule="house rule 3"), "house rule 3"),
        (Ruling(Outcome.UPHELD, "so", (), "I saw it", "house rule 3"), "house rule 3"),
        (Ruling(Outcome.REJECTED, "so", (REFUTED,)), ""),
        (Ruling(Outcome.REJECTED, "so", (CONFIRMED,), "the finding is wrong"), "SPL101 misspelt-word"),
        (Ruling(Outcome.DISMISSED, "so", (), "a joke"), ""),
    ],
)
def test_accepted(held: Desk, ruling: Ruling, rule: str) -> None:
    held.queue.decide(1, "ann", ruling)
    with held.queue.database.reading() as connection:
        (decision,) = reading.dossier(connection, 1).decisions
    assert decision.ruling == replace(ruling, rule=rule)
    assert (decision.actor, decision.automated, decision.late) == ("ann", False, False)


def test_evidence_lapses_when_the_entry_has_changed(held: Desk) -> None:
    on_evidence = Ruling(Outcome.UPHELD, "so", (CONFIRMED,))
    with pytest.raises(QueueError, match="e1 has changed since C1 was reported, so the evidence has lapsed"):
        held.queue.decide(1, "ann", on_evidence, content("hash-2"))
    held.queue.decide(1, "ann", Ruling(Outcome.UPHELD, "so", (), "I saw it", "spelling"), content("hash-2"))


SAW = frozenset({"SPL101"})


@pytest.mark.parametrize(
    ("now", "judgement", "message"),
    [
        (None, "", "nobody has looked at the entry as it is now"),
        (content("hash-1", drawn=Look(SAW)), "it is fine", "e1 is what it was when it was reported"),
        (
            content("hash-2", drawn=Look(SAW, (finding(),))),
            "",
            "e1 has changed, but SPL101 still finds 'Brwoser'",
        ),
        (content("hash-2", drawn=Look(SAW, (finding(),))), "it is fine", "SPL101 still finds"),
        (content("hash-2", drawn=Look()), "", "SPL101 could not judge e1 as it is now; look"),
        # The finding was on the picture: that the words are right says nothing.
        (content("hash-2", written=Look(SAW)), "", "SPL101 could not judge"),
        (content("hash-2", drawn=Look(SAW)), "", "what was reported is still so: the linter looked"),
    ],
)
def test_a_case_is_not_closed(desk: Desk, now: Content | None, judgement: str, message: str) -> None:
    _upheld(desk)
    if "still so" not in message and now is not None:
        now = replace(now, assess=_satisfied)
    with pytest.raises(QueueError, match=message):
        desk.queue.close(1, "ann", now, judgement)


@pytest.mark.parametrize(
    ("now", "judgement", "why"),
    [
        (content("hash-2", drawn=Look(SAW)), "", "the finding is gone"),
        (content("hash-2", drawn=Look(SAW, (finding("Sever"),))), "", "the finding is gone"),
        (content("hash-2"), "the label reads Browser", "the label reads Browser"),
        (None, "the entry was taken down", "the entry was taken down"),
    ],
)
def test_a_case_is_closed(desk: Desk, now: Content | None, judgement: str, why: str) -> None:
    _upheld(desk)
    if now is not None:
        now = replace(now, assess=_satisfied)
    assert desk.queue.close(1, "ann", now, judgement) == why
    with desk.queue.database.reading() as connection:
        assert reading.case(connection, 1).state is State.CLOSED


def test_only_what_a_decision_rests_on_keeps_a_case_from_being_closed(desk: Desk) -> None:
    told = assessment(Gate.SUBSTANTIATED, claim("label:a", quote="Brwoser"), claim("label:b", quote="nginx"))
    desk.add("a", content(assess=lambda text: told))
    desk.queue.claim(1, "ann")
    desk.queue.decide(1, "ann", Ruling(Outcome.UPHELD, "so", (CONFIRMED,)))
    other = assessment(Gate.SUBSTANTIATED, claim("label:b", quote="nginx"))
    now = content("hash-2", drawn=Look(SAW, (finding("nginx"),)), assess=lambda text: other)
    assert desk.queue.close(1, "ann", now) == "the finding is gone"


def test_who_decided_on_what_they_saw_may_close_on_what_they_see(desk: Desk) -> None:
    desk.settle(desk.case())
    now = content("hash-2", drawn=Look(SAW, (finding(),)))
    with pytest.raises(QueueError, match="SPL101 still finds"):
        desk.queue.close(1, "ann", now)
    assert desk.queue.close(1, "ann", now, "that is how it is written") == "that is how it is written"


def test_what_is_missing_on_a_picture_is_looked_for_there(desk: Desk) -> None:
    missing = replace(finding("step 5"), rule="PIC110", location=Location("/home/joe/a.txt", 1, 1))
    told = assessment(Gate.SUBSTANTIATED, replace(claim("step:5"), finding=missing))
    desk.add("step 5 is missing", content(assess=lambda text: told))
    desk.settle(1)
    with pytest.raises(QueueError, match="PIC110 could not judge"):
        desk.queue.close(1, "ann", content("hash-2", assess=_satisfied))
    looked = Look(frozenset({"PIC110"}))
    assert (
        desk.queue.close(1, "ann", content("hash-2", assess=_satisfied, drawn=looked))
        == "the finding is gone"
    )


def test_what_was_decided_without_a_finding_wants_a_look(desk: Desk) -> None:
    desk.settle(desk.case("odd"))
    repaired = content("hash-2", drawn=Look(SAW), assess=_satisfied)
    with pytest.raises(QueueError, match="decided without a finding; look"):
        desk.queue.close(1, "ann", repaired)
    assert desk.queue.close(1, "ann", repaired, "it is repaired") == "it is repaired"


def test_what_was_rejected_is_closed_as_it_is(desk: Desk) -> None:
    desk.settle(desk.case(), Outcome.REJECTED)
    assert desk.queue.close(1, "ann") == "there was nothing to repair"


def _upheld(desk: Desk) -> None:
    desk.case()
    desk.queue.claim(1, "ann")
    desk.queue.decide(1, "ann", Ruling(Outcome.UPHELD, "so", (CONFIRMED,)))


def _satisfied(text: str) -> Assessment:
    return assessment(Gate.SUBSTANTIATED, claim("label:brwoser", Verdict.REFUTES))


@pytest.mark.parametrize("words", ["as joe public says", "write to JOE@example.org"])
def test_nobody_is_named_in_what_others_read(desk: Desk, words: str) -> None:
    desk.queue.add(Submission("odd", None, "Joe Public", "joe@example.org"), content())
    desk.queue.claim(1, "ann")
    attempts: tuple[Callable[[], None], ...] = (
        lambda: desk.queue.decide(1, "ann", Ruling(Outcome.REJECTED, words, (), "I looked")),
        lambda: desk.queue.decide(1, "ann", Ruling(Outcome.REJECTED, "so", (), words)),
        lambda: desk.queue.escalate(1, "ann", words),
    )
    for attempt in attempts:
        with pytest.raises(QueueError, match=r"^this names who sent R1, and all who reported C1 may read it"):
            attempt()
    desk.queue.decide(1, "ann", ruling(Outcome.UPHELD))
    with pytest.raises(QueueError, match="names who sent R1"):
        desk.queue.close(1, "ann", judgement=words)
    with pytest.raises(QueueError, match="names who sent R1"):
        desk.queue.reopen(1, "ann", words)


def test_a_case_that_changed_while_it_was_looked_at_is_not_closed(desk: Desk) -> None:
    _upheld(desk)

    def meanwhile(text: str) -> Assessment:
        desk.add("'Brwoser' once more")
        return _satisfied(text)

    with pytest.raises(QueueError, match="C1 has changed meanwhile; try again"):
        desk.queue.close(1, "ann", content("hash-2", drawn=Look(SAW), assess=meanwhile))
