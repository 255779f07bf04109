"""A client sends a token before it has got one.

An access token is obtained first and used then (RFC 6749, section 1.2). Reported only where the flow shows
the login and nothing before it hands out a token; a flow that starts in the middle of a token's life is
fine.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "[[GET /resource + Bearer JWT]]";
API to Browser labeled "200 OK"; Browser to API labeled "POST /login + credentials";
API to Browser labeled "200 OK + JWT".
```

```bad
Boxes:
- Browser
- Login Server

Arrows:
- Browser → Login Server: "[[POST /login + Authorization: Bearer JWT]]"
- Login Server → Browser: "200 OK + JWT"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /resource + Bearer JWT";
API to Browser labeled "401 Unauthorized"; Browser to API labeled "POST /refresh + refresh token";
API to Browser labeled "200 OK + new JWT".
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "POST /login + credentials";
API to Browser labeled "200 OK JSON response"; Browser to API labeled "GET /resource + Bearer JWT";
API to Browser labeled "200 OK".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.flow.labels import Facet, Token
from jwtlint.flow.lifecycle import ISSUED, is_failure, is_login, is_refresh
from jwtlint.flow.model import Act, Conversation, Message
from jwtlint.rule import rule


@rule("FLW160", "token-used-before-issued", Severity.ERROR)
def token_used_before_issued(conversation: Conversation) -> Iterator[Finding]:
    use = next((message for message in conversation.about(Facet.TOKEN) if _is_use(message)), None)
    if use is None or any(_brings_tokens(message) for message in conversation.messages[: use.index]):
        return
    issue = next(
        (message for message in conversation.messages[use.index :] if _issues_at_login(message, use)), None
    )
    if issue is not None:
        yield Finding(
            use.text,
            f"{use} carries a token that the flow issues only later",
            "move the login, with the reply that brings the token, before it",
            (Related(issue.text, "the token is issued here"),),
        )


def _is_use(message: Message) -> bool:
    label = message.label
    return (
        message.from_front
        and message.act is Act.REQUEST
        and not message.optional
        and Token.ACCESS in label.tokens
        and not is_refresh(message)
        and (label.request is not None or "bearer" in label.words or not label.asks)
        and not label.says(
            "expired", "old", "invalid", "stale", "forged", "stolen", "new", "request", "obtain"
        )
        and not (message.exchange and any(is_failure(reply) for reply in message.exchange.replies))
    )


def _brings_tokens(message: Message) -> bool:
    """Did tokens, or a session, or an unspecific success of a login, reach anybody?"""
    if is_failure(message):
        return False
    exchange = message.exchange
    at_login = exchange is not None and message.act is Act.REPLY and is_login(exchange.request)
    return at_login or (not message.from_front and not ISSUED.isdisjoint(message.label.tokens))


def _issues_at_login(message: Message, use: Message) -> bool:
    exchange = message.exchange
    return (
        message.act is Act.REPLY
        and not is_failure(message)
        and not message.optional
        and exchange is not None
        and exchange.request.source is use.source
        and is_login(exchange.request)
    )
