"""Tokens are handed out before the credentials are checked.

The server validates what it was given and then issues (RFC 6749, sections 4.1.3 and 5.1). An arrow with the
token that stands before the check tells readers that anybody gets one.

```bad
Boxes: Browser, API, Database. Arrows: Browser to API labeled "POST /login + credentials";
API to Browser labeled "[[200 OK + JWT]]"; API to Database labeled "SELECT user";
Database to API labeled "user record".
```

```bad
Boxes:
- Browser
- Gateway
- Auth Service
- Database

Arrows:
- Browser → Gateway: "POST /login + credentials"
- Gateway → Auth Service: "Authenticate"
- Auth Service → Gateway: "[[JWT access token]]"
- Auth Service → Database: "Verify password hash"
- Database → Auth Service: "match"
- Gateway → Browser: "200 OK + JWT"
```

```good
Boxes: Browser, API, Database, Queue. Arrows: Browser to API labeled "POST /login + credentials";
API to Database labeled "SELECT user"; Database to API labeled "user record";
API to Browser labeled "200 OK + JWT"; API to Queue labeled "login event";
Browser to API labeled "GET /data + Bearer JWT"; API to Database labeled "SELECT data";
Database to API labeled "rows"; API to Browser labeled "200 OK".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.lifecycle import hands_out_tokens, logins
from jwtlint.flow.model import Act, Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_CHECK = lazy(
    r"\b(?:validat|verif|check|authenticat|compar)\w*\b.{0,60}?\b(?:credentials?|password|hash|login|pin|otp"
    r"|user)\b"
    r"|\b(?:select|fetch|load|find|look ?up|get|query)\b.{0,60}?\b(?:user|account|credentials?|password)\b"
    r"|\bbcrypt\b|\bargon2"
)


@rule("FLW114", "reply-before-work", Severity.WARNING)
def reply_before_work(conversation: Conversation) -> Iterator[Finding]:
    login = next(logins(conversation), None)
    if login is None:
        return
    start = login.request.index
    messages = conversation.messages[start + 1 :]
    issued = next((message for message in messages if hands_out_tokens(message)), None)
    if issued is None or any(_is_check(message) for message in messages[: issued.index - start]):
        return
    for message in messages[issued.index - start :]:
        if message.from_front and message.act is Act.REQUEST:
            return
        if _is_check(message):
            yield from about(
                [issued],
                f"hands out the token before {message} checks the credentials",
                "move the arrow with the token behind the check",
            )
            return


def _is_check(message: Message) -> bool:
    return message.act in (Act.REQUEST, Act.INTERNAL) and _CHECK.search(message.label.lower) is not None
