"""One request gets two final replies that are no alternatives.

A request has one final response (RFC 9110, section 15.2). Mark the second arrow as optional or alternative,
or draw the request that it answers. Two arrows that together make up one reply ("Set-Cookie", then "302")
are fine.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "POST /login"; API to Browser labeled "200 OK + JWT";
API to Browser labeled "[[200 OK + new JWT]]".
```

```bad
Boxes:
- Client
- Quote Service

Arrows:
- Client → Quote Service: "GET /quote"
- Quote Service → Client: "200 OK"
- Quote Service → Client: "[[401 Unauthorized]]"
```

```good
Boxes: Browser, App. Arrows: Browser to App labeled "POST /login";
App to Browser labeled "Set-Cookie: session"; App to Browser labeled "302 Found to /home".
```

```good
Boxes:
- Client
- Quote Service

Arrows:
- Client → Quote Service: "GET /quote"
- Quote Service → Client: "200 OK"
- optional: Quote Service → Client: "401 Unauthorized"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.model import Conversation, Message, Party
from jwtlint.flow.verdict import about
from jwtlint.rule import rule


@rule("FLW107", "duplicate-reply", Severity.INFO)
def duplicate_reply(conversation: Conversation) -> Iterator[Finding]:
    pairs: dict[tuple[Party, Party], list[Message]] = {}
    for message in conversation.duplicates:
        pairs.setdefault(message.between, []).append(message)
    for (replier, asker), messages in pairs.items():
        yield from about(
            messages,
            f"answers what {replier} has answered already",
            f"mark it as optional or alternative, or draw the request from {asker} to {replier} that it"
            f" answers",
        )
