"""A login is answered with a redirect that sends the password on.

307 and 308 keep method and body: the browser posts the credentials again, to the client this time. An
authorization server must not use 307 here (RFC 9700, section 4.12); 303 See Other turns the next request
into a GET.

```bad
Boxes: Browser, Authorization Server.
Arrows: Browser to Authorization Server labeled "POST /login + credentials";
Authorization Server to Browser labeled "[[307 redirect to callback]]".
```

```bad
Boxes:
- Browser
- Auth Server

Arrows:
- Browser → Auth Server: "POST /login"
- Auth Server → Browser: "[[308 + code]]"
```

```good
Boxes: Browser, Auth Server. Arrows: Browser to Auth Server labeled "GET /login";
Auth Server to Browser labeled "307 upgrade to HTTPS";
Browser to Auth Server labeled "POST /login + credentials"; Auth Server to Browser labeled "303 See Other".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.lifecycle import is_login
from jwtlint.flow.model import Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.rule import rule


@rule("FLW132", "redirect-307-credentials", Severity.ERROR)
def redirect_307_credentials(conversation: Conversation) -> Iterator[Finding]:
    messages = [message for message in conversation.about(Facet.STATUS) if _repeats_login(message)]
    yield from about(
        messages,
        "makes the browser post the credentials again, to the place it is sent to",
        "answer the login with 303 See Other",
    )


def _repeats_login(message: Message) -> bool:
    status, exchange = message.label.status, message.exchange
    if status is None or status.code not in (307, 308) or exchange is None or "https" in message.label.lower:
        return False
    request = exchange.request.label.request
    return request is not None and request.method == "POST" and is_login(exchange.request)
