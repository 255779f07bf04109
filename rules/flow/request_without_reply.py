"""An HTTP request is never answered.

Every HTTP request gets a final response (RFC 9110, section 15). A reply that is only optional, such as an
error branch, does not answer the main request. Beacons, webhooks, events and streams may go without.
Between servers, where diagrams are often brief, it is only noted.

```bad
Boxes: Browser, Shop API, Database. Arrows: Browser to Shop API labeled "[[POST /orders + cart]]";
Shop API to Database labeled "INSERT order"; Database to Shop API labeled "order id".
```

```bad
Boxes:
- Mobile App
- Profile Server

Arrows:
- Mobile App → Profile Server: "POST /login + credentials"
- Profile Server → Mobile App: "200 OK + JWT"
- Mobile App → Profile Server: "[[GET /me + Authorization: Bearer JWT]]"
- optional: Profile Server → Mobile App: "401 Unauthorized"
```

```bad
Boxes:
- Client
- Trip Service
- Payment Provider

Arrows:
- Client → Trip Service: "POST /trips"
- Trip Service → Payment Provider: "[[POST /charges]]"
- Trip Service → Client: "201 Created"
```

```good
Boxes: Browser, Edge, API. Arrows: Browser to API labeled "GET /x"; API to Edge labeled "Hand over";
Edge to Browser labeled "200 OK"; API to Browser labeled "200 OK".
```

```good
Boxes:
- Browser
- Metrics API
- Shop API

Arrows:
- Browser → Shop API: "GET /cart"
- Shop API → Browser: "200 OK"
- Browser → Metrics API: "POST /beacon"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_STREAM = lazy(r"stream|web ?socket|\bws\b|\bwss:|upgrade|\bsse\b")
_ONE_WAY = lazy(
    r"beacon|web-?hook|\bevents?\b|\blogs?\b|fire.and.forget|async|telemetry|heartbeat|notif|\bpush\b"
    r"|metrics|collect"
)
_SHORTEST = 3


@rule("FLW103", "request-without-reply", Severity.WARNING)
def request_without_reply(conversation: Conversation) -> Iterator[Finding]:
    if len(conversation.messages) < _SHORTEST:
        return
    messages = [
        exchange.request
        for exchange in conversation.unanswered()
        if Facet.REQUEST in exchange.request.label and not _is_one_way(exchange.request)
    ]
    remedy = "draw the reply with its status, also beside an optional error branch"
    yield from about([message for message in messages if message.from_front], "is never answered", remedy)
    yield from about(
        [message for message in messages if _is_between_servers(message)],
        "is never answered",
        remedy,
        severity=Severity.INFO,
    )


def _is_between_servers(message: Message) -> bool:
    return not message.from_front and not message.target.is_store and message.label.request is not None


def _is_one_way(message: Message) -> bool:
    label, request = message.label, message.label.request
    reads = request is not None and request.safe
    return bool(_STREAM.search(label.lower) or (not reads and _ONE_WAY.search(label.lower)))
