"""A refresh is answered without a visible check of the refresh token.

The authorization server validates the refresh token before it issues (RFC 6749, section 6). Short branches
leave the step out, so the rule is off unless it is selected.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "[[POST /refresh + refresh token]]";
API to Browser labeled "200 OK + new JWT".
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "POST /refresh + refresh token";
API internal step labeled "verify refresh token"; API to Browser labeled "200 OK + new JWT".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.lifecycle import refreshes
from jwtlint.flow.model import Conversation, Exchange
from jwtlint.flow.verdict import about
from jwtlint.rule import rule


@rule("FLW208", "refresh-unchecked", Severity.INFO, default=False)
def refresh_unchecked(conversation: Conversation) -> Iterator[Finding]:
    messages = [
        exchange.request for exchange in refreshes(conversation) if _is_unchecked(conversation, exchange)
    ]
    yield from about(messages, "is answered unchecked", "add the step that checks the refresh token")


def _is_unchecked(conversation: Conversation, exchange: Exchange) -> bool:
    if not exchange.replies:
        return False
    return exchange.replies[0].index == exchange.request.index + 1
