"""A 401 comes without a challenge.

A server that answers 401 must send WWW-Authenticate (RFC 9110, section 15.5.2). Labels leave it out for
brevity, so the rule is off unless it is selected.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me";
API to Browser labeled "[[401 Unauthorized]]".
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me";
API to Browser labeled "401 Unauthorized + WWW-Authenticate: Bearer".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Act, Conversation
from jwtlint.flow.verdict import about
from jwtlint.rule import rule


@rule("FLW201", "challenge-missing", Severity.INFO, default=False)
def challenge_missing(conversation: Conversation) -> Iterator[Finding]:
    messages = [
        message
        for message in conversation.about(Facet.STATUS)
        if message.act is Act.REPLY
        and any(status.code == 401 for status in message.label.statuses)
        and "www-authenticate" not in message.label.lower
    ]
    yield from about(messages, "answers 401 without a challenge", "add WWW-Authenticate: Bearer")
