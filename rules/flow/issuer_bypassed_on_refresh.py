"""New tokens appear without the server that issues them.

One component issued the tokens at login; on refresh another one answers with a new token without asking it
(RFC 6749, section 6: the authorization server refreshes). Who signs the new token?

```bad
Boxes: Browser, API, Auth Service. Arrows: Browser to API labeled "POST /login + credentials";
API to Auth Service labeled "Validate credentials";
Auth Service to API labeled "JWT access token + refresh token";
API to Browser labeled "200 OK JSON response"; Browser to API labeled "POST /refresh + refresh token";
API to Browser labeled "[[200 OK new JWT]]".
```

```good
Boxes: Browser, API Server. Arrows: Browser to API Server labeled "POST /login + credentials";
API Server to Browser labeled "200 OK + JWT + refresh token";
Browser to API Server labeled "POST /refresh + refresh token";
API Server to Browser labeled "200 OK + new JWT".
```

```good
Boxes: Browser, API, Auth Service. Arrows: Browser to API labeled "POST /login + credentials";
API to Auth Service labeled "Validate credentials";
Auth Service to API labeled "JWT access token + refresh token";
API to Browser labeled "200 OK JSON response"; Browser to API labeled "POST /refresh + refresh token";
API to Auth Service labeled "refresh grant"; Auth Service to API labeled "new JWT";
API to Browser labeled "200 OK new JWT".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.lifecycle import hands_out_tokens, issuers, refreshes
from jwtlint.flow.model import Conversation, Exchange
from jwtlint.flow.verdict import about, listed
from jwtlint.rule import rule


@rule("FLW166", "issuer-bypassed-on-refresh", Severity.INFO)
def issuer_bypassed_on_refresh(conversation: Conversation) -> Iterator[Finding]:
    if Kind.AUTH not in conversation.kinds:
        return
    issuing = issuers(conversation)
    messages = [
        reply
        for exchange in refreshes(conversation)
        if issuing and not _asks_within(conversation, exchange)
        for reply in exchange.replies[:1]
        if reply.source not in issuing and hands_out_tokens(reply)
    ]
    yield from about(
        messages,
        f"brings a new token without asking {listed(issuing, 'or')}, which issues them",
        f"draw the request to {listed(issuing, 'or')} and its answer in between",
    )


def _asks_within(conversation: Conversation, exchange: Exchange) -> bool:
    """Is an authorization server, or a store, asked between the refresh and its answer, or even before?"""
    start, end = (
        exchange.request.index,
        exchange.replies[0].index if exchange.replies else exchange.request.index,
    )
    between = conversation.messages[start : end + 1]
    return any(message.target.kind is Kind.AUTH or message.target.is_store for message in between)
