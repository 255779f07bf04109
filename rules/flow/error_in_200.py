"""A success status carries an error.

A response with 200 says that the request succeeded (RFC 9110, section 15.3.1); clients, caches and
monitoring believe it. Introspection of a dead token (200 with active: false, RFC 7662), revocation of an
unknown one (RFC 7009) and GraphQL answer with 200 on purpose.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "POST /login + credentials";
API to Browser labeled "[[200 OK invalid credentials]]".
```

```bad
Boxes:
- Client
- Billing Service

Arrows:
- Client → Billing Service: "GET /invoices"
- Billing Service → Client: "[[200 access denied]]"
```

```good
Boxes: Gateway, Auth Server, Client. Arrows: Client to Gateway labeled "GET /x";
Gateway to Auth Server labeled "POST /introspect"; Auth Server to Gateway labeled "200 {active: false}";
Gateway to Client labeled "200 OK or error".
```

```good
Boxes: Client, GraphQL API. Arrows: Client to GraphQL API labeled "POST /graphql";
GraphQL API to Client labeled "200 + errors[]".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Conversation, Message
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_FAILURE = lazy(
    r"\b(?:invalid (?:credentials|password|token|login)|wrong password|unauthori[sz]ed|access denied"
    r"|permission denied"
    r"|(?:login|authentication|payment|validation) (?:failed|failure)|error(?! (?:free|page))|failure)\b",
    re.IGNORECASE,
)
_ON_PURPOSE = lazy(
    r"\bor\b|\bno errors?\b|\bwithout\b|errors?\s*\[|errors?\b.{0,3}\b(?:null|none|0)\b|graphql|active"
    r"|revo[ck]",
    re.IGNORECASE,
)


@rule("FLW124", "error-in-200", Severity.WARNING)
def error_in_200(conversation: Conversation) -> Iterator[Finding]:
    yield from merged(
        Finding(
            message.text.cut(message.label.statuses[0].start, match.end()),
            f"{message}: {message.label.statuses[0].code} says success, “{match.group()}” says failure",
            "answer with the status of the error: 400, 401, 403, 404 or 422",
        )
        for message in conversation.about(Facet.STATUS)
        if (match := _failure(message)) is not None
    )


def _failure(message: Message) -> re.Match[str] | None:
    label = message.label
    if len(label.statuses) != 1 or label.statuses[0].code not in (200, 201):
        return None
    if _ON_PURPOSE.search(label.value) or _asks_graphql(message):
        return None
    return _FAILURE.search(label.value, label.statuses[0].end)


def _asks_graphql(message: Message) -> bool:
    exchange = message.exchange
    return exchange is not None and "graphql" in exchange.request.label.lower
