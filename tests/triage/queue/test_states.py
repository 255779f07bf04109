"""The moves of a case, and that no sequence of them breaks the queue."""

import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jwtlint.triage.queue import reading
from jwtlint.triage.queue.errors import QueueError
from jwtlint.triage.queue.model import Outcome
from jwtlint.triage.queue.projection import TABLES, rebuild
from jwtlint.triage.queue.states import Action, State, move
from jwtlint.triage.queue.verifying import differences

from .desk import Desk, content, ruling

LEGAL = {
    ("open", "claimed"): "claimed",
    ("open", "escalated"): "escalated",
    ("open", "dismissed"): "decided",
    ("escalated", "claimed"): "claimed",
    ("reopened", "claimed"): "claimed",
    ("reopened", "escalated"): "escalated",
    ("claimed", "released"): "open",
    ("claimed", "escalated"): "escalated",
    ("claimed", "decided"): "decided",
    ("decided", "closed"): "closed",
    ("decided", "reopened"): "reopened",
    ("closed", "reopened"): "reopened",
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("action", Action)
def test_every_move(state: State, action: Action) -> None:
    target = LEGAL.get((state.value, action.value))
    if target is not None:
        assert move(state, action) == target
        return
    with pytest.raises(QueueError, match=f"^is {state} and cannot be {action.value}; ") as refused:
        move(state, action)
    assert "\n" not in str(refused.value)


def test_a_released_case_waits_as_it_did_before(desk: Desk) -> None:
    case = desk.case("there is a weapon")
    assert _state(desk, case) is State.ESCALATED
    desk.queue.claim(case, "ann")
    desk.queue.release(case, "ann")
    assert _state(desk, case) is State.ESCALATED
    desk.queue.claim(case, "bob")
    desk.queue.decide(case, "bob", ruling(Outcome.REJECTED))
    desk.queue.reopen(case, "ann", "look again")
    desk.queue.claim(case, "ann")
    desk.queue.release(case, "ann")
    assert _state(desk, case) is State.REOPENED


def test_escalation_takes_a_case_from_who_holds_it(desk: Desk) -> None:
    case = desk.case()
    desk.queue.claim(case, "ann")
    desk.queue.escalate(case, "bob", "a real token")
    with pytest.raises(QueueError, match=r"^C1 is escalated and cannot be decided; claim it first$"):
        desk.queue.decide(case, "ann", ruling())


def test_a_refused_move_leaves_no_trace(desk: Desk) -> None:
    case = desk.case()
    before = _everything(desk)
    with pytest.raises(QueueError):
        desk.queue.close(case, "ann")
    with pytest.raises(QueueError):
        desk.queue.reopen(case, "ann", "why not")
    assert _everything(desk) == before


def test_a_case_that_does_not_exist(desk: Desk) -> None:
    with pytest.raises(QueueError, match=r"^there is no case C7; see"):
        desk.queue.claim(7, "ann")


TEXTS = (
    "'Brwoser' is wrong",
    "el rótulo 'Brwoser'",
    "'Sever' und 'Brwoser'",
    "spam",
    "a weapon",
    "odd",
    "bad",
    "\ud800 odd",
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ("add", "claim", "release", "escalate", "decide", "reopen", "close", "dismiss", "empty")
            ),
            st.integers(1, 6),
            st.sampled_from(("ann", "bob")),
            st.sampled_from(TEXTS),
            st.sampled_from(("hash-1", "hash-2")),
            st.sampled_from(Outcome),
            st.integers(0, 30),
        ),
        max_size=40,
    )
)
def test_whatever_is_done_the_state_follows_from_the_log(
    steps: list[tuple[str, int, str, str, str, Outcome, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        for what, case, actor, text, case_hash, outcome, hours in steps:
            desk.later(hours)
            with suppress(QueueError):
                _step(desk, what, case, actor, text, case_hash, outcome)
        connection = desk.queue.database.connection
        assert list(differences(connection)) == []
        before = _everything(desk)
        with desk.queue.database.writing():
            rebuild(connection)
        assert _everything(desk) == before
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        held = connection.execute(
            "SELECT count(*) FROM cases WHERE (state = 'claimed') <> (holder IS NOT NULL)"
        )
        assert held.fetchone()[0] == 0
        desk.queue.database.close()


def _step(desk: Desk, what: str, case: int, actor: str, text: str, case_hash: str, outcome: Outcome) -> None:
    queue = desk.queue
    match what:
        case "add":
            desk.add(text, content(case_hash))
        case "claim":
            queue.claim(case, actor)
        case "release":
            queue.release(case, actor)
        case "escalate":
            queue.escalate(case, actor, "urgent")
        case "decide":
            queue.decide(case, actor, ruling(outcome))
        case "reopen":
            queue.reopen(case, actor, "again")
        case "close":
            queue.close(case, actor, content(case_hash), "I looked")
        case "dismiss":
            queue.dismiss(case, actor)
        case "empty":
            queue.dismiss_empty(actor, 0.5)


def _state(desk: Desk, case: int) -> State:
    with desk.queue.database.reading() as connection:
        return reading.case(connection, case).state


def _everything(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    connection = desk.queue.database.connection
    return {
        table: [tuple(row) for row in connection.execute(f"SELECT * FROM {table}")]
        for table in (*TABLES, "events")
    }
