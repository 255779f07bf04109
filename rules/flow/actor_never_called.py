"""A server acts although nothing ever called it.

An auth service that reads the database, or a handler that asks the cache, does so because a request came
in. Where no earlier arrow reaches it, that request is missing. Jobs, workers, people, and the fetching of
keys or metadata start on their own.

```bad
Boxes: Browser, API, Auth Service, Database. Arrows: Browser to API labeled "POST /login";
Auth Service to Database labeled "[[SELECT user]]"; Database to Auth Service labeled "user record";
API to Browser labeled "200 OK".
```

```bad
Boxes:
- Client
- API Gateway
- Order Handler
- Cache

Arrows:
- Client → API Gateway: "GET /orders"
- Order Handler → Cache: "[[Check order list]]"
- Cache → Order Handler: "hit"
- API Gateway → Client: "200 OK"
```

```good
Boxes: Client, API, Identity Provider. Arrows: API to Identity Provider labeled "GET /jwks";
Identity Provider to API labeled "public keys"; Client to API labeled "GET /me";
API to Client labeled "200 OK".
```

```good
Boxes: Client, Order Service, Invoice Service — "Runs every night", Database.
Arrows: Client to Order Service labeled "POST /orders"; Order Service to Client labeled "201 Created";
Invoice Service to Database labeled "Insert invoices".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Act, Conversation, Message, Party
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_CALLED = frozenset({Kind.AUTH, Kind.SERVICE, Kind.GATEWAY, Kind.API})
# Other services (engines, producers, registries) may well start something on their own.
_SERVANT = lazy(r"(?:service|handler)s?\b", re.IGNORECASE)
_OWN_ACCORD = lazy(
    r"\b(?:jwks|keys?|discovery|metadata|well-known|subscrib\w*|consum\w*|poll\w*|pull\w*|cron|schedul\w*"
    r"|nightly|daily"
    r"|periodic\w*|every|timer|watch\w*|start-?up|boots?|registers?|heartbeat|sync\w*|replicat\w*|webhooks?"
    r"|events?|emits?"
    r"|publish\w*|detects?|monitors?|initiat\w+|triggers?|due|waiting|pending)\b"
)


@rule("FLW106", "actor-never-called", Severity.INFO)
def actor_never_called(conversation: Conversation) -> Iterator[Finding]:
    reached: set[Party] = set()
    acting: dict[Party, Message] = {}
    for message in conversation.messages:
        source, target = message.between
        if message.index == 0 or message.act is Act.INTERNAL:
            reached.add(source)
        elif source not in reached and source not in acting and _should_be_called(conversation, message):
            acting[source] = message
        reached.update((source, target))
    for party, message in acting.items():
        yield from about(
            [message],
            f"is the first that {party} does, but nothing has called it",
            f"draw what calls {party}, or move the arrow behind it",
        )


def _should_be_called(conversation: Conversation, message: Message) -> bool:
    source = message.source
    if not conversation.declares(message):
        return False
    if source.kind is Kind.SERVICE and not _SERVANT.search(source.name):
        return False
    if source.kind not in _CALLED or not source.nature.certain or message.act in (Act.REPLY, Act.DELIVERY):
        return False
    if message.act is Act.EVENT and Facet.EVENT in message.label:
        return False
    return not _OWN_ACCORD.search(message.label.lower) and not _OWN_ACCORD.search(source.role)
