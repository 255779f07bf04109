"""Credentials or tokens travel without TLS.

Bearer tokens require TLS (RFC 6750, section 5.3), and so does signing in (RFC 9110, section 17.16.1). An
address with http:// is an error unless it is local or inside a cluster; the words "over HTTP" or "HTTP POST
/login" between client and server are a warning. A request without any scheme says nothing and is fine, and
so is a hop behind the edge.

```bad
Boxes: Client, API. Arrows: Client to API labeled "POST [[http://api.example.com/login]]";
API to Client labeled "200 OK + JWT".
```

```bad
Boxes:
- Browser
- API

Arrows:
- Browser → API: "POST /login + credentials"
- API → Browser: "[[send JWT over HTTP]]"
```

```good
Boxes: Browser, API Gateway, API. Arrows: Browser to API Gateway labeled "HTTP request";
API Gateway to API labeled "REST JSON request"; API to API Gateway labeled "HTTP 401";
API Gateway to Browser labeled "redirect HTTP to HTTPS";
API to API labeled "call http://localhost:8080/health".
```

```good
Boxes:
- Browser
- API

Arrows:
- Browser → API: "POST /login over HTTPS"
- API → Browser: "Set-Cookie: sid (HttpOnly)"
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.lifecycle import is_login
from jwtlint.flow.model import Act, Conversation, Message
from jwtlint.flow.statements import SHOWN, Saying
from jwtlint.flow.verdict import about, merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_ADDRESS = lazy(r"\bhttp://(?P<host>\[[^\]\s]*\]|[^\s/:?#\"'“”)\]]+)[^\s\"'“”)\],;]*", re.IGNORECASE)
_LOCAL = lazy(
    r"localhost|127\.|\[::1\]|0\.0\.0\.0|10\.|192\.168\.|.*\.(?:local|internal|svc|test|localhost"
    r"|cluster\.local)\Z|[\w-]+\Z"
    r"|www\.w3\.org|schemas\.|xmlns\.|purl\.",
    re.IGNORECASE,
)
_UPGRADE = lazy(r"https://|redirect|upgrad|\b30[178]\b", re.IGNORECASE)
_OVER = lazy(
    r"\b(?:over|via|using)\s+(?:plain |unencrypted |cleartext )?HTTP\b(?![/\w])|\bHTTP\s+(?:GET|POST|PUT"
    r"|PATCH|DELETE)\b",
    re.IGNORECASE,
)


@rule("FLW142", "plain-http", Severity.ERROR)
def plain_http(conversation: Conversation) -> Iterator[Finding]:
    yield from merged(
        Finding(
            saying.text,
            f"{saying.match['host']} is called without TLS",
            "write https://",
        )
        for saying in conversation.statements.find(_ADDRESS, "http://", roles=SHOWN)
        if not _LOCAL.match(saying.match["host"]) and not _UPGRADE.search(_beside(saying))
    )
    messages = [message for message in conversation.messages if _is_unprotected(message)]
    yield from about(
        messages,
        "sends credentials or tokens over HTTP, where anybody on the way can read them",
        "write HTTPS",
        severity=Severity.WARNING,
    )


def _beside(saying: Saying) -> str:
    """What stands around the address, without it."""
    return saying.around(60).replace(saying.text.value, " ")


def _is_unprotected(message: Message) -> bool:
    label = message.label
    if "http" not in label.words or message.act is Act.INTERNAL or "https" in label.words:
        return False
    sensitive = Facet.CREDENTIAL in label or Facet.TOKEN in label or is_login(message)
    touches_front = message.source.is_front or message.target.is_front
    return sensitive and touches_front and _OVER.search(label.value) is not None
