"""A label says nothing about what is sent.

"Request", "data" or "call" fits every arrow. Some pictures want it that way, so the rule is off unless it
is selected.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "[[Request]]"; API to Browser labeled "200 OK".
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /orders"; API to Browser labeled "200 OK + orders".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.model import Conversation
from jwtlint.flow.verdict import about
from jwtlint.rule import rule

_VAGUE = frozenset(
    "request requests response reply data call calls send sends message info information forward process"
    " query result"
    " communicate communicates interact interacts connect connects use uses api http https rest a the".split()
)


@rule("FLW206", "vague-label", Severity.INFO, default=False)
def vague_label(conversation: Conversation) -> Iterator[Finding]:
    messages = [
        message for message in conversation.messages if message.label.words and message.label.words <= _VAGUE
    ]
    yield from about(messages, "says nothing about what is sent", "name the request or the content")
