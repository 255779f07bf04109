"""A token is sent with the scheme Basic.

Basic carries a user name and a password in Base64 (RFC 7617, section 2). A JWT or access token goes with
Bearer.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me + Authorization: [[Basic JWT]]";
API to Browser labeled "200 OK".
```

```bad
Boxes:
- Client
- Orders API

Arrows:
- Client → Orders API: "GET /orders, [[Basic <access token]]>"
- Orders API → Client: "200 OK"
```

```good
Boxes: Client, Auth Server, API.
Arrows: Client to Auth Server labeled "POST /token + Authorization: Basic client_id:client_secret";
Auth Server to Client labeled "200 OK + access token";
Client to API labeled "Basic auth at login, then Bearer JWT"; API to Client labeled "200 OK".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.statements import SAID, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_BASIC_TOKEN = lazy(
    r"\bBasic\s*[\s<({\[]\s*(?:the |an? |your )?(?:jwt|(?:access|id|bearer|refresh)[ _-]token)\b",
    re.IGNORECASE,
)


@rule("FLW146", "basic-auth-jwt", Severity.ERROR)
def basic_auth_jwt(statements: Statements) -> Iterator[Finding]:
    yield from merged(
        Finding(
            saying.text,
            f"“{saying.text}”: Basic carries a user name and a password, no token",
            "write Authorization: Bearer",
        )
        for saying in statements.find(_BASIC_TOKEN, "basic", roles=SAID)
    )
