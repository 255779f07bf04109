"""Reads the arrows of a prompt as a conversation: who asks whom, and who answers.

An arrow that asks opens an exchange; a reply answers the newest open exchange of the same two parties, or
comes back over a whole chain of them. What does not fit is kept for the rules.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from ..prompt.model import Mode, Prompt
from ..regex import lazy
from .kinds import Kind, Kinds
from .labels import Facet
from .model import Act, Conversation, Exchange, Message, Party, Skip
from .parties import Parties
from .statements import Statements

_SINKS = frozenset({Kind.QUEUE, Kind.OBSERVABILITY})
# A chain of forwardings is short; the bounds keep hostile flows linear.
_MAX_HOPS = 12
_MAX_VISITS = 64
_RECENT = 20
"""No drawing asks the same this often before an error answers the first."""

_STORED = lazy(
    r"\b(?:stored|saved|cached|ok|ack\w*|ids?|\d+ rows?|committed|confirmed|updated|inserted|deleted|created"
    r"|recorded|done|success\w*|written|persisted|version|removed|added|kept)\b"
)
# A server may send a browser elsewhere, or show it a page, though the browser asked somebody else before.
_DELEGATION = lazy(r"\b(?:redirect\w*|page|form|prompt|consent|ui|screen|challenge)\b|\b30[12378]\b")
_UNASKED = lazy(
    r"\b(?:cdc|change (?:data|stream|event|feed)\w*|replicat\w+|triggers?|keyspace|invalidat\w+|pub/?sub"
    r"|notif\w+|stream\w*|expir\w+ event|outbox|wal|binlog|events?|push\w*|watch)\b"
)
_PUSH = lazy(
    r"\b(?:push\w*|async\w*|notif\w+|stream\w*|events?|sse|web ?sockets?|ws|updates?|webhooks?|callback"
    r"|progress|heartbeat|subscri\w+|live|broadcast\w*|alerts?)\b"
)


Vocabulary = Callable[[str], Mapping[str, Any]]


def converse(prompt: Prompt, vocabulary: Vocabulary, statements: Statements) -> Conversation:
    """Read the arrows of a prompt as a conversation; `statements` are the words around it."""
    parties = Parties(_kinds(vocabulary), prompt.arrows)
    messages = [Message(index, arrow, *parties.of_arrow(arrow)) for index, arrow in enumerate(prompt.arrows)]
    conversation = Conversation(parties.all, messages, statements)
    _Engine(conversation).run()
    return conversation


@lru_cache(maxsize=4)
def _kinds(vocabulary: Vocabulary) -> Kinds:
    return Kinds(vocabulary("components"))


class _Engine:
    """Pairs requests and replies, message by message."""

    def __init__(self, conversation: Conversation) -> None:
        self._talk = conversation
        self._newest: dict[tuple[Party, Party], Exchange] = {}
        self._open: dict[tuple[Party, Party], list[Exchange]] = {}
        self._askers: dict[Party, dict[Party, None]] = {}
        self._before: Message | None = None
        self._spoke: dict[Party, int] = {}
        # For each party, as bits, who reached it with what is no reply, and who did so through an event.
        self._bits = {party: 1 << number for number, party in enumerate(conversation.parties)}
        self._reached: dict[Party, int] = {}
        self._reached_by_event: dict[Party, int] = {}

    def run(self) -> None:
        for message in self._talk.messages:
            message.act = self._act_of(message)
            if message.act is Act.REQUEST:
                self._ask(message)
            elif message.act is Act.REPLY and not message.continues:
                self._answer(message)
            self._before = message
            self._spoke[message.source] = message.index
            if message.act is not Act.REPLY:
                self._reach(message)

    def _act_of(self, message: Message) -> Act:
        source, target, label = message.source, message.target, message.label
        if source is target:
            return Act.INTERNAL
        if target.kind in _SINKS:
            return Act.EVENT
        if source.kind is Kind.QUEUE:
            return Act.DELIVERY
        status = label.status
        if label.replies and status is not None and status.leading:
            return Act.REPLY
        if label.request is not None:
            return Act.REQUEST
        if label.replies or source.is_store:
            return Act.REPLY
        if target.is_store:
            return Act.REQUEST
        if self._newest_open(target, source) is not None and not label.asks:
            return Act.REPLY
        if self._follows_own_reply(message):
            return Act.REPLY
        if target.is_front and not source.is_front and self._chain(target, source) is not None:
            return Act.REPLY
        return Act.REQUEST

    def _reach(self, message: Message) -> None:
        source, target = message.between
        origins = self._reached.get(source, 0) | self._bits[source]
        self._reached[target] = self._reached.get(target, 0) | origins
        by_event = self._reached_by_event.get(source, 0)
        if message.act in (Act.EVENT, Act.DELIVERY):
            by_event |= origins
        if by_event:
            self._reached_by_event[target] = self._reached_by_event.get(target, 0) | by_event

    def _ask(self, message: Message) -> None:
        pair = message.between
        stack = self._open.setdefault(pair, [])
        for exchange in stack[-_RECENT:]:
            # What was answered with an error only is over once the same is asked anew.
            exchange.open = not exchange.answered
        stack[-_RECENT:] = [exchange for exchange in stack[-_RECENT:] if exchange.open]
        exchange = message.exchange = Exchange(message)
        stack.append(exchange)
        self._newest[pair] = exchange
        self._askers.setdefault(message.target, {})[message.source] = None
        self._talk.exchanges.append(exchange)

    def _answer(self, message: Message) -> None:
        if self._is_second_part(message):
            return
        asker, replier = message.target, message.source
        newest = self._newest.get((asker, replier))
        failure = (status := message.label.status) is not None and status.code >= 400
        if newest is not None and (message.optional or failure):
            self._attach(message, newest, failure)
            return
        exchange = self._newest_open(asker, replier)
        if exchange is not None and not self._is_stale(exchange, message):
            self._close(exchange, message)
            return
        chain = self._chain(asker, replier) if exchange is None else None
        if chain is not None:
            self._answer_over(chain, message, failure)
        elif newest is not None and exchange is None:
            self._answer_again(newest, message)
        else:
            self._answer_unasked(message)

    def _is_stale(self, exchange: Exchange, message: Message) -> bool:
        """Is it a write, long done when the store comes with something else than "stored"?"""
        request, label = exchange.request, message.label
        if not (
            message.source.is_store and request.label.writes and self._spoke[request.source] > request.index
        ):
            return False
        return label.asks or not _STORED.search(label.lower)

    def _attach(self, message: Message, exchange: Exchange, failure: bool) -> None:
        """An error, or an optional reply, belongs to the newest exchange; what is sure to come answers it."""
        message.exchange = exchange
        if exchange.over:
            # An optional reply without a status is most likely how the request fails.
            again = not message.optional or (message.label.status is not None and not failure)
            if again and not exchange.request.optional and not _needs_no_request(message):
                self._talk.duplicates.append(message)
        elif not message.optional or exchange.request.optional:
            exchange.answered = True
            if not failure:
                self._close(exchange, message)
                return
        exchange.replies.append(message)

    def _close(self, exchange: Exchange, message: Message) -> None:
        message.exchange = exchange
        exchange.replies.append(message)
        exchange.answered = exchange.over = True
        exchange.open = False
        stack = self._open.get(exchange.request.between)
        if stack and stack[-1] is exchange:
            stack.pop()

    def _answer_over(self, chain: tuple[Exchange, ...], message: Message, failure: bool) -> None:
        label = message.label
        message.exchange = chain[0]
        if _DELEGATION.search(label.lower) or (label.status is None and _PUSH.search(label.lower)):
            chain[0].answered = True
            return
        skip = Skip(message, chain)
        if message.source.kind is not Kind.MIDDLEWARE and _is_answer(skip):
            self._talk.skips.append(skip)
        if message.optional and not chain[0].request.optional:
            return
        for exchange in chain:
            exchange.answered = True
            if not failure:
                self._close(exchange, message)
        message.exchange = chain[0]

    def _answer_again(self, exchange: Exchange, message: Message) -> None:
        message.exchange = exchange
        if not _needs_no_request(message):
            self._talk.duplicates.append(message)

    def _follows_own_reply(self, message: Message) -> bool:
        before = self._before
        return before is not None and before.act is Act.REPLY and before.between == message.between

    def _is_second_part(self, message: Message) -> bool:
        """Does it make up one reply with the arrow before it: "Set-Cookie", then "302 Found"?"""
        before = self._before
        if before is None or not self._follows_own_reply(message) or before.mode is not message.mode:
            return False
        if _PUSH.search(before.label.lower):
            return False
        coded = [one for one in (before, message) if one.label.status is not None]
        if len(coded) == 2 or (not coded and self._newest_open(message.target, message.source) is not None):
            return False
        message.continues = True
        message.exchange = before.exchange
        return True

    def _answer_unasked(self, message: Message) -> None:
        label = message.label
        if message.source.kind is Kind.MIDDLEWARE:
            return
        by_event = self._reached_by_event.get(message.source, 0) & self._bits[message.target]
        if message.source.is_store and Facet.STATUS not in label:
            if not (_UNASKED.search(label.lower) or self._is_asked_by_another(message.source)):
                self._talk.store_calls.append(message)
        elif not by_event and (Facet.STATUS in label or Facet.RESPONSE in label):
            # What was asked for through a queue may be answered past it.
            self._talk.unsolicited.append(message)

    def _is_asked_by_another(self, store: Party) -> bool:
        """Does somebody still wait for the store, so that it passes the result on, as pipelines do?"""
        askers = islice(reversed(self._askers.get(store, {})), _MAX_VISITS)
        pending = (self._newest_open(asker, store) for asker in askers)
        return any(exchange is not None and not exchange.request.label.writes for exchange in pending)

    def _newest_open(self, asker: Party, replier: Party) -> Exchange | None:
        stack = self._open.get((asker, replier))
        while stack and not stack[-1].open:
            stack.pop()
        return stack[-1] if stack else None

    def _chain(self, asker: Party, replier: Party) -> tuple[Exchange, ...] | None:
        """Open exchanges by which `asker` reached `replier`, each begun after the one before."""
        reached: list[tuple[Party, int, tuple[Exchange, ...]]] = [(replier, len(self._talk.messages), ())]
        visited: set[Party] = set()
        visits = 0
        while reached and visits < _MAX_VISITS:
            party, bound, chain = reached.pop(0)
            askers = islice(reversed(self._askers.get(party, {})), _MAX_VISITS)
            pending = [self._newest_open(source, party) for source in askers]
            visits += len(pending)
            earlier = [one for one in pending if one is not None and one.request.index < bound]
            for exchange in sorted(earlier, key=lambda one: -one.request.index):
                source = exchange.request.source
                longer = (exchange, *chain)
                if source is asker:
                    return longer
                if source not in visited and len(longer) < _MAX_HOPS:
                    visited.add(source)
                    reached.append((source, exchange.request.index, longer))
        return None


def _is_answer(skip: Skip) -> bool:
    """Is it sure to be a reply, and does it pass over more than filters?"""
    label = skip.reply.label
    known = Facet.STATUS in label or Facet.TOKEN in label
    by_http = Facet.REQUEST in skip.chain[0].request.label
    return (known or by_http) and any(party.kind is not Kind.MIDDLEWARE for party in skip.skipped)


def _needs_no_request(message: Message) -> bool:
    """Is it an alternative, a push or a redirect, which may follow what is already answered?"""
    lower = message.label.lower
    return message.mode is Mode.ALTERNATIVE or bool(_PUSH.search(lower) or _DELEGATION.search(lower))
