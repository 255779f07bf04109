"""A status code stands with the reason phrase of another code.

The pairs are those of the IANA registry of HTTP status codes and RFC 9110, section 15. Older names (422
Unprocessable Entity), looser ones (403 Access Denied) and free text (401 Invalid token) are fine.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "GET /admin";
API to Browser labeled "[[401 Forbidden]]".
```

```bad
Boxes:
- Client
- Order Service

Arrows:
- Client → Order Service: "POST /orders"
- Order Service → Client: "[[200 Created]] + Location"
- optional: Order Service → Client: "[[500 bad gateway]]"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /admin";
API to Browser labeled "200 found 3 users";
optional API to Browser labeled "401 Unauthorized / 403 Forbidden";
optional API to Browser labeled "401 Invalid token".
```

```good
Boxes:
- Browser
- Login Server

Arrows:
- Browser → Login Server: "POST /login"
- Login Server → Browser: "302 Redirect"
- optional: Login Server → Browser: "401/403"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Conversation
from jwtlint.flow.status import OTHER_CODES, PHRASES, Status
from jwtlint.flow.verdict import merged
from jwtlint.rule import rule

# Phrases of one word that are ordinary words too: they count only where nothing but a new part follows.
_ORDINARY = frozenset("ok continue processing created accepted found conflict gone locked".split())

# Success in SMTP (RFC 5321, section 4.2) and FTP (RFC 959, section 4.2); HTTP gives these numbers no meaning.
_OF_OTHER_PROTOCOLS = frozenset((220, 221, 227, 230, 235, 250, 251, 252, 257, 331, 334, 350, 354))
_CONTENT = frozenset("json xml html response body with and new jwt token tokens access".split())


@rule("FLW120", "status-phrase-mismatch", Severity.ERROR, supersedes=("FLW124",))
def status_phrase_mismatch(conversation: Conversation) -> Iterator[Finding]:
    if conversation.statements.mention(*OTHER_CODES):
        return
    yield from merged(
        Finding(
            message.text.cut(status.start, status.phrase_end),
            f"{message}: {status.code} is not “{status.phrase}”, that is {status.phrase_code}",
            f"write {status.phrase_code} {PHRASES[status.phrase_code]}{_or_own(status)}",
        )
        for message in conversation.about(Facet.STATUS)
        for status in message.label.statuses
        if status.phrase_code is not None
        and status.code not in _OF_OTHER_PROTOCOLS
        and status.phrase_code != status.code
        and _is_phrase(message.label.value, status)
    )


def _or_own(status: Status) -> str:
    return f" or {status.code} {PHRASES[status.code]}" if status.registered else ""


def _is_phrase(label: str, status: Status) -> bool:
    """Is it meant as a phrase: capitalised or at the end, and no part of a sentence?"""
    rest = label[status.phrase_end : status.phrase_end + 60].lstrip()
    if status.phrase[0].islower() and rest:
        return False
    following = rest.partition(" ")[0].casefold()
    return status.phrase.casefold() not in _ORDINARY or not following[:1].isalpha() or following in _CONTENT
