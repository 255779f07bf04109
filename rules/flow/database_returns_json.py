"""A relational database returns JSON.

Databases return rows or documents; the API makes JSON of them. JSON columns and document stores do exist,
so the rule is off unless it is selected.

```bad
Boxes: Browser, API, Database. Arrows: Browser to API labeled "GET /me";
API to Database labeled "SELECT profile"; Database to API labeled "[[Profile JSON]]";
API to Browser labeled "200 OK".
```

```good
Boxes: Browser, API, Database. Arrows: Browser to API labeled "GET /me";
API to Database labeled "SELECT profile"; Database to API labeled "profile row";
API to Browser labeled "200 OK + JSON".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.model import Conversation
from jwtlint.flow.verdict import about
from jwtlint.rule import rule


@rule("FLW207", "database-returns-json", Severity.INFO, default=False)
def database_returns_json(conversation: Conversation) -> Iterator[Finding]:
    messages = [
        message
        for message in conversation.messages
        if message.source.kind is Kind.DB
        and not message.source.nature.speaks_http
        and message.label.says("json")
    ]
    yield from about(messages, "lets a database return JSON", "write rows or record")
