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
from jwtlint.rule import rule

_QUERY = re.compile(
    r"\bSQL\b(?! injection)|\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\s+[\w*\"`]"
    r"|(?i:\bselect\s.{1,60}\sfrom\s+\w)"
)


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
    """Does a browser, or an edge that browsers call by HTTP (no proxy of a database), send it?"""
    source, value = message.source, message.label.value
    browser = source.kind is Kind.BROWSER and source.nature.certain and not source.is_person
    if not browser and not (source.kind is Kind.EDGE and source in called):
        return False
    return message.act is not Act.INTERNAL and not value.isupper() and _QUERY.search(value) is not None
