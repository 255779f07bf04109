"""A token travels in a URL.

Clients must not send access tokens in the query of a URI (RFC 9700, section 4.3.2; RFC 6750, section 2.3):
it ends up in histories, logs and Referer fields. A parameter that is only called "token", and the URL of a
WebSocket, where browsers cannot set header fields, are warnings. Authorization codes and one-time links in
e-mails belong there.

```bad
Boxes: Client, API. Arrows: Client to API labeled "GET /resource[[?access_token=]]JWT";
API to Client labeled "200 OK".
```

```bad
Boxes:
- Browser
- Chat Server

Arrows:
- Browser → Chat Server: "wss://chat.example[[?token=]]JWT"
- Chat Server → Browser: "101 Switching Protocols"
```

```good
Boxes: Browser, App. Arrows: Browser to App labeled "GET /callback?code=abc&state=xyz";
App to Browser labeled "302 Found"; Browser to App labeled "GET /verify-email?token=abc";
App to Browser labeled "200 OK".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.model import Conversation, Message
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_PARAMETER = lazy(r"[?&](?P<name>access_token|jwt|id_token|token|auth_token)=", re.IGNORECASE)
_ONE_TIME = lazy(
    r"verif|reset|magic|invit|unsubscribe|confirm|activat|presign|signed|sas|download|revoke", re.IGNORECASE
)
_WEAK = ("token", "auth_token")


@rule("FLW141", "token-in-url", Severity.ERROR)
def token_in_url(conversation: Conversation) -> Iterator[Finding]:
    if "=" in conversation.labels:
        yield from merged(finding for message in conversation.messages for finding in _tokens_in(message))


def _tokens_in(message: Message) -> Iterator[Finding]:
    label = message.label
    found = list(_PARAMETER.finditer(label.value))
    if not found or message.target.is_store or _ONE_TIME.search(label.value):
        return
    socket = any(word in label.lower for word in ("wss:", "ws:", "websocket"))
    for match in found:
        yield Finding(
            message.text.matched(match),
            f"{message}: a token in a URL ends up in histories and logs",
            "send it in the Authorization header field, or in the first message of the WebSocket",
            severity=Severity.WARNING if socket or match["name"].lower() in _WEAK else None,
        )
