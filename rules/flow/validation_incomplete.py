"""A list of token checks lacks the signature or the expiry.

Without the signature nothing is proved, without exp a stolen token works forever (RFC 8725, section 3; RFC
9068, section 4; iss and aud belong to it as well). "Validates JWT" is no list and fine.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me + Authorization: Bearer JWT";
API internal step labeled "[[verify JWT signature]]"; API to Browser labeled "200 OK".
```

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me + Authorization: Bearer JWT";
API internal step labeled "[[check exp and iss]]"; API to Browser labeled "200 OK".
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me + Authorization: Bearer JWT";
API internal step labeled "verify signature, exp, iss, aud"; API to Browser labeled "200 OK".
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me + Authorization: Bearer JWT";
API internal step labeled "validates JWT"; API to Browser labeled "200 OK".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.lifecycle import protected_calls
from jwtlint.flow.model import Act, Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_SIGNATURE = lazy(r"\bsignatures?\b|\bsigned\b|\bhmac\b|\bdecode")
_EXPIRY = lazy(r"\bexp\b|\bexpir\w+|\blifetime\b|\bclaims\b|\bvalidity\b|\bskew\b")
_OTHER_SIGNATURE = lazy(
    r"webhook|body|payload|hmac|code|image|package|commit|\bid token\b|refresh|\brt\b|\bpkce\b|cookie|csrf"
)


@rule("FLW195", "validation-incomplete", Severity.INFO)
def validation_incomplete(conversation: Conversation) -> Iterator[Finding]:
    lists = [message for message in conversation.about(Facet.CHECK) if _is_list(message)]
    if not lists or next(protected_calls(conversation), None) is None:
        return
    shown = conversation.statements.shown
    if not _EXPIRY.search(shown):
        yield from about(
            lists[:1], "checks the signature only, no expiry", "add exp, and iss and aud where there is room"
        )
    elif not _SIGNATURE.search(shown):
        yield from about(lists[:1], "checks claims, but no signature", "add the signature")


def _is_list(message: Message) -> bool:
    lower = message.label.lower
    if message.act not in (Act.INTERNAL, Act.REQUEST) or _OTHER_SIGNATURE.search(lower):
        return False
    return bool(_SIGNATURE.search(lower) or _EXPIRY.search(lower))
