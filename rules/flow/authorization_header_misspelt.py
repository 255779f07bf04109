"""The header field Authorization is misspelt.

The field that carries credentials is called Authorization (RFC 9110, section 11.6.2), in American spelling.
"Auth: Bearer" and "Authentication: Bearer" are warnings: a reader may take the abbreviation for the real
name.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me + [[Authorisation]]: Bearer JWT";
API to Browser labeled "200 OK".
```

```fixed
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me + Authorization: Bearer JWT";
API to Browser labeled "200 OK".
```

```bad
Boxes:
- Client
- Orders API

Arrows:
- Client → Orders API: "GET /orders ([[Auth]]: Bearer token)"
- Orders API → Client: "200 OK"
```

```fixed
Boxes:
- Client
- Orders API

Arrows:
- Client → Orders API: "GET /orders (Authorization: Bearer token)"
- Orders API → Client: "200 OK"
```

```good
Boxes: Browser; Proxy; API — "Asks the authorisation service".
Arrows: Browser to Proxy labeled "GET /me + Proxy-Authorization: Basic x";
Proxy to API labeled "GET /me + Authorization: Bearer JWT"; API to Proxy labeled "200 OK";
Proxy to Browser labeled "200 OK, Header: Bearer x".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity, replace
from jwtlint.flow.statements import SAID, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_MISSPELT = lazy(
    r"(?<![\w-])(?P<name>authori[sz]ations?|authori[sz]aton|authorzation|authoriztion|autori[sz]ation"
    r"|authori[sz]taion|auhtorization"
    r"|x-authorization|authentication|auth)(?=\s*:\s*(?:bearer|basic)\b)",
    re.IGNORECASE,
)
_OTHER_NAMES = ("auth", "authentication")


@rule("FLW144", "authorization-header-misspelt", Severity.ERROR, supersedes=("SPL101", "SPL103"))
def authorization_header_misspelt(statements: Statements) -> Iterator[Finding]:
    yield from merged(
        Finding(
            saying.text,
            f"the header field is called Authorization, not {saying.text}",
            "write Authorization",
            fix=replace(saying.text, "Authorization", "Write the name of the header field"),
            severity=Severity.WARNING if saying.text.value.lower() in _OTHER_NAMES else None,
        )
        for saying in statements.find(_MISSPELT, "bearer", "basic", roles=SAID)
        if saying.text.value.lower() != "authorization"
    )
