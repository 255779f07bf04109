"""The role of a queue says that it does what producers or consumers do.

Producers emit, consumers process and validate; a queue buffers and delivers.

```bad
Boxes: API; Queue — "[[Emits]] audit and login events for async processing".
Arrows: API to Queue labeled "login event".
```

```bad
Boxes:
- Order Service
- Message Queue — "[[Validates]] order events"

Arrows:
- Order Service → Message Queue: "order event"
```

```good
Boxes: API; Queue — "Processes async audit and login events";
Broker — "Buffers events until a worker takes them". Arrows: API to Queue labeled "login event";
API to Broker labeled "audit event".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.model import Conversation
from jwtlint.regex import lazy
from jwtlint.rule import rule

_VERB = lazy(r"\A\W*(?:it\s+)?(?P<verb>emits?|validates?|authenticates?|returns?)\b", re.IGNORECASE)


@rule("FLW197", "queue-role", Severity.INFO)
def queue_role(conversation: Conversation) -> Iterator[Finding]:
    for party in conversation.parties:
        role = party.box.role if party.box is not None and party.kind is Kind.QUEUE else None
        match = _VERB.match(role.value) if role is not None else None
        if role is not None and match is not None:
            yield Finding(
                role.matched(match, "verb"),
                f"{party} “{match['verb'].lower()}”: a queue buffers and delivers what others send",
                "write buffers, or holds and delivers",
            )
