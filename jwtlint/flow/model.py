"""The conversation that the arrows of a prompt draw: parties, messages, exchanges."""

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from ..prompt.model import Arrow, Box, Mode
from ..text import Text
from .kinds import FRONTS, STORES, Kind, Nature
from .labels import Facet, Label, read_label
from .statements import Statements

_PERSONS = frozenset(
    {"user", "customer", "visitor", "buyer", "shopper", "guest", "reader", "viewer", "member"}
)


class Act(Enum):
    """What an arrow does."""

    INTERNAL = "internal step"
    EVENT = "event"
    DELIVERY = "delivery"
    REQUEST = "request"
    REPLY = "reply"


class Party:
    """A component that takes part. `box` is None where none is declared; `role` is its text in lower case."""

    __slots__ = ("box", "kind", "name", "nature", "role")

    def __init__(self, name: str, nature: Nature, box: Box | None = None) -> None:
        self.name = name
        self.nature = nature
        self.kind: Kind = nature.kind
        self.box = box
        self.role = box.role.value.lower() if box is not None and box.role is not None else ""

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"Party({self.name!r}, {self.kind.name})"

    @property
    def is_store(self) -> bool:
        return self.kind in STORES

    @property
    def is_front(self) -> bool:
        """Does it stand at the user's side: a browser, an app, a client?"""
        return self.kind in FRONTS

    @property
    def is_person(self) -> bool:
        """Is it named for a person, who may use any tool, rather than for a program?"""
        return self.name.rpartition(" ")[2].lower().rstrip("s") in _PERSONS


class Message:
    """An arrow as part of the conversation.

    `exchange` is what a request opens, or what a reply answers (over a chain: its first exchange); None for
    what takes no part in an exchange. `continues`: the second part of the reply before it.
    """

    __slots__ = ("act", "arrow", "continues", "exchange", "index", "label", "mode", "source", "target")

    def __init__(self, index: int, arrow: Arrow, source: Party, target: Party) -> None:
        self.index = index
        self.arrow = arrow
        self.source = source
        self.target = target
        self.label: Label = read_label(arrow.label.value if arrow.label is not None else "")
        self.mode = arrow.mode
        self.act = Act.REQUEST
        self.exchange: Exchange | None = None
        self.continues = False

    def __str__(self) -> str:
        return str(self.arrow)

    def __repr__(self) -> str:
        return f"Message({self.index}, {self.act.name}, {self}, {self.label.value!r})"

    @property
    def text(self) -> Text:
        """What a rule flags: the label, or the whole arrow where it has none."""
        return self.arrow.label or self.arrow.text

    @property
    def optional(self) -> bool:
        return self.mode is Mode.OPTIONAL

    @property
    def from_front(self) -> bool:
        return self.source.is_front

    @property
    def between(self) -> tuple[Party, Party]:
        return self.source, self.target


class Exchange:
    """A request and its replies.

    `open`: a reply may still come. `answered`: a reply counts as its answer, though an error leaves it open.
    `over`: somebody has answered it with more than an error.
    """

    __slots__ = ("answered", "open", "over", "replies", "request")

    def __init__(self, request: Message) -> None:
        self.request = request
        self.replies: list[Message] = []
        self.open = True
        self.answered = False
        self.over = False

    def __repr__(self) -> str:
        return f"Exchange({self.request!r}, {len(self.replies)} replies)"

    @property
    def reply(self) -> Message | None:
        """The first reply that is no error, or else the first."""
        fine = (
            reply for reply in self.replies if (status := reply.label.status) is None or status.code < 400
        )
        return next(fine, self.replies[0] if self.replies else None)


class Skip(NamedTuple):
    """A reply that jumps over parties through which its request came; `chain` are the exchanges in order."""

    reply: Message
    chain: tuple[Exchange, ...]

    @property
    def skipped(self) -> tuple[Party, ...]:
        return tuple(exchange.request.target for exchange in self.chain[:-1])


class Conversation:
    """Everything that the arrows of a prompt say to each other, in order.

    `skips` are replies over the heads of others, `duplicates` second final replies, `unsolicited` replies
    that nobody asked for, `store_calls` arrows by which a store addresses somebody who never asked it.
    """

    def __init__(self, parties: Sequence[Party], messages: Sequence[Message], statements: Statements) -> None:
        self.parties = tuple(parties)
        self.messages = tuple(messages)
        self.statements = statements
        self.exchanges: list[Exchange] = []
        self.skips: list[Skip] = []
        self.duplicates: list[Message] = []
        self.unsolicited: list[Message] = []
        self.store_calls: list[Message] = []

    @cached_property
    def _by_facet(self) -> dict[Facet, list[Message]]:
        found: dict[Facet, list[Message]] = {}
        for message in self.messages:
            for facet in message.label.facets:
                found.setdefault(facet, []).append(message)
        return found

    @cached_property
    def _by_act(self) -> dict[Act, list[Message]]:
        found: dict[Act, list[Message]] = {}
        for message in self.messages:
            found.setdefault(message.act, []).append(message)
        return found

    def about(self, facet: Facet) -> Sequence[Message]:
        """The messages whose label has the facet, in order."""
        return self._by_facet.get(facet, ())

    def doing(self, act: Act) -> Sequence[Message]:
        """The messages of one act, in order."""
        return self._by_act.get(act, ())

    @cached_property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of all parties."""
        return frozenset(party.kind for party in self.parties)

    @cached_property
    def labels(self) -> str:
        """All labels in lower case, one a line: what a rule asks before it looks closer."""
        return "\n".join(message.label.lower for message in self.messages)

    @cached_property
    def _has_boxes(self) -> bool:
        return any(party.box is not None for party in self.parties)

    def declares(self, message: Message) -> bool:
        """Are both ends of the arrow declared boxes, where boxes are declared at all?"""
        return not self._has_boxes or (message.source.box is not None and message.target.box is not None)

    def unanswered(self) -> Iterator[Exchange]:
        """Requests to which no reply is drawn, in order."""
        for exchange in self.exchanges:
            if not exchange.answered and not exchange.request.label.answered_inline:
                yield exchange

    def replies_of(self, exchange: Exchange) -> Iterator[Message]:
        """The replies of an exchange with the second parts that follow them."""
        for reply in exchange.replies:
            yield reply
            following = reply.index + 1
            while following < len(self.messages) and self.messages[following].continues:
                yield self.messages[following]
                following += 1
