"""A client calls a server directly that it reached through an edge before.

Either the edge is the way in, or it is not. Where its role says that it is the public or only entry, the
bypass contradicts the picture itself and is a warning. (An edge that ends TLS is also where the connection
is protected: RFC 9700, section 4.13.)

```bad
Boxes: Browser; Cloud Edge — "Single public entry for all traffic"; API Server.
Arrows: Browser to Cloud Edge labeled "HTTPS POST /login";
Cloud Edge to API Server labeled "Forward request"; API Server to Cloud Edge labeled "200 OK + JWT";
Cloud Edge to Browser labeled "200 OK + JWT";
Browser to API Server labeled "[[HTTPS GET /resource + Bearer JWT]]";
API Server to Browser labeled "200 OK".
```

```bad
Boxes:
- Web Client
- Load Balancer
- Booking API

Arrows:
- Web Client → Load Balancer: "POST /bookings"
- Load Balancer → Booking API: "Forward booking"
- Booking API → Load Balancer: "201 Created"
- Load Balancer → Web Client: "201 Created"
- Web Client → Booking API: "[[GET /bookings/17]]"
- Booking API → Web Client: "200 OK"
```

```good
Boxes: Browser, CDN, Origin, API Server. Arrows: Browser to CDN labeled "GET /app.js";
CDN to Origin labeled "Fetch on miss"; Origin to CDN labeled "200 OK"; CDN to Browser labeled "200 OK";
Browser to API Server labeled "GET /orders"; API Server to Browser labeled "200 OK".
```

```good
Boxes: Browser, Firewall, API Server. Arrows: Browser to API Server labeled "GET /orders";
API Server to Browser labeled "200 OK"; Browser to API Server labeled "GET /orders/7";
API Server to Browser labeled "200 OK".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Act, Conversation, Message, Party
from jwtlint.flow.verdict import about, listed
from jwtlint.regex import lazy
from jwtlint.rule import rule

_ENTRY = lazy(
    r"\b(?:single|public|only|sole|main)\b[\w\s-]{0,24}\b(?:entry|entrance|ingress|front door|door|way in"
    r"|gate)"
    r"|\b(?:all|every|any) (?:\w+ )?(?:traffic|requests?|calls?)\b"
)


@rule("FLW105", "edge-bypassed", Severity.INFO)
def edge_bypassed(conversation: Conversation) -> Iterator[Finding]:
    if Kind.EDGE not in conversation.kinds:
        return
    for edge, messages in _bypasses(conversation).items():
        targets = listed(message.target for message in messages)
        yield from about(
            messages,
            f"goes around {edge}, through which the client reached {targets} before",
            f"lead the request through {edge}, as the first one",
            severity=Severity.WARNING if _ENTRY.search(edge.role) else None,
        )


def _bypasses(conversation: Conversation) -> dict[Party, list[Message]]:
    direct: set[tuple[Party, Party]] = set()
    callers: dict[Party, set[Party]] = {}
    forwarded: dict[tuple[Party, Party], Party] = {}
    found: dict[Party, list[Message]] = {}
    for message in conversation.doing(Act.REQUEST):
        source, target = message.between
        if target.kind is Kind.EDGE and source.is_front:
            callers.setdefault(target, set()).add(source)
        elif source.kind is Kind.EDGE:
            for caller in callers.get(source, ()):
                if (caller, target) not in direct:
                    forwarded.setdefault((caller, target), source)
        elif source.is_front:
            edge = forwarded.get((source, target))
            if edge is not None and Facet.REQUEST in message.label:
                found.setdefault(edge, []).append(message)
            direct.add((source, target))
    return found
