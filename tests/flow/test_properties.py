"""What holds for every flow."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jwtlint.config import Settings
from jwtlint.document import Document
from jwtlint.engine import Linter
from jwtlint.entry.read import read_entries
from jwtlint.finding import Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Act, Conversation, Message
from jwtlint.source import Source

from .drawing import Drawn, Flow, prompt_text, read_flows

LINTER = Linter(Settings(select=("FLW",)))
FLOWS = [*read_flows("good.txt"), *read_flows("telling.txt")]
GOOD = read_flows("good.txt")


def said(flow: Flow) -> Counter[tuple[str, Severity]]:
    """How often each rule speaks of a flow; a related place counts like a place of its own."""
    counted: Counter[tuple[str, Severity]] = Counter()
    result = LINTER.lint(Source("flow.txt", prompt_text(flow)))
    assert not result.errors
    for one in result.diagnostics:
        counted[one.name, one.severity] += 1 + len(one.related)
    return counted


def conversation_of(flow: Flow) -> Conversation:
    text = prompt_text(flow)
    found = Document(next(iter(read_entries(Source("flow.txt", text)))), LINTER.context).conversation
    assert found is not None
    return found


_NO_STATUS_OF_ITS_OWN = re.compile(
    r"redirect|page|form|\b30\d\b|push|SSE|event|notif|stream|socket",
    re.IGNORECASE,
)
_LOOKED_UP = frozenset({Kind.CACHE, Kind.DB, Kind.AUTH})


def is_mandatory(conversation: Conversation, message: Message) -> bool:
    """Must a reader miss the arrow? Only of HTTP and of lookups does the flow say that both halves belong to it."""
    exchange = message.exchange
    if message.optional or exchange is None or message.act not in (Act.REQUEST, Act.REPLY):
        return False
    request, reply = exchange.request, exchange.reply
    if reply is None or request.optional or request.label.writes and request.target.is_store:
        return False
    by_http = request.label.request is not None and request.source.kind is not Kind.EDGE
    looked_up = request.label.reads and request.target.kind in _LOOKED_UP
    if not (by_http or looked_up) or reply.source is not request.target:
        return False
    if any(_NO_STATUS_OF_ITS_OWN.search(one.label.value) for one in (request, reply)):
        return False
    if message.act is Act.REPLY:
        return len(exchange.replies) == 1 and len(list(conversation.replies_of(exchange))) == 1
    between = [one for one in conversation.exchanges if one.request.between == request.between]
    alone = all(one.over and not _has_error(one.replies) for one in between)
    return alone and (reply.source.is_store or Facet.STATUS in reply.label)


def _has_error(replies: list[Message]) -> bool:
    return any(reply.label.status is not None and reply.label.status.code >= 400 for reply in replies)


@pytest.mark.parametrize("flow", GOOD, ids=lambda flow: flow.name)
def test_removing_a_mandatory_arrow_is_noticed(flow: Flow) -> None:
    before = said(flow)
    conversation = conversation_of(flow)
    unnoticed = []
    for message in conversation.messages:
        if is_mandatory(conversation, message):
            arrows = list(flow.arrows)
            del arrows[message.index]
            if not said(flow.with_arrows(arrows)) - before:
                unnoticed.append(f"{message}: {message.label.value}")
    assert unnoticed == []


RENAMED = {
    "Browser": "Web Browser",
    "Client": "API Client",
    "Mobile App": "iOS App",
    "API": "REST API",
    "API Gateway": "Edge Gateway",
    "API Server": "Backend",
    "Auth Service": "Identity Provider",
    "Auth Server": "Token Service",
    "Authorization Server": "Login Service",
    "Database": "Account Database",
    "User Database": "PostgreSQL",
    "Redis": "Session Cache",
    "Cache": "Token Cache",
    "Queue": "Message Queue",
    "Cloud Edge": "Load Balancer",
    "CDN Edge": "Reverse Proxy",
    "Order Service": "Cart Service",
}


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_renaming_boxes_changes_no_verdict(flow: Flow) -> None:
    names = {old: new for old, new in RENAMED.items() if new not in flow.boxes}
    assert said(flow.renamed(names)) == said(flow)


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_other_words_of_the_same_meaning_change_no_verdict(flow: Flow) -> None:
    reworded = (
        (r"\bSELECT user\b", "SELECT account"),
        (r"\bHTTPS (?=GET|POST)", ""),
        (r"\brows\b", "result rows"),
        (r"\bForward request\b", "Pass request on"),
        (r"\bforward request\b", "Forward request"),
        (r"\bJWT access token\b", "access token (JWT)"),
    )
    arrows = []
    for arrow in flow.arrows:
        label = arrow.label
        for pattern, words in reworded:
            label = re.sub(pattern, words, label)
        arrows.append(arrow._replace(label=label))
    assert said(flow.with_arrows(arrows)) == said(flow)


NAMES = st.sampled_from(
    ["Browser", "API Gateway", "Auth Service", "Cache", "Database", "Queue", "Worker", "Cloud Edge", "Oddity"]
)
LABELS = st.one_of(
    st.sampled_from(
        [
            "GET /orders + Authorization: Bearer JWT",
            "POST /login + credentials",
            "POST /refresh + refresh token",
            "200 OK + JWT",
            "401 Unauthorized",
            "302 Found",
            "SELECT user",
            "rows",
            "Set-Cookie: sid",
            "login event",
            "forward request",
            "verify signature",
            "GET key:7 -> nil",
            "200 OK",
            "599 Odd",
        ]
    ),
    st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="|"), min_size=1, max_size=40),
)
MODES = st.sampled_from(["", "", "", "optional", "alternative"])
RANDOM_FLOWS = st.lists(st.builds(Drawn, NAMES, NAMES, LABELS, MODES), min_size=1, max_size=14)


@given(RANDOM_FLOWS)
@settings(deadline=None, max_examples=60)
def test_no_rule_fails_on_any_flow(arrows: list[Drawn]) -> None:
    said(Flow("random", tuple(arrows)))


@given(RANDOM_FLOWS)
@settings(deadline=None, max_examples=60)
def test_what_is_answered_was_asked_before(arrows: list[Drawn]) -> None:
    conversation = conversation_of(Flow("random", tuple(arrows)))
    for exchange in conversation.exchanges:
        assert exchange.request.act is Act.REQUEST
        assert all(reply.index > exchange.request.index for reply in exchange.replies)
        assert exchange.answered or not exchange.over
    for skip in conversation.skips:
        indexes = [exchange.request.index for exchange in skip.chain]
        assert indexes == sorted(indexes)
        ends = [exchange.request.between for exchange in skip.chain]
        assert all(one[1] is other[0] for one, other in pairwise(ends))
        assert (ends[0][0], ends[-1][1]) == (skip.reply.target, skip.reply.source)
    replies = {message for message in conversation.messages if message.act is Act.REPLY}
    for messages in (conversation.duplicates, conversation.unsolicited, conversation.store_calls):
        assert replies.issuperset(messages)


@pytest.mark.parametrize(
    "unit",
    [
        "GET /a ",
        "?token=",
        "200 ",
        "401 Unauthorized ",
        "validate ",
        "(hit ",
        "http://a.b ",
        "JWT is encrypted ",
    ],
)
def test_a_label_that_repeats_itself_is_judged(unit: str) -> None:
    label = (unit * 3000).strip()
    said(
        Flow(
            "long",
            (Drawn("Browser", "API", label), Drawn("API", "Database", label), Drawn("API", "Browser", label)),
        )
    )
