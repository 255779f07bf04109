"""A header field travels in the wrong direction.

WWW-Authenticate, Set-Cookie and Location belong to responses, Authorization and Cookie to requests (RFC
9110, sections 10 and 11; RFC 6265, section 4). Some APIs hand a token out in an Authorization field, so
that one is a warning.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me + [[WWW-Authenticate]]: Bearer";
API to Browser labeled "200 OK".
```

```bad
Boxes:
- Browser
- Login Server

Arrows:
- Browser → Login Server: "POST /login + credentials"
- Login Server → Browser: "200 OK + [[Authorization: Bearer]] JWT"
```

```good
Boxes: Browser, Application Server. Arrows: Browser to Application Server labeled "GET /me";
Application Server to Browser labeled "401 + WWW-Authenticate: Bearer";
Browser to Application Server labeled "POST /login + credentials";
Application Server to Browser labeled "200 OK + Set-Cookie: sid";
Browser to Application Server labeled "GET /me + Cookie: sid";
Application Server to Browser labeled "200 OK".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import SERVERS, Kind
from jwtlint.flow.model import Act, Conversation, Message
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_OF_RESPONSES = lazy(r"\bWWW-Authenticate\b|\bSet-Cookie\s*:|\bLocation:\s*(?=https?:|/)", re.IGNORECASE)
_OF_REQUESTS = lazy(
    r"(?P<authorization>(?<![\w-])Authorization:\s*Bearer\b)|(?:\A|[+,(;&]\s*"
    r"|\bwith\s+)(?P<cookie>Cookie:)(?=\s)"
)
_NO_FIELD = lazy(r"\bWWW-Authori[sz]ation\b", re.IGNORECASE)


@rule("FLW147", "response-header-misuse", Severity.ERROR)
def response_header_misuse(conversation: Conversation) -> Iterator[Finding]:
    labels = conversation.labels
    if any(word in labels for word in ("www-auth", "cookie:", "location:", "authorization:")):
        yield from merged(finding for message in conversation.messages for finding in _misuses(message))


def _misuses(message: Message) -> Iterator[Finding]:
    value, source, target = message.label.value, message.source, message.target
    for match in _NO_FIELD.finditer(value):
        yield Finding(
            message.text.matched(match), f"{match.group()} is no header field", "write WWW-Authenticate"
        )
    if message.act is Act.INTERNAL:
        return
    if source.kind is Kind.BROWSER and source.nature.certain and target.kind in SERVERS | {Kind.EDGE}:
        for match in _OF_RESPONSES.finditer(value):
            yield Finding(
                message.text.matched(match),
                f"{message}: a browser does not send {match.group().rstrip(': ')}, servers do",
                "move it to the reply, or write the request field (Authorization, Cookie)",
            )
    if target.is_front and source.kind in SERVERS | {Kind.EDGE}:
        for match in _OF_REQUESTS.finditer(value):
            group = match.lastgroup or ""
            yield Finding(
                message.text.matched(match, group),
                f"{message}: servers do not send {group.capitalize()}, clients do",
                "move it to the request, or put the token into the body of the reply",
                severity=Severity.WARNING if group == "authorization" else None,
            )
