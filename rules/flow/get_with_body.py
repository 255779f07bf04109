"""A GET request carries a body.

Content in a GET request has no defined meaning, and clients should not send any (RFC 9110, section 9.3.1);
proxies and servers may drop it or refuse the request.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "[[GET /search + JSON body]]";
API to Browser labeled "200 OK".
```

```bad
Boxes:
- Client
- Report Service

Arrows:
- Client → Report Service: "[[GET /reports with form data]]"
- Report Service → Client: "200 OK"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /users, returns JSON body";
API to Browser labeled "200 OK"; Browser to API labeled "GET /items + query params";
API to Browser labeled "200 OK + JSON body".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Conversation
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_BODY = lazy(
    r"\s*\(?(?:\+|\bwith\b|&|\band\b)\s+(?:an?\s+|the\s+)?(?:json\s+|request\s+){0,2}(?:body|payload"
    r"|form[ -]data)\b",
    re.IGNORECASE,
)


@rule("FLW129", "get-with-body", Severity.WARNING)
def get_with_body(conversation: Conversation) -> Iterator[Finding]:
    yield from merged(
        Finding(
            message.text.cut(request.start, match.end()),
            f"{message}: a {request.method} request has no body",
            "use POST, or put the parameters into the query",
        )
        for message in conversation.about(Facet.REQUEST)
        for request in message.label.requests
        if request.method in ("GET", "HEAD") and (match := _BODY.match(message.label.value, request.end))
    )
