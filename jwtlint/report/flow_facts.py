"""How the arrows of a prompt were understood, in words for whoever doubts a verdict.

Everything here is read off the conversation; nothing is decided anew.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ..document import Document
from ..flow.kinds import Kind, Kinds
from ..flow.labels import Facet, Label
from ..flow.model import Act, Conversation, Message, Party
from ..prompt.model import Mode
from ..regex import lazy

_SPELLED = frozenset({Facet.REQUEST, Facet.STATUS, Facet.TOKEN, Facet.PROSE})
_MOST_WORDS = 6
_PARTS = lazy(r"\s/\s|[()\[\]:|–—]")
# What the kinds are called where their names are shorthand.
_NAMES = {
    Kind.API: "API server",
    Kind.AUTH: "authorization server",
    Kind.CLIENTSTORE: "store in the client",
    Kind.DB: "database",
    Kind.OBJECTSTORE: "object store",
    Kind.OBSERVABILITY: "log or metrics sink",
    Kind.SECRETS: "secret store",
    Kind.THIRDPARTY: "third party",
}


class Component(NamedTuple):
    """A component: its kind, whether that is certain, and why it was taken for one."""

    name: str
    kind: Kind
    certain: bool
    why: str


class Told(NamedTuple):
    """An arrow: what it does and why, what its label says, and what became of it.

    `answers` is the number of the request that it replies to, `answered_by` are those of its replies, `jumps`
    the names of the components that it passes over.
    """

    number: int
    message: Message
    why: str
    says: tuple[str, ...]
    answers: int | None
    answered_by: tuple[int, ...]
    jumps: tuple[str, ...]
    outcome: str


def called(kind: Kind) -> str:
    """What a kind is called in a sentence."""
    return _NAMES.get(kind, kind.value)


def components(document: Document, conversation: Conversation) -> Iterator[Component]:
    """The components that take part, in the order in which they appear."""
    kinds = Kinds(document.context.vocabulary("components"))
    for party in conversation.parties:
        yield Component(party.name, party.kind, party.nature.certain, _kind_reason(kinds, party))


def arrows(conversation: Conversation) -> Iterator[Told]:
    """The arrows in order."""
    jumps = {skip.reply.index: tuple(map(str, skip.skipped)) for skip in conversation.skips}
    remarks = {
        **{message.index: "a second final reply" for message in conversation.duplicates},
        **{message.index: "a reply that nobody asked for" for message in conversation.unsolicited},
        **{message.index: "a store speaks up that nobody asked" for message in conversation.store_calls},
    }
    for message in conversation.messages:
        answers = _answers(message)
        answered_by = _answered_by(conversation, message)
        jumped = jumps.get(message.index, ())
        yield Told(
            message.index + 1,
            message,
            _act_reason(message),
            tuple(_says(message.label)),
            answers,
            answered_by,
            jumped,
            _outcome(message, answers, answered_by, jumped, remarks.get(message.index, "")),
        )


def _answers(message: Message) -> int | None:
    if message.act is not Act.REPLY or message.exchange is None:
        return None
    return message.exchange.request.index + 1


def _answered_by(conversation: Conversation, message: Message) -> tuple[int, ...]:
    exchange = message.exchange
    if message.act is not Act.REQUEST or exchange is None:
        return ()
    return tuple(reply.index + 1 for reply in conversation.replies_of(exchange))


def _outcome(
    message: Message, answers: int | None, answered_by: tuple[int, ...], jumped: tuple[str, ...], remark: str
) -> str:
    match message.act:
        case Act.REQUEST:
            return _outcome_of_request(message, answered_by)
        case Act.REPLY if message.continues:
            return f"goes on with the reply before it, to {answers}"
        case Act.REPLY if jumped:
            return f"answers {answers}, over the head of {' and '.join(jumped)}"
        case Act.REPLY if remark:
            return remark if answers is None else f"{remark} to {answers}"
        case Act.REPLY if answers is None:
            return "answers nobody; taken for a push"
        case Act.REPLY if message.exchange is not None and message not in message.exchange.replies:
            return f"belongs to {answers}, which it leaves open (a redirect, a page, a push)"
        case Act.REPLY:
            return f"answers {answers}"
        case Act.EVENT | Act.DELIVERY:
            return "needs no reply"
    return ""


def _outcome_of_request(message: Message, answered_by: tuple[int, ...]) -> str:
    exchange = message.exchange
    numbers = " and ".join(map(str, answered_by))
    if exchange is not None and exchange.answered:
        return f"answered by {numbers}" if numbers else "answered"
    if message.label.answered_inline:
        return "carries its answer in its label"
    if numbers:
        return f"no reply that is sure to come, only {numbers}"
    return "no reply is drawn, and a write needs none" if message.label.writes else "no reply is drawn"


def _act_reason(message: Message) -> str:
    """What the conversation knows that makes the arrow what it is."""
    source, target, label = message.source, message.target, message.label
    request, status = label.request, label.status
    match message.act:
        case Act.INTERNAL:
            return "starts and ends at the same component"
        case Act.EVENT:
            return f"{target} is {_a(target)}, to which one sends without waiting"
        case Act.DELIVERY:
            return f"{source} is a queue, which hands on what it holds"
        case Act.REPLY:
            if label.replies and status is not None:
                return f"the label begins like a reply ({status.code})"
            if source.is_store:
                return f"{source} is {_a(source)}, which only answers"
            if message.continues:
                return "follows a reply between the same two"
            if message.exchange is not None:
                asked = message.exchange.request
                return f"{asked.source} had asked {asked.target}, and the label gives no order"
            return "the label gives no order"
        case Act.REQUEST:
            if request is not None:
                return f"the label is an HTTP request ({request.method} {request.target})"
            if target.is_store:
                return f"{target} is {_a(target)}, which is asked"
            if label.asks:
                return f"the label begins with an order ({label.first!r})"
            return f"no request of {target} to {source} was open that it could answer"
    return ""


def _a(party: Party) -> str:
    name = called(party.kind)
    return f"{'an' if name[0] in 'aeiouA' else 'a'} {name}"


def _says(label: Label) -> Iterator[str]:
    """What is in the label."""
    for request in label.requests:
        yield f"HTTP request {request.method} {request.target}".rstrip()
    for status in label.statuses:
        yield f"status {status.code} {status.phrase}".rstrip()
    yield from sorted(token.value for token in label.tokens)
    yield from sorted(facet.value for facet in label.facets - _SPELLED)


def _kind_reason(kinds: Kinds, party: Party) -> str:
    role = party.role
    told = kinds.of(party.name, role)
    if told.kind is not party.kind:
        return f"its name says {called(told.kind)}, but it asks others for what it lacks"
    if kinds.of(party.name).kind is not party.kind:
        return "its role says so; the name alone could be something else"
    if party.kind is Kind.SERVICE and not party.nature.certain:
        return "its name tells no kind, so it may do everything"
    words = _decisive(kinds, party)
    return f"because of {words!r} in its name{'' if party.nature.certain else ', which is ambiguous'}"


def _decisive(kinds: Kinds, party: Party) -> str:
    """The shortest end of the name, or of a part of it, that is of the same kind by itself."""
    for part in _PARTS.split(party.name):
        words = part.split()[-_MOST_WORDS:]
        for start in range(len(words) - 1, -1, -1):
            end = " ".join(words[start:])
            nature = kinds.of(end, party.role)
            if nature.kind is party.kind and nature.certain == party.nature.certain:
                return end
    return party.name


def branch_of(message: Message) -> str:
    """The branch in which the arrow stands, "" for the main flow."""
    words = str(message.arrow.branch) if message.arrow.branch else ""
    if message.mode is Mode.MAIN:
        return f"if {words}" if words else ""
    return f"{message.mode.value}: {words}" if words else message.mode.value
