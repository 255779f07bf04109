"""A refresh token is sent to something else than the authorization server.

Refresh tokens are for the authorization server only and are never sent to resource servers (RFC 6749,
section 1.5): there they would be one more place where the long-lived token leaks.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "[[GET /resource + refresh token]]";
API to Browser labeled "200 OK".
```

```bad
Boxes:
- Mobile App
- Orders API

Arrows:
- Mobile App → Orders API: "[[GET /orders + Authorization: Bearer refresh token]]"
- Orders API → Mobile App: "200 OK"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "POST /refresh with refresh token";
API to Browser labeled "200 OK + new JWT"; Browser to API labeled "POST /logout + refresh token";
API to Browser labeled "204 No Content".
```

```good
Boxes: Client, Gateway.
Arrows: Client to Gateway labeled "Request with access token, refresh token and ID token";
Gateway to Client labeled "response".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.labels import Facet, Token
from jwtlint.flow.model import Act, Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_RENEWS = lazy(
    r"refresh|renew|token|log-?out|sign-?out|revo|introspect|session|log-?in|sign-?in|auth|sso|connect"
    r"|exchange|graphql"
)
_BEARER = lazy(r"\bbearer\s+[<{(\[]?(?:the |an? )?refresh[ _-]?token")


@rule("FLW162", "refresh-token-to-resource", Severity.ERROR)
def refresh_token_to_resource(conversation: Conversation) -> Iterator[Finding]:
    messages = [message for message in conversation.about(Facet.TOKEN) if _goes_astray(message)]
    yield from about(
        messages,
        "sends a refresh token to a resource",
        "send the access token, and the refresh token only to the refresh or token endpoint",
    )


def _goes_astray(message: Message) -> bool:
    label, target = message.label, message.target
    if (
        Token.REFRESH not in label.tokens
        or message.act is not Act.REQUEST
        or target.is_store
        or target.kind is Kind.AUTH
    ):
        return False
    request = label.request
    if request is not None:
        return not _RENEWS.search(request.path)
    return "resource server" in target.name.lower() or _BEARER.search(label.lower) is not None
