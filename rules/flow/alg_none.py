"""Unsigned tokens are accepted.

The algorithm "none" leaves a token without any protection; a library must not accept it unless it is asked
for explicitly (RFC 8725, section 3.2), and access tokens must never use it (RFC 9068, section 2.1).

```bad
Boxes: Client; API — "Serves data, [[alg: none]] is accepted".
Arrows: Client to API labeled "GET /me + Bearer JWT"; API to Client labeled "200 OK".
```

```bad
Boxes: Client, API. Arrows: Client to API labeled "GET /me + Bearer JWT"; API to Client labeled "200 OK".
Note: "An [[unsigned JWT]] is trusted inside the network".
```

```good
Boxes: Client, API. Arrows: Client to API labeled "GET /me + Bearer JWT";
API internal step labeled "reject alg none"; API to Client labeled "200 OK".
Note: "None of the boxes shows a brand".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.model import Conversation
from jwtlint.flow.statements import SAID
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_UNSIGNED = lazy(
    r"\balg(?:orithm)?[\"']?\s*[:=]?\s*[\"'“‘]?none\b(?! of)|\bunsigned (?:jwt|(?:access )?token)s?\b",
    re.IGNORECASE,
)
_REFUSED = lazy(
    r"reject|refus|block|forbid|disallow|deny|denied|never|not\b|invalid|40[013]|attack", re.IGNORECASE
)


@rule("FLW171", "alg-none", Severity.ERROR)
def alg_none(conversation: Conversation) -> Iterator[Finding]:
    if any(party.kind is Kind.HUMAN and "attack" in party.name.lower() for party in conversation.parties):
        return
    yield from merged(
        Finding(
            saying.text,
            f"“{saying.text}”: anybody can make such a token",
            "sign with RS256, ES256 or EdDSA, and reject none",
        )
        for saying in conversation.statements.find(_UNSIGNED, "none", "unsigned", roles=SAID)
        if not _REFUSED.search(saying.around())
    )
