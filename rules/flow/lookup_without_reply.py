"""A lookup at a store or an authorization server has no drawn result.

Readers cannot see what the flow decides by: a hit or a miss, a valid or a revoked token. There is no
standard that asks for the arrow; it is a matter of completeness, and often left out on purpose.

```bad
Boxes: Browser, API, Cache. Arrows: Browser to API labeled "GET /feed";
API to Cache labeled "[[Check session state]]"; API to Browser labeled "200 OK".
```

```bad
Boxes:
- Handler
- User Database
- Auth Server
- Client

Arrows:
- Client → Handler: "GET /files"
- Handler → User Database: "[[SELECT user permissions]]"
- Handler → Auth Server: "Introspection lookup"
- Handler → Client: "200 OK"
```

```good
Boxes: Browser, Auth Service, Cache. Arrows: Browser to Auth Service labeled "POST /login";
Auth Service to Cache labeled "Store jti"; Auth Service to Browser labeled "200 OK + JWT".
```

```good
Boxes:
- Gateway
- Redis
- Client

Arrows:
- Client → Gateway: "GET /feed"
- Gateway → Redis: "GET bl:jti -> nil"
- Gateway → Client: "200 OK"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.rule import rule

_ANSWERING = frozenset({Kind.CACHE, Kind.DB, Kind.AUTH})


@rule("FLW104", "lookup-without-reply", Severity.INFO)
def lookup_without_reply(conversation: Conversation) -> Iterator[Finding]:
    messages = [exchange.request for exchange in conversation.unanswered() if _is_lookup(exchange.request)]
    yield from about(
        messages,
        "asks for something, but no arrow brings the result",
        "draw the result, such as a hit or a miss, rows, or valid and revoked",
    )


def _is_lookup(message: Message) -> bool:
    if message.from_front and Facet.REQUEST in message.label:
        return False
    keys = Facet.KEY in message.label and Facet.REQUEST in message.label
    return message.label.reads and (message.target.kind in _ANSWERING or keys)
