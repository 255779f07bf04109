"""The states of a case, and the one function that says how it comes from one to another."""

from enum import StrEnum

from .errors import QueueError


class State(StrEnum):
    """Where a case stands. An open, an escalated and a reopened one wait for somebody to take them."""

    OPEN = "open"
    CLAIMED = "claimed"
    ESCALATED = "escalated"
    DECIDED = "decided"
    CLOSED = "closed"
    REOPENED = "reopened"


class Action(StrEnum):
    """What is done to a case; the value is its participle."""

    CLAIM = "claimed"
    RELEASE = "released"
    ESCALATE = "escalated"
    DECIDE = "decided"
    DISMISS = "dismissed"
    CLOSE = "closed"
    REOPEN = "reopened"


WAITING = frozenset({State.OPEN, State.ESCALATED, State.REOPENED})
SETTLED = frozenset({State.DECIDED, State.CLOSED})

_MOVES: dict[Action, dict[State, State]] = {
    Action.CLAIM: dict.fromkeys(WAITING, State.CLAIMED),
    Action.ESCALATE: dict.fromkeys((State.OPEN, State.REOPENED, State.CLAIMED), State.ESCALATED),
    Action.DECIDE: {State.CLAIMED: State.DECIDED},
    # An escalated case is never dismissed unseen, nor is one that somebody holds or wanted to see again.
    Action.DISMISS: {State.OPEN: State.DECIDED},
    Action.CLOSE: {State.DECIDED: State.CLOSED},
    Action.REOPEN: dict.fromkeys(SETTLED, State.REOPENED),
}
_REMEDIES = {
    (Action.CLAIM, State.CLAIMED): "wait until it is released",
    (Action.DECIDE, State.OPEN): "claim it first",
    (Action.DECIDE, State.ESCALATED): "claim it first",
    (Action.DECIDE, State.REOPENED): "claim it first",
    (Action.DISMISS, State.ESCALATED): "claim and decide it",
    (Action.DISMISS, State.REOPENED): "claim and decide it",
    (Action.ESCALATE, State.ESCALATED): "claim it",
}


def move(state: State, action: Action, resting: State = State.OPEN) -> State:
    """The state that an action leads to.

    `resting` is the waiting state that a released case returns to: the one in which it was claimed. Raises QueueError
    for a move that is not allowed; the message starts with a verb, as the caller knows the name of the case.
    """
    if action is Action.RELEASE and state is State.CLAIMED:
        return resting
    target = _MOVES.get(action, {}).get(state)
    if target is None:
        raise QueueError(f"is {state} and cannot be {action.value}; {_remedy(action, state)}")
    return target


def _remedy(action: Action, state: State) -> str:
    known = _REMEDIES.get((action, state))
    if known is not None:
        return known
    if action is Action.RELEASE:
        return "nobody holds it"
    if state in SETTLED:
        return "reopen it first" if action is not Action.CLOSE else "it is closed already"
    return "decide it first"
