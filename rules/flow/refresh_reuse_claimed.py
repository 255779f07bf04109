"""A refresh token is said to live forever.

Refresh tokens for public clients are rotated or bound to their sender, and they expire when unused (RFC
9700, section 4.14.2); "the same token forever" is the case that the rules exist for.

```bad
Boxes: Client, Auth Server. Arrows: Client to Auth Server labeled "POST /refresh + refresh token";
Auth Server to Client labeled "200 OK + new JWT". Note: "The [[same refresh token is used forever]]".
```

```bad
Boxes: Client; Auth Server — "Issues JWTs; its [[refresh token never expires]]".
Arrows: Client to Auth Server labeled "POST /refresh + refresh token";
Auth Server to Client labeled "200 OK + new JWT".
```

```good
Boxes: Client, Auth Server. Arrows: Client to Auth Server labeled "POST /refresh + refresh token (7 days)";
Auth Server to Client labeled "200 OK + new JWT". Note: "The refresh token is rotated at each use".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.statements import SAID, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_FOREVER = lazy(
    r"\bsame refresh token (?:is |can be |may be )?(?:re-?)?used (?:forever|indefinitely|again and again"
    r"|without limit)"
    r"|\brefresh tokens? (?:that )?(?:never expires?|(?:do|does) not expire|lasts? forever|(?:is"
    r"|are) permanent)"
    r"|\b(?:permanent|non-expiring|never-expiring|eternal) refresh tokens?",
    re.IGNORECASE,
)
_NEEDLES = (
    "forever",
    "expire",
    "permanent",
    "expiring",
    "eternal",
    "indefinitely",
    "again and again",
    "without limit",
)


@rule("FLW167", "refresh-reuse-claimed", Severity.INFO)
def refresh_reuse_claimed(statements: Statements) -> Iterator[Finding]:
    yield from merged(
        Finding(
            saying.text,
            f"“{saying.text}” is what rotation and expiry are there to prevent",
            "say that it is rotated, or how long it lives",
        )
        for saying in statements.find(_FOREVER, *_NEEDLES, roles=SAID)
    )
