"""A reply jumps over a component through which its request came.

Each response travels back over the connection on which its request arrived, so every intermediary of the
chain passes it on (RFC 9110, section 3.7). An edge is often left out on the way back, which is only worth a
note; leaving out a gateway or a service tells readers that two components talk that have no connection.
Redirects, login pages and in-process components (filters, middleware) may answer directly.

```bad
Boxes: Browser, API Gateway, Auth Service.
Arrows: Browser to API Gateway labeled "POST /login + credentials";
API Gateway to Auth Service labeled "Validate credentials";
Auth Service to Browser labeled "[[200 OK + JWT]]".
```

```bad
Boxes:
1) CDN
2) Origin Server
3) Browser

Arrows:
- Browser → CDN: "GET /logo.svg"
- CDN → Origin Server: "Fetch on miss"
- Origin Server → Browser: "[[200 OK + image]]"
```

```good
Boxes: Browser, App Server, Identity Provider. Arrows: Browser to App Server labeled "GET /account";
App Server to Identity Provider labeled "Start login";
Identity Provider to Browser labeled "302 Redirect to /callback?code=abc".
```

```good
Boxes:
- Client
- Report API
- JWT Filter

Arrows:
- Client → Report API: "GET /reports"
- Report API → JWT Filter: "Check token"
- JWT Filter → Client: "401 Unauthorized"
```
"""

from collections.abc import Iterator
from itertools import pairwise

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.model import Conversation, Message, Skip
from jwtlint.flow.verdict import about, listed
from jwtlint.rule import rule


@rule("FLW102", "reply-skips-hop", Severity.WARNING)
def reply_skips_hop(conversation: Conversation) -> Iterator[Finding]:
    groups: dict[object, list[Skip]] = {}
    for skip in conversation.skips:
        groups.setdefault((*skip.reply.between, *skip.skipped), []).append(skip)
    for skips in groups.values():
        messages: list[Message] = [skip.reply for skip in skips]
        replier, asker = messages[0].between
        skipped = skips[0].skipped
        way = [replier, *reversed(skipped), asker]
        hops = [f"{one} → {other}" for one, other in pairwise(way)]
        only_edges = all(party.kind in (Kind.EDGE, Kind.MIDDLEWARE) for party in skipped)
        yield from about(
            messages,
            f"jumps over {listed(reversed(skipped))}, through which the request came",
            f"draw {listed(hops)}",
            severity=Severity.INFO if only_edges else None,
        )
