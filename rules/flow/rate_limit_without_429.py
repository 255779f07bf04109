"""A request over the limit is answered with 400, 401 or 403.

429 Too Many Requests is the status for it (RFC 6585, section 4), and Retry-After tells the client when to
come back.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "POST /login";
API to Browser labeled "[[403 too many attempts]]".
```

```bad
Boxes:
- Client
- Gateway
- Redis

Arrows:
- Client → Gateway: "GET /feed"
- Gateway → Redis: "INCR rate:client"
- Redis → Gateway: "rate limit exceeded"
- Gateway → Client: "[[401 Unauthorized]]"
```

```good
Boxes: Client, Gateway, Cache. Arrows: Client to Gateway labeled "GET /feed";
Gateway to Cache labeled "token blocklist lookup / rate limit"; Cache to Gateway labeled "allow or revoked";
Gateway to Client labeled "200 OK"; optional Gateway to Client labeled "401 Unauthorized";
optional Gateway to Client labeled "429 Too Many Requests".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_LIMITED = lazy(
    r"\b(?:rate[- ]?limit(?:ed)?|limit|quota)\s+(?:exceeded|reached|hit)|\brate[- ]limited|\bthrottled"
    r"|\btoo many (?:requests|attempts|calls|logins)"
    r"|\bover (?:the )?limit"
)


@rule("FLW133", "rate-limit-without-429", Severity.INFO)
def rate_limit_without_429(conversation: Conversation) -> Iterator[Finding]:
    messages = [message for message in conversation.about(Facet.STATUS) if _is_limit(conversation, message)]
    yield from about(
        messages,
        "answers a request over the limit without 429",
        "write 429 Too Many Requests, with Retry-After where there is room",
    )


def _is_limit(conversation: Conversation, message: Message) -> bool:
    codes = {status.code for status in message.label.statuses}
    if codes.isdisjoint((400, 401, 403)) or 429 in codes:
        return False
    before = conversation.messages[message.index - 1] if message.index else message
    limited_before = before.target is message.source and _LIMITED.search(before.label.lower)
    return bool(_LIMITED.search(message.label.lower) or limited_before)
