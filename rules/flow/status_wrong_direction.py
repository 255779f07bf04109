"""A browser sends a status code to a server.

Status codes belong to responses, and responses go to whoever made the request (RFC 9110, section 15). A
browser makes requests; the arrow is drawn the wrong way round. (A client that receives webhooks answers
with a status, so only browsers are meant here.)

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "GET /orders"; Browser to API labeled "[[200 OK]]".
```

```bad
Boxes:
- Single-Page App
- Auth Server

Arrows:
- Single-Page App → Auth Server: "POST /login"
- Auth Server → Single-Page App: "200 OK + JWT"
- optional: Single-Page App → Auth Server: "[[401]]"
```

```good
Boxes: Browser, API, Client, Webhook Sender. Arrows: Browser to API labeled "GET /orders";
API to Browser labeled "401 Unauthorized"; Browser to API labeled "retry after 401";
API to Browser labeled "200 OK"; Webhook Sender to Client labeled "POST /hook";
Client to Webhook Sender labeled "200 OK".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Act, Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.rule import rule

_OWN = frozenset({Kind.BROWSER, Kind.CLIENT, Kind.CLIENTSTORE, Kind.HUMAN})


@rule("FLW122", "status-wrong-direction", Severity.ERROR, supersedes=("FLW101", "FLW102", "FLW107", "FLW147"))
def status_wrong_direction(conversation: Conversation) -> Iterator[Finding]:
    messages = [message for message in conversation.about(Facet.STATUS) if _is_backwards(message)]
    yield from about(
        messages,
        "sends a status code from a browser to a server",
        "turn the arrow round, or say what the browser asks for",
    )


def _is_backwards(message: Message) -> bool:
    source, status = message.source, message.label.status
    return (
        message.act is Act.REPLY
        and source.kind is Kind.BROWSER
        and source.nature.certain
        and message.target.kind not in _OWN
        and status is not None
        and status.leading
    )
