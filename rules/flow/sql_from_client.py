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
from jwtlint.flow.model import Act, Conversation, Message, Party
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_QUERY = lazy(
    r"\bSQL\b(?! injection)|\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\s+[\w*\"`]"
    r"|(?i:\bselect\s.{1,60}\sfrom\s+\w)"
)

_MAY_SERVE_STORES = lazy(r"proxy|balanc|pool|rout|\bdb\b|database|sql|firewall|cache", re.IGNORECASE)


@rule("FLW191", "sql-from-client", Severity.ERROR, supersedes=("FLW192",))
def sql_from_client(conversation: Conversation) -> Iterator[Finding]:
    queries = conversation.about(Facet.SQL)
    if not queries:
        return
    called = {message.target for message in conversation.about(Facet.REQUEST) if message.from_front}
    messages = [message for message in queries if _is_query(message, called)]
    yield from about(
        messages,
        "sends SQL from where nobody can be trusted with it",
        "send an HTTP request to an API, and let the API query the database",
    )


def _is_query(message: Message, called: set[Party]) -> bool:
    """Does a browser or an edge send it? A proxy or balancer that no browser calls may stand before a database."""
    source, value = message.source, message.label.value
    browser = source.kind is Kind.BROWSER and source.nature.certain and not source.is_person
    edge = source.kind is Kind.EDGE and (source in called or not _MAY_SERVE_STORES.search(source.name))
    if not (browser or edge) or message.act is Act.INTERNAL or value.isupper():
        return False
    return _QUERY.search(value) is not None
