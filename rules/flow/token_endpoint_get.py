"""The token endpoint is called with GET, PUT or DELETE.

Clients must use POST at the token endpoint (RFC 6749, section 3.2): the code, the secret and the refresh
token belong into the body.

```bad
Boxes: App Server, Auth Server. Arrows: App Server to Auth Server labeled "[[GET /oauth/token]]";
Auth Server to App Server labeled "200 OK + access token".
```

```bad
Boxes:
- Client
- Authorization Server

Arrows:
- Client → Authorization Server: "[[GET /token]] + client_id"
- Authorization Server → Client: "200 OK + access token"
```

```good
Boxes: Client, API, Cache. Arrows: Client to API labeled "GET /tokens";
API to Cache labeled "GET token from cache"; Cache to API labeled "hit";
API to Client labeled "200 OK + list"; Client to API labeled "GET /csrf-token";
API to Client labeled "200 OK".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet, Request
from jwtlint.flow.model import Conversation
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_BEFORE = lazy(r"(?:api|v\d[\d.]*|.*auth.*|connect|openid.*|protocol|realms?|identity|idp|sso|as|security)\Z")


@rule("FLW128", "token-endpoint-get", Severity.ERROR, supersedes=("FLW129", "FLW140"))
def token_endpoint_get(conversation: Conversation) -> Iterator[Finding]:
    yield from merged(
        Finding(
            message.text.cut(request.start, request.end),
            f"{message}: the token endpoint takes POST only, not {request.method}",
            f"write POST {request.path} and carry the parameters in the body",
        )
        for message in conversation.about(Facet.REQUEST)
        for request in message.label.requests
        if request.method not in ("POST", "OPTIONS") and _is_token_endpoint(request)
    )


def _is_token_endpoint(request: Request) -> bool:
    segments = request.segments
    return segments[-1:] == ("token",) and (len(segments) == 1 or _BEFORE.match(segments[-2]) is not None)
