"""A browser or client is connected with a database, cache or queue.

Whatever runs at the user's side is public: the credentials of a store cannot be kept there, and nothing
checks who may see which row. A server stands between. Backends that are made for it (Firestore, Supabase
and the like) and the browser's own storage are fine; brokers may push to browsers over a WebSocket. For a
person or a client, which may stand for any tool or server, it is only a note.

```bad
Boxes: Browser, Database. Arrows: Browser to Database labeled "[[SELECT user]]";
Database to Browser labeled "user record".
```

```bad
Boxes:
- Mobile App
- Event Queue
- Order API

Arrows:
- Mobile App → Order API: "POST /orders"
- Order API → Event Queue: "order event"
- Event Queue → Mobile App: "[[200 OK]]"
```

```good
Boxes: Browser, Browser Cache, API. Arrows: Browser to Browser Cache labeled "look up page";
Browser Cache to Browser labeled "miss"; Browser to API labeled "GET /page";
API to Browser labeled "200 OK".
```

```good
Boxes: Single-Page App, Firestore. Arrows: Single-Page App to Firestore labeled "read todos";
Firestore to Single-Page App labeled "documents".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import STORES, Kind
from jwtlint.flow.model import Conversation, Message, Party
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_PRIVATE = STORES | {Kind.QUEUE}
_PUSHED = lazy(
    r"\b(?:web ?sockets?|ws|wss|sse|mqtt|stomp|push\w*|subscri\w*|publish\w*|events?|stream\w*|messages?"
    r"|telemetry)\b"
)


@rule(
    "FLW109",
    "client-touches-store",
    Severity.ERROR,
    supersedes=("FLW101", "FLW104", "FLW108", "FLW110", "FLW190", "FLW191"),
)
def client_touches_store(conversation: Conversation) -> Iterator[Finding]:
    if conversation.kinds.isdisjoint(_PRIVATE):
        return
    pairs: dict[frozenset[Party], list[Message]] = {}
    for message in conversation.messages:
        source, target = message.between
        if (
            source.is_front
            and _is_private(target, message)
            or target.is_front
            and _is_private(source, message)
        ):
            pairs.setdefault(frozenset(message.between), []).append(message)
    for messages in pairs.values():
        front, store = messages[0].between
        if not front.is_front:
            front, store = store, front
        if not front.nature.certain:
            continue
        yield from about(
            messages,
            f"leads past every server: {front} must not reach {store} itself",
            f"lead it through an API that checks what {front} may see",
            severity=None if front.kind is Kind.BROWSER and not front.is_person else Severity.INFO,
        )


def _is_private(store: Party, message: Message) -> bool:
    if store.kind not in _PRIVATE or not store.nature.certain or store.nature.speaks_http:
        return False
    return store.kind is not Kind.QUEUE or not _PUSHED.search(message.label.lower)
