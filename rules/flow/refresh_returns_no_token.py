"""A refresh is answered with something that is no token.

The response to a refresh is that of a token request (RFC 6749, sections 6 and 5.1): a new access token,
sometimes a new refresh token, or a cookie that holds them.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "POST /refresh + refresh token";
API to Browser labeled "[[200 OK + user profile]]".
```

```bad
Boxes:
- Client
- Auth Server

Arrows:
- Client → Auth Server: "POST /auth/refresh with refresh token"
- Auth Server → Client: "[[204 No Content]]"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "POST /refresh + refresh token";
API to Browser labeled "200 OK JSON response"; Browser to API labeled "POST /refresh + refresh token";
API to Browser labeled "204 + Set-Cookie"; Browser to API labeled "POST /refresh + refresh token";
API to Browser labeled "200 OK {access}".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.lifecycle import ISSUED, is_unspecific, refreshes
from jwtlint.flow.model import Conversation, Exchange, Message
from jwtlint.flow.verdict import about
from jwtlint.rule import rule

_BRINGS = (
    "token",
    "tokens",
    "jwt",
    "cookie",
    "cookies",
    "session",
    "access",
    "credentials",
    "renewed",
    "refreshed",
    "new",
)


@rule("FLW164", "refresh-returns-no-token", Severity.WARNING)
def refresh_returns_no_token(conversation: Conversation) -> Iterator[Finding]:
    messages = [
        reply
        for exchange in refreshes(conversation)
        if (reply := _answer(conversation, exchange)) is not None
    ]
    yield from about(
        messages, "answers a refresh, but brings no token", "name the new token: 200 OK + new JWT"
    )


def _answer(conversation: Conversation, exchange: Exchange) -> Message | None:
    """The reply that brings something else than a token; None where any part of it may bring one."""
    parts = list(conversation.replies_of(exchange))
    if any(not ISSUED.isdisjoint(part.label.tokens) or part.label.says(*_BRINGS) for part in parts):
        return None
    for reply in parts:
        status = reply.label.status
        if (
            status is not None
            and 200 <= status.code < 300
            and (status.code == 204 or not is_unspecific(reply))
        ):
            return reply
    return None
