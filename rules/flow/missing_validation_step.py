"""A protected call succeeds, and nothing checks its token.

Verifying the token is the point of the flow (RFC 9068, section 4; RFC 8725, section 3). An arrow, a role or
a line of the legend may say so.

```bad
Boxes: Browser; API — "Serves orders".
Arrows: Browser to API labeled "[[GET /orders + Authorization: Bearer JWT]]";
API to Browser labeled "200 OK".
```

```good
Boxes: Browser; API — "Verifies JWT and serves orders".
Arrows: Browser to API labeled "GET /orders + Authorization: Bearer JWT"; API to Browser labeled "200 OK".
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /orders + Authorization: Bearer JWT";
API to Browser labeled "200 OK". Note: "API validates the JWT".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.lifecycle import is_failure, protected_calls
from jwtlint.flow.model import Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_CHECK = lazy(r"verif|validat|\bcheck|introspect|authenticat|inspect|decod|signature")


@rule("FLW194", "missing-validation-step", Severity.INFO)
def missing_validation_step(conversation: Conversation) -> Iterator[Finding]:
    call = next((message for message in protected_calls(conversation) if _succeeds(message)), None)
    if call is not None and not _CHECK.search(conversation.statements.shown):
        yield from about(
            [call],
            "succeeds, but nothing in the picture checks the token",
            "add the step that verifies signature, exp, iss and aud",
        )


def _succeeds(message: Message) -> bool:
    exchange = message.exchange
    return exchange is not None and any(not is_failure(reply) for reply in exchange.replies)
