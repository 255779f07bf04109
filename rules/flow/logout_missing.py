"""The life of a session has no end.

The flow signs in and uses tokens, but nothing says how they end: no logout, expiry or revocation. Most
pictures show one part of the life only, so the rule is off unless it is selected.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "[[POST /login + credentials]]";
API to Browser labeled "200 OK + JWT".
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "POST /login + credentials";
API to Browser labeled "200 OK + JWT"; Browser to API labeled "POST /logout";
API to Browser labeled "204 No Content".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.lifecycle import logins
from jwtlint.flow.model import Conversation
from jwtlint.flow.verdict import about
from jwtlint.rule import rule


@rule("FLW205", "logout-missing", Severity.INFO, default=False)
def logout_missing(conversation: Conversation) -> Iterator[Finding]:
    login = next(logins(conversation), None)
    ends = (
        "logout",
        "log out",
        "sign out",
        "signout",
        "revo",
        "expir",
        "denylist",
        "blocklist",
        "short-lived",
    )
    if login is not None and not conversation.statements.mention(*ends):
        yield from about(
            [login.request], "signs in, but nothing ends the session", "add a logout, or name the expiry"
        )
