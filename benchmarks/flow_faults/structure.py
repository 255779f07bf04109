"""Faults in who asks and who answers."""

import re

from jwtlint.flow.kinds import SERVERS, Kind
from jwtlint.flow.labels import Facet, Token
from jwtlint.flow.lifecycle import is_login
from jwtlint.flow.model import Act
from tests.flow.drawing import Flow

from .registry import Place, fault, may_answer_another, only_reply


@fault("reply dropped", "request-without-reply")
def _drop_reply(place: Place) -> Flow | None:
    exchange = only_reply(place.message)
    if exchange is None or not exchange.request.from_front or exchange.request.label.request is None:
        return None
    followed = place.conversation.messages[place.message.index + 1 : place.message.index + 2]
    if (
        any(message.continues for message in followed)
        or exchange.request.optional
        or "websocket" in place.conversation.labels
    ):
        return None
    return place.replaced()


@fault("lookup result dropped", "lookup-without-reply")
def _drop_result(place: Place) -> Flow | None:
    exchange = only_reply(place.message)
    if exchange is None or not exchange.request.label.reads or exchange.request.from_front:
        return None
    return place.replaced() if place.message.source.kind in (Kind.CACHE, Kind.DB, Kind.AUTH) else None


@fault(
    "request dropped", "reply-without-request", "duplicate-reply", "store-initiates-call", "reply-skips-hop"
)
def _drop_request(place: Place) -> Flow | None:
    message = place.message
    exchange = message.exchange
    if (
        message.act is not Act.REQUEST
        or exchange is None
        or not exchange.answered
        or exchange.request.optional
    ):
        return None
    if may_answer_another(place.conversation, exchange):
        return None
    reply = exchange.replies[0]
    status = reply.label.status
    delegates = re.search(r"redirect|page|form|30\d", reply.label.lower)
    if delegates or not (reply.source.is_store or (status is not None and status.code < 400)):
        return None
    return place.replaced()


@fault("call into a server dropped", "actor-never-called", "reply-skips-hop", "reply-without-request")
def _drop_call(place: Place) -> Flow | None:
    message = place.message
    after = place.conversation.messages[message.index + 1 :]
    if (
        message.act is not Act.REQUEST
        or message.index == 0
        or message.target.kind not in (Kind.AUTH, Kind.API)
    ):
        return None
    acts = next((one for one in after if one.source is message.target and one.act is not Act.INTERNAL), None)
    reached_before = any(
        message.target in one.between for one in place.conversation.messages[: message.index]
    )
    if reached_before or acts is None or acts.act is not Act.REQUEST or not acts.target.is_store:
        return None
    return place.replaced()


@fault("reply turned round", "status-wrong-direction")
def _turn_reply(place: Place) -> Flow | None:
    message, arrow = place.message, place.arrow
    status = message.label.status
    leading = status is not None and status.leading
    front = message.target.kind is Kind.BROWSER and message.target.nature.certain
    if not (message.act is Act.REPLY and leading and front and message.source.kind in SERVERS | {Kind.EDGE}):
        return None
    return place.replaced(arrow._replace(source=arrow.target, target=arrow.source))


@fault("lookup turned round", "store-initiates-call", "duplicate-reply")
def _turn_lookup(place: Place) -> Flow | None:
    message, arrow = place.message, place.arrow
    store = message.target
    if (
        message.act is not Act.REQUEST
        or not store.is_store
        or store.nature.speaks_http
        or not message.label.reads
    ):
        return None
    return place.replaced(arrow._replace(source=arrow.target, target=arrow.source))


@fault("hop skipped", "reply-skips-hop")
def _skip_hop(place: Place) -> Flow | None:
    first = place.message
    rest = place.conversation.messages[first.index + 1 : first.index + 2]
    if not rest or first.act is not Act.REPLY or first.mode.value != "main" or first.exchange is None:
        return None
    second = rest[0]
    asked = second.exchange
    hop = second.source is first.target and second.act is Act.REPLY and second.mode.value == "main"
    if (
        not hop
        or asked is None
        or asked.request.index > first.exchange.request.index
        or first.source.is_store
    ):
        return None
    between = place.conversation.messages[asked.request.index : first.exchange.request.index]
    if any(message.source is first.target and message.target is first.source for message in between):
        return None
    if Facet.REDIRECT in second.label or Facet.STATUS not in second.label or second.target is first.source:
        return None
    drawn = list(place.flow.arrows)
    drawn[first.index : first.index + 2] = [drawn[second.index]._replace(source=drawn[first.index].source)]
    return place.flow.with_arrows(drawn)


@fault("edge bypassed", "edge-bypassed")
def _bypass(place: Place) -> Flow | None:
    message = place.message
    if (
        message.act is not Act.REQUEST
        or message.target.kind is not Kind.EDGE
        or message.label.request is None
    ):
        return None
    earlier = place.conversation.messages[: message.index]
    behind = [one.target for one in earlier if one.source is message.target and one.act is Act.REQUEST]
    if not behind:
        return None
    faulty = place.replaced(place.arrow._replace(target=behind[0].name))
    drawn = list(faulty.arrows)
    for reply in message.exchange.replies if message.exchange is not None else ():
        drawn[reply.index] = drawn[reply.index]._replace(source=behind[0].name)
    return faulty.with_arrows(drawn)


@fault("reply repeated", "duplicate-reply")
def _repeat(place: Place) -> Flow | None:
    message = place.message
    status = message.label.status
    fine = (
        status is not None
        and status.leading
        and status.code < 300
        and not place.conversation.kinds & {Kind.QUEUE}
    )
    exchange = only_reply(message)
    if exchange is None or not fine or re.search(r"\b(?:page|form)\b", message.label.lower):
        return None
    if may_answer_another(place.conversation, exchange):
        return None
    return place.followed(place.arrow)


@fault("queue answers", "queue-replies")
def _queue_answers(place: Place) -> Flow | None:
    return place.relabelled("200 OK + result rows") if place.message.act is Act.DELIVERY else None


@fault("internal step as HTTP", "self-loop-http")
def _http_inside(place: Place) -> Flow | None:
    return place.relabelled("POST /internal/check") if place.message.act is Act.INTERNAL else None


@fault("token before the check", "reply-before-work")
def _token_first(place: Place) -> Flow | None:
    message = place.message
    if (
        not is_login(message)
        or not message.from_front
        or message.exchange is None
        or not message.exchange.replies
    ):
        return None
    reply = message.exchange.replies[0]
    within = place.conversation.messages[message.index + 1 : reply.index]
    checked = any(one.label.reads and one.target is message.target or one.target.is_store for one in within)
    if not checked or Token.ACCESS not in reply.label.tokens or reply.source is not message.target:
        return None
    if any(one.target.kind is Kind.AUTH for one in within):
        return None
    drawn = list(place.flow.arrows)
    drawn.insert(message.index + 1, drawn.pop(reply.index))
    return place.flow.with_arrows(drawn)
