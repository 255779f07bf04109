"""A browser or an edge sends SQL.

Whoever may send SQL may read and change everything the account of the database may; clients send requests,
and the API makes the query.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "[[SELECT * FROM users WHERE id = 1]]";
API to Browser labeled "200 OK".
```

```bad
Boxes:
- Browser
- Edge
- Database

Arrows:
- Browser → Edge: "GET /users"
- Edge → Database: "[[SQL query]]"
- Database → Edge: "rows"
- Edge → Browser: "200 OK"
```

```good
Boxes: Browser, API, Database. Arrows: Browser to API labeled "Select plan";
API to Database labeled "SQL SELECT user"; Database to API labeled "rows"; API to Browser labeled "200 OK".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Act, Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.rule import rule

_QUERY = re.compile(
    r"\bSQL\b(?! injection)|\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\s+[\w*\"`]|(?i:\bselect\s.{1,60}\sfrom\s+\w)"
)


@rule("FLW191", "sql-from-client", Severity.ERROR, supersedes=("FLW192",))
def sql_from_client(conversation: Conversation) -> Iterator[Finding]:
    messages = [message for message in conversation.about(Facet.SQL) if _is_query(message)]
    yield from about(
        messages,
        "sends SQL from where nobody can be trusted with it",
        "send an HTTP request to an API, and let the API query the database",
    )


def _is_query(message: Message) -> bool:
    source, value = message.source, message.label.value
    client = source.kind in (Kind.BROWSER, Kind.EDGE) and source.nature.certain
    return (
        client
        and message.act is not Act.INTERNAL
        and not value.isupper()
        and _QUERY.search(value) is not None
    )
