"""A database or cache addresses a component that never asked it.

Stores answer; they do not start conversations. Change streams, triggers, replication, notifications and
invalidations are the exceptions, and say so in their label.

```bad
Boxes: Browser, Auth Service, Database. Arrows: Database to Auth Service labeled "[[User record]]";
Auth Service to Browser labeled "redirect to login page".
```

```bad
Boxes:
- Client
- API
- Cache

Arrows:
- Client → API: "GET /account"
- Cache → API: "[[revoked]]"
- API → Client: "401 Unauthorized"
```

```good
Boxes: Order Service, Database, Search Index Worker.
Arrows: Order Service to Database labeled "INSERT order";
Database to Search Index Worker labeled "CDC event"; Database to Order Service labeled "order id".
```

```good
Boxes:
- Client
- API
- Cache

Arrows:
- Client → API: "GET /account"
- API → Cache: "Check denylist"
- Cache → API: "revoked"
- API → Client: "401 Unauthorized"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.model import Conversation, Message, Party
from jwtlint.flow.verdict import about
from jwtlint.rule import rule

_ASKERS = frozenset(
    {Kind.API, Kind.SERVICE, Kind.GATEWAY, Kind.AUTH, Kind.BROWSER, Kind.CLIENT, Kind.MIDDLEWARE}
)


@rule("FLW108", "store-initiates-call", Severity.WARNING)
def store_initiates_call(conversation: Conversation) -> Iterator[Finding]:
    pairs: dict[tuple[Party, Party], list[Message]] = {}
    for message in conversation.store_calls:
        # Between stores it is replication, towards an archive or something unknown perhaps a pipeline.
        if message.source.nature.certain and message.target.nature.certain and message.target.kind in _ASKERS:
            pairs.setdefault(message.between, []).append(message)
    for (store, other), messages in pairs.items():
        yield from about(
            messages,
            f"starts at a store that {other} never asked",
            f"draw the lookup from {other} to {store} first, or turn the arrow round",
        )
