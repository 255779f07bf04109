"""A well-known endpoint is called with an unusual method.

Login, refresh and introspection are POST; keys and metadata are read with GET (RFC 6749, section 3.2; RFC
7662, section 2.1; RFC 8414, section 3.1). Other methods may work somewhere, but readers will stumble.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "[[PUT /login]] + credentials";
API to Browser labeled "200 OK + JWT".
```

```bad
Boxes:
- API
- Auth Server

Arrows:
- API → Auth Server: "[[POST /.well-known/jwks.json]]"
- Auth Server → API: "200 OK + public keys"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "DELETE /sessions/me";
API to Browser labeled "204 No Content"; Browser to API labeled "PUT /password";
API to Browser labeled "204 No Content".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet, Request
from jwtlint.flow.model import Conversation
from jwtlint.flow.verdict import merged
from jwtlint.rule import rule

_POSTED = frozenset("login signin sign-in refresh introspect".split())
_READ = frozenset(".well-known jwks jwks.json".split())


@rule("FLW130", "odd-method-for-endpoint", Severity.INFO)
def odd_method_for_endpoint(conversation: Conversation) -> Iterator[Finding]:
    yield from merged(
        Finding(
            message.text.cut(request.start, request.end),
            f"{message}: {request.method} is unusual here, {usual} is expected",
            f"write {usual} {request.path}",
        )
        for message in conversation.about(Facet.REQUEST)
        for request in message.label.requests
        if (usual := _usual(request))
    )


def _usual(request: Request) -> str:
    """The method that the endpoint takes, where the request uses another one that is not judged elsewhere."""
    segments = request.segments
    if request.method in ("PUT", "PATCH", "DELETE") and segments and segments[-1] in _POSTED:
        return "POST"
    return "GET" if request.method == "POST" and not _READ.isdisjoint(segments) else ""
