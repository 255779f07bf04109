"""A GET changes something.

GET and HEAD are safe: a client that sends them asks for no change (RFC 9110, section 9.2.1), so browsers
prefetch them, caches keep them and crawlers follow them. Refreshing, revoking, registering and deleting
want POST or DELETE. A GET to log out is common and only noted. Pages, redirects and links in e-mails are
read with GET.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "[[GET /auth/refresh]]";
API to Browser labeled "200 OK + new JWT".
```

```bad
Boxes:
- Client
- Auth Server

Arrows:
- Client → Auth Server: "[[GET /revoke]]?token=abc"
- Auth Server → Client: "200 OK"
- Client → Auth Server: "[[GET /logout]]"
- Auth Server → Client: "200 OK"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /login (form)"; API to Browser labeled "200 OK";
Browser to API labeled "GET /callback?code=abc"; API to Browser labeled "200 OK";
Browser to API labeled "GET /verify-email?token=abc"; API to Browser labeled "200 OK".
```

```good
Boxes: API, Redis, Browser. Arrows: Browser to API labeled "GET /register";
API to Redis labeled "GET refresh:42"; Redis to API labeled "nil";
API to Browser labeled "200 OK + sign-up page".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet, Request
from jwtlint.flow.model import Conversation, Message
from jwtlint.flow.verdict import merged
from jwtlint.rule import rule

_CHANGES = frozenset(
    "refresh revoke register signup sign-up delete remove update create refresh-token refresh_token".split()
)
_LEAVES = frozenset("logout log-out signout sign-out".split())
_SHOWN = ("form", "page", "html", "screen", "ui", "view", "redirect")


@rule("FLW127", "safe-method-mutates", Severity.WARNING)
def safe_method_mutates(conversation: Conversation) -> Iterator[Finding]:
    yield from merged(
        Finding(
            message.text.cut(request.start, request.start + len(request.method) + 1 + len(request.path)),
            f"{message}: GET only reads, but /{request.segments[-1]} changes something",
            "use POST (or DELETE for a deletion)",
            severity=severity,
        )
        for message in conversation.about(Facet.REQUEST)
        for request in message.label.requests
        if (severity := _change(message, request)) is not None
    )


def _change(message: Message, request: Request) -> Severity | None:
    if request.method not in ("GET", "HEAD") or not request.target or message.target.is_store:
        return None
    if message.label.says(*_SHOWN) or (
        message.exchange and any(r.label.says(*_SHOWN) for r in message.exchange.replies)
    ):
        return None
    changes = _CHANGES.intersection(request.segments)
    if changes and not (changes == {"update"} and _offers_updates(message)):
        return Severity.WARNING
    return Severity.INFO if request.segments[-1:] and request.segments[-1] in _LEAVES else None


def _offers_updates(message: Message) -> bool:
    """Is an update something to download here?"""
    parties = f"{message.target.name} {message.target.role} {message.source.name}".lower()
    return any(word in parties for word in ("update", "firmware", "device", "release"))
