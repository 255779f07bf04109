"""A reply carries a status code that does not exist.

Codes are registered with IANA (RFC 9110, section 16.2). Codes that single products use on their own (420,
499, 520 …) are only noted: readers may not know them.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "POST /jobs"; API to Browser labeled "[[299]] Done".
```

```bad
Boxes:
- Client
- Gateway

Arrows:
- Client → Gateway: "GET /feed"
- optional: Gateway → Client: "[[600]] Error"
- optional: Gateway → Client: "[[520]]"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /feed"; API to Browser labeled "200 OK";
API to Browser labeled "200 ms"; optional API to Browser labeled "429 Too Many Requests".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Act, Conversation
from jwtlint.flow.status import OTHER_CODES, VENDOR_CODES
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_AS_STATUS = lazy(r"\s*(?:\Z|[+({\[:;/–—-]|[A-Z][a-z])")


@rule("FLW121", "status-unknown-code", Severity.ERROR)
def status_unknown_code(conversation: Conversation) -> Iterator[Finding]:
    speaks_http = bool(conversation.about(Facet.REQUEST))
    if not speaks_http or conversation.statements.mention(*OTHER_CODES):
        return
    yield from merged(
        Finding(
            message.text.cut(status.start, status.end),
            f"{message}: {status.code} is no registered HTTP status",
            "use a registered code, such as 200, 201, 400, 401, 403, 404, 409, 429, 500 or 503",
            severity=Severity.INFO if status.code in VENDOR_CODES else None,
        )
        for message in conversation.about(Facet.STATUS)
        if message.act is Act.REPLY and message.exchange is not None
        for status in message.label.statuses
        if not status.registered and status.leading and _AS_STATUS.match(message.label.value, status.end)
    )
