"""Token introspection goes the wrong way.

The protected resource asks the authorization server, authenticated, with POST (RFC 7662, section 2.1).
Neither a browser asks, nor does the authorization server ask the API.

```bad
Boxes: Browser, Auth Server. Arrows: Browser to Auth Server labeled "[[POST /introspect]]";
Auth Server to Browser labeled "200 OK {active: true}".
```

```bad
Boxes:
- Gateway
- Auth Server
- API

Arrows:
- Gateway → Auth Server: "[[GET /introspect]]"
- Auth Server → Gateway: "200 OK {active: true}"
- Auth Server → API: "[[introspection request]]"
```

```good
Boxes: Gateway, Auth Server, Client. Arrows: Client to Gateway labeled "GET /me + Bearer token";
Gateway to Auth Server labeled "POST /introspect";
Auth Server to Gateway labeled "introspection result: active"; Gateway to Client labeled "200 OK".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Act, Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.rule import rule

_RESOURCES = frozenset({Kind.API, Kind.SERVICE, Kind.GATEWAY, Kind.BROWSER, Kind.CLIENT})


@rule("FLW180", "introspection-misdirected", Severity.WARNING)
def introspection_misdirected(conversation: Conversation) -> Iterator[Finding]:
    if "introspect" not in conversation.labels:
        return
    messages = [message for message in conversation.doing(Act.REQUEST) if "introspect" in message.label.lower]
    yield from about(
        [message for message in messages if _from_browser(message) or _from_issuer(message)],
        "asks in the wrong direction",
        "let the API or gateway ask the authorization server",
    )
    yield from about(
        [message for message in messages if _by_get(message)],
        "introspects with GET",
        "write POST /introspect, with the token in the body",
    )


def _from_browser(message: Message) -> bool:
    return (
        message.source.kind is Kind.BROWSER
        and message.source.nature.certain
        and message.target.kind is Kind.AUTH
    )


def _from_issuer(message: Message) -> bool:
    return message.source.kind is Kind.AUTH and message.target.kind in _RESOURCES


def _by_get(message: Message) -> bool:
    return any(
        request.method == "GET" and any("introspect" in segment for segment in request.segments)
        for request in (message.label.requests if Facet.REQUEST in message.label else ())
    )
