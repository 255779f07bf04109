"""A refresh is asked for with the access token.

A client refreshes with its refresh token (RFC 6749, section 6). Some APIs renew an expired JWT on sight of
it, which makes the expiry pointless.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "[[POST /refresh + expired JWT]]";
API to Browser labeled "200 OK + new JWT".
```

```bad
Boxes:
- Client
- Auth Server

Arrows:
- Client → Auth Server: "[[POST /auth/refresh (with access token)]]"
- Auth Server → Client: "200 OK + access token"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "POST /refresh with refresh token";
API to Browser labeled "200 OK + new JWT";
Browser to API labeled "POST /refresh (refresh cookie + CSRF header)";
API to Browser labeled "200 OK + new JWT".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Token
from jwtlint.flow.lifecycle import refreshes
from jwtlint.flow.model import Conversation
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_REFRESHER = lazy(r"refresh[ _-]?(?:token|jwt|cookie)|\bcookies?\b|\brt\b")


@rule("FLW165", "refresh-with-access-token", Severity.INFO)
def refresh_with_access_token(conversation: Conversation) -> Iterator[Finding]:
    messages = [
        exchange.request
        for exchange in refreshes(conversation)
        if Token.ACCESS in exchange.request.label.tokens
        and Token.REFRESH not in exchange.request.label.tokens
    ]
    if messages and not _REFRESHER.search(conversation.statements.lower):
        yield from about(
            messages,
            "asks for a new token with the access token",
            "send a refresh token, or a cookie that holds it",
        )
