"""The flow uses the implicit grant of OAuth.

It hands the access token out in the redirect, where it leaks; clients should not use it (RFC 9700, section
2.1.2). The code flow with PKCE works for single-page apps as well.

```bad
Boxes: SPA, Authorization Server.
Arrows: SPA to Authorization Server labeled "GET /authorize?[[response_type=token]]";
Authorization Server to SPA labeled "302 Found".
```

```bad
Boxes: SPA, Authorization Server. Arrows: SPA to Authorization Server labeled "GET /authorize";
Authorization Server to SPA labeled "302 Found". Note: "Use the [[implicit flow]] for SPAs".
```

```good
Boxes: SPA, Authorization Server.
Arrows: SPA to Authorization Server labeled "GET /authorize?response_type=code";
Authorization Server to SPA labeled "302 Found + code". Note: "The implicit flow is deprecated".
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
    r"\bresponse_type\s*=\s*[\"']?(?:id_token(?:\s|%20|\+))?token\b|\bimplicit (?:flow|grant)\b",
    re.IGNORECASE,
)


@rule("FLW153", "implicit-grant", Severity.WARNING)
def implicit_grant(statements: Statements) -> Iterator[Finding]:
    yield from merged(
        Finding(
            saying.text,
            f"“{saying.text}”: the implicit grant leaks tokens through the redirect",
            "show the authorization code flow with PKCE (response_type=code)",
        )
        for saying in statements.find(_GRANT, "response_type", "implicit", roles=SAID)
    )
