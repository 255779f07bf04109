"""SQL is sent to something that is no database.

Queues, caches, authorization servers and browsers do not understand it (stream databases such as ksqlDB,
and the query engine of Redis, do, and are known by name).

```bad
Boxes: API, Event Queue, Browser. Arrows: Browser to API labeled "GET /events";
API to Event Queue labeled "[[SELECT events]]"; API to Browser labeled "200 OK".
```

```bad
Boxes:
- Client
- Auth Service
- Redis

Arrows:
- Client → Auth Service: "POST /login"
- Auth Service → Redis: "[[INSERT INTO sessions]]"
- Auth Service → Client: "200 OK"
```

```good
Boxes: Client, API, Auth Service, Database. Arrows: Client to API labeled "GET /me";
API to Auth Service labeled "select tenant"; Auth Service to API labeled "tenant";
API to Database labeled "SELECT user FROM users"; Database to API labeled "row";
API to Client labeled "200 OK".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Act, Conversation, Message
from jwtlint.flow.verdict import about, listed
from jwtlint.regex import lazy
from jwtlint.rule import rule

_STATEMENT = lazy(r"\b(?:SELECT\s+(?!\d)[\w*\"`]|INSERT INTO\s|UPDATE\s+\w+\s+SET\b|DELETE FROM\s)")
_SPEAKS_SQL = lazy(r"ksql|query engine|redisearch|stream(?:ing)? sql|flink sql|materialize", re.IGNORECASE)
_STRANGERS = frozenset({Kind.QUEUE, Kind.CACHE, Kind.AUTH, Kind.BROWSER})


@rule("FLW192", "sql-to-non-db", Severity.WARNING)
def sql_to_non_db(conversation: Conversation) -> Iterator[Finding]:
    messages = [message for message in conversation.about(Facet.SQL) if _is_misplaced(message)]
    yield from about(
        messages,
        f"is SQL, which {listed((message.target for message in messages), 'or')} does not understand",
        "send it to the database, or write what the component understands (publish, GET key)",
    )


def _is_misplaced(message: Message) -> bool:
    target, value = message.target, message.label.value
    return (
        target.kind in _STRANGERS
        and target.nature.certain
        and message.act in (Act.REQUEST, Act.EVENT)
        and _STATEMENT.search(value) is not None
        and not _SPEAKS_SQL.search(f"{target.name} {target.role} {value}")
    )
