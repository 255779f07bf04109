"""A client that has a token calls a protected endpoint without it.

The token goes with every protected request (RFC 6750, section 2). Reported only where nothing, neither
label nor legend nor the client's role, says how the token travels.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "POST /login + credentials";
API to Browser labeled "200 OK + JWT"; Browser to API labeled "[[GET /orders]]";
API to Browser labeled "200 OK".
```

```bad
Boxes:
- Single-Page App
- Profile API

Arrows:
- Single-Page App → Profile API: "POST /login + credentials"
- Profile API → Single-Page App: "200 OK + access token"
- Single-Page App → Profile API: "[[GET /profile]]"
- Profile API → Single-Page App: "200 OK + profile"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "POST /login + credentials";
API to Browser labeled "200 OK + JWT"; Browser to API labeled "GET /orders";
API to Browser labeled "200 OK". Note: "Browser sends the JWT in the Authorization header".
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "POST /login + credentials";
API to Browser labeled "200 OK + Set-Cookie: session"; Browser to API labeled "GET /orders";
API to Browser labeled "200 OK"; Browser to API labeled "GET /products"; API to Browser labeled "200 OK".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet, Token
from jwtlint.flow.lifecycle import ISSUED, hands_out_tokens, is_failure, is_login, is_refresh
from jwtlint.flow.model import Act, Conversation, Message, Party
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_PROTECTED = frozenset("resource resources profile order orders me data protected account".split())
_TRAVELS = lazy(
    r"\bbearer\b|\bauthori[sz]ation\b|\bcookies?\b|\bsession\b|\battach\w*\b|\b(?:sends?|with|includes?"
    r"|carries|adds?) (?:it|the|its|a|an)?"
    r" ?(?:access |signed )?(?:tokens?|jwt)\b|\bsends? it\b|\bauthenticated\b|\bpublic (?:endpoint|api|route"
    r"|resource|data|page)s?\b|\bmtls\b|\bclient certificate\b"
)


@rule("FLW161", "protected-call-without-token", Severity.WARNING)
def protected_call_without_token(conversation: Conversation) -> Iterator[Finding]:
    messages = list(_bare_calls(conversation))
    if messages and not _TRAVELS.search(conversation.statements.explained):
        yield from about(
            messages,
            "reads protected data, but carries no token",
            "add Authorization: Bearer and the token",
        )


def _bare_calls(conversation: Conversation) -> Iterator[Message]:
    holders: set[Party] = set()
    for message in conversation.messages:
        if message.act is Act.REPLY and hands_out_tokens(message):
            if Token.SESSION in message.label.tokens:
                return
            holders.add(message.target)
        elif message.source in holders and message.from_front and _is_bare(message):
            yield message


def _is_bare(message: Message) -> bool:
    label, exchange = message.label, message.exchange
    request = label.request
    if request is None or message.act is not Act.REQUEST or _PROTECTED.isdisjoint(request.segments):
        return False
    if not ISSUED.isdisjoint(label.tokens) or Facet.CREDENTIAL in label or _TRAVELS.search(label.lower):
        return False
    if (
        is_login(message)
        or is_refresh(message)
        or exchange is None
        or label.says("token", "key", "signed", "without", "no")
    ):
        return False
    return bool(exchange.replies) and not any(
        is_failure(reply) and not reply.optional for reply in exchange.replies
    )
