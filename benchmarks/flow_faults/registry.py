"""Faults that can be planted into a good flow, each wherever the flow has a place for it."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from jwtlint.flow.kinds import SERVERS, Kind
from jwtlint.flow.model import Act, Conversation, Exchange, Message
from tests.flow.drawing import Drawn, Flow


class Planted(NamedTuple):
    """A flow with one fault, and the rules of which one must find it."""

    fault: str
    flow: Flow
    expected: frozenset[str]
    where: str


class Place(NamedTuple):
    """A good flow, how it was read, and the message into which a fault may go."""

    flow: Flow
    conversation: Conversation
    message: Message

    def relabelled(self, label: str) -> Flow:
        return self.replaced(self.flow.arrows[self.message.index]._replace(label=label))

    def replaced(self, *arrows: Drawn) -> Flow:
        """With other arrows (or none) instead of the message."""
        drawn = list(self.flow.arrows)
        drawn[self.message.index : self.message.index + 1] = arrows
        return self.flow.with_arrows(drawn)

    def followed(self, *arrows: Drawn) -> Flow:
        """With more arrows behind the message."""
        return self.replaced(self.flow.arrows[self.message.index], *arrows)

    @property
    def arrow(self) -> Drawn:
        return self.flow.arrows[self.message.index]


Fault = Callable[[Place], Flow | None]
_FAULTS: dict[str, tuple[Fault, frozenset[str]]] = {}


def fault(name: str, *expected: str) -> Callable[[Fault], Fault]:
    """Register a fault that one of the rules must find."""

    def register(plant: Fault) -> Fault:
        _FAULTS[name] = (plant, frozenset(expected))
        return plant

    return register


def planted(flow: Flow, conversation: Conversation) -> Iterator[Planted]:
    """Every fault that has a place in the flow, once for each place."""
    for name, (plant, expected) in _FAULTS.items():
        for message in conversation.messages:
            faulty = plant(Place(flow, conversation, message))
            if faulty is not None and faulty != flow:
                yield Planted(name, faulty, expected, f"{flow.name}, {message}: {message.label.value}")


def only_reply(message: Message) -> Exchange | None:
    """The exchange that the message alone answers."""
    exchange = message.exchange
    if exchange is None or message.act is not Act.REPLY or message.continues or message.mode.value != "main":
        return None
    return exchange if exchange.replies == [message] and exchange.request.source is message.target else None


def may_answer_another(conversation: Conversation, exchange: Exchange) -> bool:
    """Is something else open between the two, which the reply would answer as well?"""
    others = [one for one in conversation.exchanges if one.request.between == exchange.request.between]
    return any(
        not one.over and one.request.index < exchange.request.index
        for one in others
        if not one.request.label.writes
    ) or any(
        reply.label.status is not None and reply.label.status.code >= 400
        for one in others
        for reply in one.replies
    )


def is_browser_call(message: Message) -> bool:
    return (
        message.act is Act.REQUEST
        and message.source.kind is Kind.BROWSER
        and message.source.nature.certain
        and message.target.kind in SERVERS | {Kind.EDGE}
        and message.label.request is not None
    )


def swap(pattern: str, replacement: str) -> Fault:
    """Change the words of a label that match."""
    compiled = re.compile(pattern)

    def plant(place: Place) -> Flow | None:
        label = place.arrow.label
        return place.relabelled(compiled.sub(replacement, label)) if compiled.search(label) else None

    return plant
