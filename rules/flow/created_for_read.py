"""A read is answered with 201, or a change with 304.

201 says that the request created a resource, which GET and HEAD do not; 304 answers a conditional GET or
HEAD only (RFC 9110, sections 15.3.2 and 15.4.5).

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "GET /resource";
API to Browser labeled "[[201 Created]]".
```

```bad
Boxes:
- Browser
- Login Server

Arrows:
- Browser → Login Server: "POST /login"
- Login Server → Browser: "[[304 Not Modified]]"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "POST /register"; API to Browser labeled "201 Created";
Browser to API labeled "POST /sessions"; API to Browser labeled "201 session created";
Browser to API labeled "GET /logo"; API to Browser labeled "304 Not Modified".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.rule import rule

_CHANGING = ("POST", "PUT", "PATCH", "DELETE")


@rule("FLW126", "created-for-read", Severity.WARNING)
def created_for_read(conversation: Conversation) -> Iterator[Finding]:
    answers = [
        (message, method) for message in conversation.about(Facet.STATUS) if (method := _misfit(message))
    ]
    yield from about(
        [message for message, method in answers if method not in _CHANGING],
        "says that something was created, but the request only reads",
        "answer a GET with 200 OK",
    )
    yield from about(
        [message for message, method in answers if method in _CHANGING],
        "answers a change with 304, which belongs to a conditional GET",
        "answer with 200 OK or 204 No Content",
    )


def _misfit(message: Message) -> str:
    """The method of the request, where the status does not fit it."""
    request = message.exchange.request.label.request if message.exchange is not None else None
    codes = [status.code for status in message.label.statuses]
    if request is None or len(codes) != 1:
        return ""
    reads = request.method in ("GET", "HEAD")
    misfit = reads if codes[0] == 201 else codes[0] == 304 and request.method in _CHANGING
    return request.method if misfit else ""
