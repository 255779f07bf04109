"""An authorization server answers a refused consent with 401 or 403.

In the code flow the client learns of it through the redirect, with error=access_denied in the query (RFC
6749, section 4.1.2.1). Only a bad redirect address or client is shown by the authorization server itself.

```bad
Boxes: Browser, Authorization Server. Arrows: Browser to Authorization Server labeled "GET /authorize";
Authorization Server to Browser labeled "[[403 access_denied]]".
```

```bad
Boxes:
- Browser
- Identity Provider

Arrows:
- Browser → Identity Provider: "GET /authorize"
- Identity Provider → Browser: "[[401 user cancelled]]"
```

```good
Boxes: Browser, Identity Provider. Arrows: Browser to Identity Provider labeled "GET /authorize";
Identity Provider to Browser labeled "302 ?error=access_denied";
Browser to Identity Provider labeled "GET /authorize";
Identity Provider to Browser labeled "400 invalid redirect_uri".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_REFUSED = lazy(r"access_denied|\bconsent\b|\bcancel|\bdeclin|\b(?:user|owner) (?:denied|refused)")


@rule("FLW134", "authz-error-not-redirected", Severity.INFO)
def authz_error_not_redirected(conversation: Conversation) -> Iterator[Finding]:
    messages = [message for message in conversation.about(Facet.STATUS) if _is_refusal(message)]
    yield from about(
        messages,
        "tells the browser of a refused consent, and the client never hears of it",
        "redirect to the client with error=access_denied",
    )


def _is_refusal(message: Message) -> bool:
    status = message.label.status
    return (
        message.source.kind is Kind.AUTH
        and message.target.is_front
        and status is not None
        and status.code in (401, 403)
        and _REFUSED.search(message.label.lower) is not None
    )
