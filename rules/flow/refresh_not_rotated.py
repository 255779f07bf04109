"""A refresh brings no new refresh token.

Public clients get a new one each time, or one that is bound to the sender (RFC 9700, section 4.14.2);
confidential clients need neither, so the rule is off unless it is selected.

```bad
Boxes: Browser, Auth Server. Arrows: Browser to Auth Server labeled "POST /refresh + refresh token";
Auth Server to Browser labeled "[[200 OK + new access token]]".
```

```good
Boxes: Browser, Auth Server. Arrows: Browser to Auth Server labeled "POST /refresh + refresh token";
Auth Server to Browser labeled "200 OK + new access token + new refresh token".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Token
from jwtlint.flow.lifecycle import hands_out_tokens, refreshes
from jwtlint.flow.model import Conversation
from jwtlint.flow.verdict import about
from jwtlint.rule import rule


@rule("FLW203", "refresh-not-rotated", Severity.INFO, default=False)
def refresh_not_rotated(conversation: Conversation) -> Iterator[Finding]:
    if conversation.statements.mention("rotat", "sender-constrained", "dpop", "mtls"):
        return
    messages = [
        reply
        for exchange in refreshes(conversation)
        for reply in exchange.replies[:1]
        if hands_out_tokens(reply) and Token.REFRESH not in reply.label.tokens
    ]
    yield from about(
        messages, "brings no new refresh token", "rotate it: add a new refresh token to the reply"
    )
