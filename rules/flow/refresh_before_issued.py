"""A refresh token is used that nobody ever issued.

The login says exactly what it returns, and that is no refresh token (RFC 6749, section 6, refreshes with a
token that was issued before). An unspecific reply ("200 OK JSON response", "tokens") may well contain one.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "POST /login + credentials";
API to Browser labeled "200 OK + JWT access token";
Browser to API labeled "[[POST /refresh + refresh token]]"; API to Browser labeled "200 OK + new JWT".
```

```bad
Boxes:
- Mobile App
- Auth Server

Arrows:
- Mobile App → Auth Server: "POST /login + credentials"
- Auth Server → Mobile App: "200 OK, access token only"
- optional: Mobile App → Auth Server: "[[POST /token/refresh with refresh token]]"
- optional: Auth Server → Mobile App: "200 OK + access token"
```

```good
Boxes: Browser; API; Database — "Stores users and refresh token data".
Arrows: Browser to API labeled "POST /login + credentials";
API to Browser labeled "200 OK + JWT access token"; Browser to API labeled "POST /refresh + refresh token";
API to Browser labeled "200 OK + new JWT".
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "POST /login + credentials";
API to Browser labeled "200 OK + token pair"; Browser to API labeled "POST /refresh + refresh token";
API to Browser labeled "200 OK + new JWT".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.flow.labels import Facet, Token
from jwtlint.flow.lifecycle import hands_out_tokens, is_login, is_refresh
from jwtlint.flow.model import Conversation, Message
from jwtlint.rule import rule

_SEVERAL = ("tokens", "pair", "jwts")


@rule("FLW163", "refresh-before-issued", Severity.WARNING)
def refresh_before_issued(conversation: Conversation) -> Iterator[Finding]:
    use = next((message for message in conversation.about(Facet.TOKEN) if _is_use(message)), None)
    if use is None or "refresh" in conversation.statements.explained:
        return
    issued: Message | None = None
    for message in conversation.messages[: use.index]:
        if Token.REFRESH in message.label.tokens or "refresh" in message.label.lower:
            return
        exchange = message.exchange
        if hands_out_tokens(message) and exchange is not None and is_login(exchange.request):
            issued = message
    if issued is not None and Token.ACCESS in issued.label.tokens and not issued.label.says(*_SEVERAL):
        yield Finding(
            use.text,
            f"{use} sends a refresh token, but the login returned none",
            "let the login return a refresh token as well",
            (Related(issued.text, "this is what the login returns"),),
        )


def _is_use(message: Message) -> bool:
    return is_refresh(message) and Token.REFRESH in message.label.tokens
