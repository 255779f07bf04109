"""Somebody answers a component that never asked it, neither directly nor through others.

A response exists only as the answer to a request (RFC 9110, section 3.4). Where no earlier arrow leads from
the receiver to the sender, the request is missing, or the arrow starts at the wrong box.

```bad
Boxes: Browser, Auth Service, Database. Arrows: Auth Service to Browser labeled "[[200 OK + JWT]]";
Browser to Auth Service labeled "POST /logout"; Auth Service to Browser labeled "204 No Content".
```

```bad
Boxes:
- Kiosk
- Ticket API
- Print Service

Arrows:
- Kiosk → Ticket API: "POST /tickets"
- Ticket API → Kiosk: "201 Created"
- Print Service → Ticket API: "[[200 OK + print result]]"
```

```good
Boxes: Browser, Edge, API. Arrows: Browser to Edge labeled "GET /news";
Edge to API labeled "Forward request"; API to Edge labeled "200 OK"; Edge to Browser labeled "200 OK".
```

```good
Boxes:
- Browser
- Ticket Server

Arrows:
- Browser → Ticket Server: "GET /events"
- Ticket Server → Browser: "200 OK"
- Ticket Server → Browser: "SSE: seat taken"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Conversation, Message, Party
from jwtlint.flow.verdict import about
from jwtlint.rule import rule

_REPLY = ("response", "responses", "reply", "ok", "responds", "replies")


@rule("FLW101", "reply-without-request", Severity.ERROR)
def reply_without_request(conversation: Conversation) -> Iterator[Finding]:
    pairs: dict[tuple[Party, Party], list[Message]] = {}
    for message in conversation.unsolicited:
        # An end that is no declared box is a slip of the name, and reported as such.
        if conversation.declares(message) and _is_reply(conversation, message):
            pairs.setdefault(message.between, []).append(message)
    for (replier, asker), messages in pairs.items():
        yield from about(
            messages,
            f"is a reply, but {asker} never asked {replier}",
            f"draw the request from {asker} to {replier} first, or start the reply at the component that"
            f" was asked",
        )


def _is_reply(conversation: Conversation, message: Message) -> bool:
    """Is it sure to be a reply: by a status with its phrase, or by its words where others speak HTTP?

    "800 requests" and "test results" travel through pipelines without being asked for.
    """
    label = message.label
    if label.status is not None and label.status.phrase:
        return True
    return bool(conversation.about(Facet.REQUEST)) and (label.status is not None or label.says(*_REPLY))
