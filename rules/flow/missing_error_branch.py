"""A protected call is drawn, and nothing says what happens without a valid token.

A server that refuses credentials answers 401 or 403 (RFC 9110, section 11.4). One optional arrow, or a line
in the legend, is enough. Brevity is often meant, hence a note.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "[[GET /resource + Authorization: Bearer JWT]]";
API to Browser labeled "200 OK".
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /resource + Authorization: Bearer JWT";
API to Browser labeled "200 OK"; optional API to Browser labeled "401 Unauthorized".
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /resource + Authorization: Bearer JWT";
API to Browser labeled "200 OK". Note: "Invalid tokens are rejected".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.lifecycle import protected_calls
from jwtlint.flow.model import Conversation
from jwtlint.flow.verdict import about
from jwtlint.passage import Role
from jwtlint.regex import lazy
from jwtlint.rule import rule

_REFUSAL = lazy(
    r"(?<![\d.,:])4\d\d(?![\d.,])|\b4xx\b|\bunauthori[sz]ed\b|\bforbidden\b|\bdenied\b|\binvalid tokens?\b"
    r"|\breject\w*|\berrors?\b|\brefus\w+"
)


@rule("FLW193", "missing-error-branch", Severity.INFO)
def missing_error_branch(conversation: Conversation) -> Iterator[Finding]:
    call = next((message for message in protected_calls(conversation) if message.from_front), None)
    if call is None:
        return
    if not _REFUSAL.search(conversation.statements.lower_of((Role.LABEL, Role.STEP, Role.NOTE))):
        yield from about(
            [call],
            "is protected, but no arrow, note or step says what an invalid token gets",
            "add an optional arrow with 401 Unauthorized",
        )
