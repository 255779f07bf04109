"""401 is used for missing rights, or 403 for a missing or bad token.

401 means: who are you? It answers requests without valid credentials. 403 means: I know you, and you may
not (RFC 9110, sections 15.5.2 and 15.5.4; RFC 6750, section 3.1: an expired token is 401, too little scope
is 403).

```bad
Boxes: Client, Report API. Arrows: Client to Report API labeled "GET /reports + Bearer JWT";
Report API to Client labeled "[[401 insufficient scope]]".
```

```bad
Boxes:
- Browser
- API

Arrows:
- Browser → API: "GET /me + Bearer JWT"
- API → Browser: "200 OK"
- optional: API → Browser: "[[403 token expired]]"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me + Bearer JWT"; API to Browser labeled "200 OK";
optional API to Browser labeled "401/403 invalid token or insufficient scope";
optional API to Browser labeled "403 CSRF token missing";
optional API to Browser labeled "403 account locked".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Conversation, Message
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_RIGHTS = lazy(
    r"\b(?:insufficient|scopes?|roles?|permissions?|privileges?|not allowed|not permitted)\b", re.IGNORECASE
)
_NO_IDENTITY = lazy(
    r"\b(?:expired|missing|invalid|no|bad|malformed|revoked)\s+(?:or \w+ )?(?:access |bearer )?(?:tokens?"
    r"|jwts?|credentials|login|bearer)\b"
    r"|\b(?:tokens?|jwts?|credentials|bearer|login)\s+(?:is |are |was )?(?:expired|missing|invalid|malformed"
    r"|revoked|required)\b",
    re.IGNORECASE,
)
_OTHER_TOKEN = lazy(r"csrf|xsrf|captcha", re.IGNORECASE)


@rule("FLW123", "auth-401-403-swap", Severity.WARNING)
def auth_401_403_swap(conversation: Conversation) -> Iterator[Finding]:
    yield from merged(finding for message in conversation.about(Facet.STATUS) for finding in _swap(message))


def _swap(message: Message) -> Iterator[Finding]:
    codes = [status.code for status in message.label.statuses]
    if len(codes) != 1 or codes[0] not in (401, 403):
        return
    label = message.label.value
    start = message.label.statuses[0].end
    if codes[0] == 401 and (match := _RIGHTS.search(label, start)):
        yield Finding(
            message.text.cut(message.label.statuses[0].start, _end(label, match)),
            f"{message}: 401 asks who the caller is; missing rights are 403",
            "write 403 Forbidden for insufficient scope, role or permission",
        )
    if codes[0] == 403 and (match := _NO_IDENTITY.search(label, start)) and not _OTHER_TOKEN.search(label):
        yield Finding(
            message.text.cut(message.label.statuses[0].start, _end(label, match)),
            f"{message}: 403 refuses a known caller; a missing or bad token is 401",
            "write 401 Unauthorized for a missing, expired or invalid token",
        )


def _end(label: str, match: re.Match[str]) -> int:
    """To the end of the words where nothing else follows, so that the whole phrase is flagged."""
    rest = label[match.end() :]
    return len(label) if rest.replace(" ", "").isalpha() else match.end()
