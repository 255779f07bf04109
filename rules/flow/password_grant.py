"""The flow uses the password grant of OAuth.

The resource owner password credentials grant must not be used (RFC 9700, section 2.4): it teaches users to
give their password to applications. A first-party login with its own JSON is something else, and fine.

```bad
Boxes: Mobile App, Authorization Server.
Arrows: Mobile App to Authorization Server labeled "POST /token + [[grant_type=password]]";
Authorization Server to Mobile App labeled "200 OK + access token".
```

```bad
Boxes: Client, Auth Server. Arrows: Client to Auth Server labeled "POST /token";
Auth Server to Client labeled "200 OK + JWT". Note: "[[ROPC]] flow returns a JWT".
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "POST /login + credentials";
API to Browser labeled "200 OK + JWT". Note: "ROPC is deprecated".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.statements import SAID, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_GRANT = lazy(
    r"\bgrant_type\s*=\s*[\"']?password\b|\bresource owner password(?: credentials?)?|\bROPC\b"
    r"|\bpassword grant\b",
    re.IGNORECASE,
)


@rule("FLW152", "password-grant", Severity.WARNING)
def password_grant(statements: Statements) -> Iterator[Finding]:
    yield from merged(
        Finding(
            saying.text,
            f"“{saying.text}”: the password grant must not be used any more",
            "show the authorization code flow with PKCE",
        )
        for saying in statements.find(
            _GRANT, "grant_type", "ropc", "resource owner", "password grant", roles=SAID
        )
    )
