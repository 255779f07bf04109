"""A status that has no body is drawn with one.

A 204 or 205 response has no content, and 304 tells the client to use what it has cached (RFC 9110, sections
15.3.5, 15.3.6 and 15.4.5). Header fields such as Set-Cookie are fine.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "DELETE /orders/7";
API to Browser labeled "[[204 No Content + JSON]]".
```

```bad
Boxes:
- Browser
- CDN

Arrows:
- Browser → CDN: "GET /profile + If-None-Match"
- CDN → Browser: "[[304 Not Modified with profile JSON]]"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "POST /logout";
API to Browser labeled "204 + Set-Cookie"; Browser to API labeled "DELETE /x";
API to Browser labeled "204, no body"; Browser to API labeled "PUT /x";
API to Browser labeled "200 + JSON or 204".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Conversation, Message
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_EMPTY = (204, 205, 304)
_CONTENT = lazy(
    r"(?:\+|\bwith\b|&|,|\{|\band\b)\s*(?:(?!no\b|without\b|empty\b|cached\b|use\b|set-cookie\b"
    r"|clear\w*\b)[\w-]+\s+){0,3}?"
    r"(?:body|json|(?:access |refresh )?tokens?|jwt|payload|data)\b",
    re.IGNORECASE,
)


@rule("FLW125", "no-content-with-body", Severity.ERROR)
def no_content_with_body(conversation: Conversation) -> Iterator[Finding]:
    yield from merged(
        Finding(
            message.text.cut(message.label.statuses[0].start, match.end()),
            f"{message}: a {message.label.statuses[0].code} response has no body",
            "answer with 200 OK, or leave the body out",
        )
        for message in conversation.about(Facet.STATUS)
        if (match := _content(message)) is not None
    )


def _content(message: Message) -> re.Match[str] | None:
    statuses = message.label.statuses
    if len(statuses) != 1 or statuses[0].code not in _EMPTY:
        return None
    return _CONTENT.search(message.label.value, statuses[0].end)
