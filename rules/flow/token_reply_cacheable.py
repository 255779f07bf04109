"""A reply with tokens may be cached.

Token responses carry Cache-Control: no-store (RFC 6749, section 5.1). Few diagrams show it, so the rule is
off unless it is selected.

```bad
Boxes: Client, Auth Server. Arrows: Client to Auth Server labeled "POST /token + code";
Auth Server to Client labeled "[[200 OK + access token]]".
```

```good
Boxes: Client, Auth Server. Arrows: Client to Auth Server labeled "POST /token + code";
Auth Server to Client labeled "200 OK + access token + Cache-Control: no-store".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet, Token
from jwtlint.flow.lifecycle import hands_out_tokens
from jwtlint.flow.model import Conversation
from jwtlint.flow.verdict import about
from jwtlint.rule import rule


@rule("FLW202", "token-reply-cacheable", Severity.INFO, default=False)
def token_reply_cacheable(conversation: Conversation) -> Iterator[Finding]:
    if conversation.statements.mention("no-store"):
        return
    messages = [
        message
        for message in conversation.about(Facet.TOKEN)
        if Facet.STATUS in message.label
        and Token.ACCESS in message.label.tokens
        and hands_out_tokens(message)
    ]
    yield from about(messages, "brings a token that caches may keep", "add Cache-Control: no-store")
