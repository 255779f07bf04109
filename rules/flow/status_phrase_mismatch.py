"""A status code stands with the reason phrase of another code.

The pairs are those of the IANA registry of HTTP status codes and RFC 9110, section 15. Older names (422
Unprocessable Entity), looser ones (403 Access Denied) and free text (401 Invalid token) are fine.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "GET /admin";
API to Browser labeled "[[401 Forbidden]]".
```

```bad
Boxes:
- Client
- Order Service

Arrows:
- Client → Order Service: "POST /orders"
- Order Service → Client: "[[200 Created]] + Location"
- optional: Order Service → Client: "[[500 bad gateway]]"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /admin";
API to Browser labeled "200 found 3 users";
optional API to Browser labeled "401 Unauthorized / 403 Forbidden";
optional API to Browser labeled "401 Invalid token".
```

```good
Boxes:
- Browser
- Login Server

Arrows:
- Browser → Login Server: "POST /login"
- Login Server → Browser: "302 Redirect"
- optional: Login Server → Browser: "401/403"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Conversation
from jwtlint.flow.status import OTHER_CODES, PHRASES, Status
from jwtlint.flow.verdict import merged
from jwtlint.rule import rule


@rule("FLW120", "status-phrase-mismatch", Severity.ERROR, supersedes=("FLW124",))
def status_phrase_mismatch(conversation: Conversation) -> Iterator[Finding]:
    if conversation.statements.mention(*OTHER_CODES):
        return
    yield from merged(
        Finding(
            message.text.cut(status.start, status.phrase_end),
            f"{message}: {status.code} is not “{status.phrase}”, that is {status.phrase_code}",
            f"write {status.phrase_code} {PHRASES[status.phrase_code]}{_or_own(status)}",
        )
        for message in conversation.about(Facet.STATUS)
        for status in message.label.statuses
        if status.phrase_code is not None and status.contradicts(message.label.value)
    )


def _or_own(status: Status) -> str:
    return f" or {status.code} {PHRASES[status.code]}" if status.registered else ""
