"""Who asks whom, and who answers."""

from collections.abc import Callable

import pytest

from jwtlint.config import Settings
from jwtlint.document import Document
from jwtlint.engine import Linter
from jwtlint.entry.read import read_entries
from jwtlint.flow.model import Act, Conversation
from jwtlint.source import Source

from .drawing import Drawn, Flow, prompt_text

LINTER = Linter(Settings(select=("FLW",)))
Draw = Callable[[str], Conversation]


@pytest.fixture
def draw() -> Draw:
    """Reads "A > B: label" lines; "?" in front makes an arrow optional, "|" an alternative."""

    def conversation(lines: str) -> Conversation:
        arrows = []
        for line in lines.strip().splitlines():
            ends, _, label = line.strip().partition(": ")
            mode = {"?": "optional", "|": "alternative"}.get(ends[0], "")
            source, _, target = ends.lstrip("?| ").partition(" > ")
            arrows.append(Drawn(source, target, label, mode))
        text = prompt_text(Flow("drawn", tuple(arrows)))
        found = Document(next(iter(read_entries(Source("flow.txt", text)))), LINTER.context).conversation
        assert found is not None
        assert len(found.messages) == len(arrows)
        return found

    return conversation


def acts(conversation: Conversation) -> list[str]:
    return [message.act.name for message in conversation.messages]


def unanswered(conversation: Conversation) -> list[int]:
    return [exchange.request.index for exchange in conversation.unanswered()]


def test_each_act(draw: Draw) -> None:
    talk = draw("""
        Browser > API: GET /orders
        API > API: check rights
        API > Database: SELECT orders
        Database > API: rows
        API > Queue: orders read event
        Queue > Worker: orders read event
        API > Browser: 200 OK
    """)
    assert acts(talk) == ["REQUEST", "INTERNAL", "REQUEST", "REPLY", "EVENT", "DELIVERY", "REPLY"]
    assert unanswered(talk) == []


def test_a_reply_answers_the_newest_open_exchange(draw: Draw) -> None:
    talk = draw("""
        API > Database: SELECT orders
        API > Database: SELECT prices
        Database > API: price rows
        Database > API: order rows
    """)
    assert [message.exchange.request.index for message in talk.messages[2:] if message.exchange] == [1, 0]


def test_an_optional_error_never_answers_the_main_request(draw: Draw) -> None:
    talk = draw("""
        Browser > API: GET /me
        ? API > Browser: 401 Unauthorized
    """)
    assert unanswered(talk) == [0]
    assert talk.messages[1].exchange is talk.exchanges[0]


def test_an_optional_pair_answers_itself(draw: Draw) -> None:
    talk = draw("""
        Browser > API: GET /me
        API > Browser: 200 OK
        ? Browser > API: POST /refresh
        ? API > Browser: 200 OK + JWT
    """)
    assert unanswered(talk) == []
    assert talk.duplicates == []


def test_an_error_may_stand_before_the_success(draw: Draw) -> None:
    talk = draw("""
        Browser > API: POST /login
        API > Browser: 401 Unauthorized
        API > Browser: 200 OK + JWT
    """)
    assert talk.duplicates == []
    assert len(talk.exchanges[0].replies) == 2


def test_two_successes_are_a_duplicate_unless_one_is_an_alternative(draw: Draw) -> None:
    lines = "Browser > API: GET /me\nAPI > Browser: 200 OK\n{}API > Browser: 200 OK + profile"
    assert [message.index for message in draw(lines.format("")).duplicates] == [2]
    assert draw(lines.format("| ")).duplicates == []


def test_a_reply_in_two_parts(draw: Draw) -> None:
    talk = draw("""
        Browser > App: POST /login
        App > Browser: Set-Cookie: sid
        App > Browser: 302 Found
    """)
    assert talk.messages[2].continues
    assert talk.duplicates == []
    assert list(talk.replies_of(talk.exchanges[0])) == list(talk.messages[1:])


def test_a_reply_over_a_chain_skips_a_hop_and_closes_it(draw: Draw) -> None:
    talk = draw("""
        Browser > Gateway: POST /login
        Gateway > Auth Service: check credentials
        Auth Service > Browser: 200 OK + JWT
    """)
    (skip,) = talk.skips
    assert [party.name for party in skip.skipped] == ["Gateway"]
    assert unanswered(talk) == []


def test_the_chain_must_grow_in_time(draw: Draw) -> None:
    talk = draw("""
        Gateway > Auth Service: forward request
        Browser > Gateway: POST /login
        Auth Service > Browser: 200 OK + JWT
    """)
    assert talk.skips == []
    assert [message.index for message in talk.unsolicited] == [2]


@pytest.mark.parametrize(
    "label", ["302 Redirect to /callback", "login page", "303 See Other", "consent prompt"]
)
def test_an_authorization_server_may_delegate(draw: Draw, label: str) -> None:
    talk = draw(f"""
        Browser > App Server: GET /account
        App Server > Identity Provider: start login
        Identity Provider > Browser: {label}
    """)
    assert talk.skips == []
    assert talk.unsolicited == []


def test_a_filter_answers_for_its_host(draw: Draw) -> None:
    talk = draw("""
        Client > Billing Service: GET /invoices
        Billing Service > JWT Filter: check token
        JWT Filter > Client: 401 Unauthorized
    """)
    assert talk.skips == []
    assert talk.unsolicited == []


def test_a_push_needs_no_request(draw: Draw) -> None:
    talk = draw("""
        Browser > Server: GET /events
        Server > Browser: 200 OK
        Server > Browser: SSE: price changed
        Server > Browser: WebSocket push
    """)
    assert talk.duplicates == []
    assert talk.unsolicited == []


def test_a_store_that_nobody_asked(draw: Draw) -> None:
    talk = draw("""
        Database > API: user record
        API > Browser: login page
    """)
    assert [message.index for message in talk.store_calls] == [0]


@pytest.mark.parametrize("label", ["CDC event", "replication log", "keyspace notification", "invalidate key"])
def test_a_store_that_notifies(draw: Draw, label: str) -> None:
    assert draw(f"Database > API: {label}\nAPI > Browser: login page").store_calls == []


def test_an_answer_in_the_label_counts(draw: Draw) -> None:
    talk = draw("""
        Gateway > Redis: GET denied:7 -> nil
        Gateway > Redis: EXISTS session:7 (hit)
        Gateway > Database: SELECT user
    """)
    assert unanswered(talk) == [2]


def test_a_late_row_does_not_answer_an_old_write(draw: Draw) -> None:
    talk = draw("""
        API > Database: INSERT token hash
        API > Browser: login page
        Database > API: user record
    """)
    assert [message.index for message in talk.store_calls] == [2]


def test_a_reply_may_come_past_the_queue(draw: Draw) -> None:
    talk = draw("""
        Browser > API: POST /jobs
        API > Browser: 202 Accepted
        API > Job Queue: job
        Job Queue > Report Worker: job
        Report Worker > Browser: 200 OK + report
    """)
    assert talk.unsolicited == []


def test_a_cache_that_asks_further_is_no_store(draw: Draw) -> None:
    talk = draw("""
        Edge Node > Shield Cache: GET /logo.svg
        Shield Cache > Origin Server: GET /logo.svg
        Origin Server > Shield Cache: 200 OK
        Shield Cache > Edge Node: 200 OK
    """)
    assert [party.is_store for party in talk.parties] == [False, False, False]
    assert unanswered(talk) == []


def test_request_verbs_are_no_replies(draw: Draw) -> None:
    talk = draw("""
        Gateway > Order Service: place order
        Order Service > Gateway: verify address
        Order Service > Gateway: order confirmed
    """)
    assert acts(talk) == ["REQUEST", "REQUEST", "REPLY"]


def test_every_message_is_known_by_act_and_facet(draw: Draw) -> None:
    talk = draw("Browser > API: GET /me\nAPI > Browser: 200 OK")
    assert [message.index for message in talk.doing(Act.REQUEST)] == [0]
    assert [message.index for message in talk.doing(Act.REPLY)] == [1]
