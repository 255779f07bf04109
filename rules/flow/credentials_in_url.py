"""Credentials travel in a URL.

A GET request has no place for them but the URI, and URIs end up in histories, logs and Referer fields (RFC
9110, section 17.9); client credentials must not be put there at all (RFC 6749, section 2.3.1). The login
page itself is read with GET, without credentials.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "[[GET /login + credentials]]";
API to Browser labeled "200 OK + JWT".
```

```bad
Boxes:
- Browser
- Auth Server

Arrows:
- Browser → Auth Server: "POST /login[[?password=]]x"
- Auth Server → Browser: "200 OK + JWT"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /login page"; API to Browser labeled "200 OK";
Browser to API labeled "POST /login + credentials"; API to Browser labeled "200 OK + JWT";
Browser to API labeled "GET /reset-password form"; API to Browser labeled "200 OK";
Browser to API labeled "GET /repo + Authorization: Basic credentials"; API to Browser labeled "200 OK".
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
from jwtlint.text import Text

_PARAMETER = lazy(r"[?&](?:password|passwd|pwd|client_secret)=", re.IGNORECASE)
_CARRIED = lazy(r"\b(?:credentials?|passwords?|passwd|pwd)\b", re.IGNORECASE)
_ELSEWHERE = lazy(
    r"authorization|\bbasic\b|\bheader\b|cookie|session|include|\b(?:page|form|html|screen|ui|prompt|reset"
    r"|forgot|policy)\b"
)


@rule("FLW140", "credentials-in-url", Severity.ERROR)
def credentials_in_url(conversation: Conversation) -> Iterator[Finding]:
    yield from merged(
        Finding(
            text,
            f"{message}: credentials in a URL end up in histories and logs",
            "send them in the body of a POST request",
        )
        for message in conversation.about(Facet.REQUEST)
        if (text := _exposed(message)) is not None
    )


def _exposed(message: Message) -> Text | None:
    label = message.label
    parameter = _PARAMETER.search(label.value)
    if parameter is not None:
        return message.text.matched(parameter)
    request = label.request
    if request is None or request.method not in ("GET", "HEAD"):
        return None
    carried = _CARRIED.search(label.value, request.end)
    if carried is None or _ELSEWHERE.search(label.lower, request.start + len(request.method)):
        return None
    return message.text.cut(request.start, carried.end())
