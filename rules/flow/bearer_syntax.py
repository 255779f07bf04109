"""The Authorization header field is not written as scheme, space, credentials.

It reads "Authorization: Bearer <token>" (RFC 6750, section 2.1; RFC 9110, section 11.4): a colon behind the
field name, one space behind the scheme, no equals sign, no second colon. A value without any scheme is a
warning; "JWT" as a scheme, which some old frameworks use, is only noted.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me + [[Authorization=Bearer]] JWT";
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
- Client → Orders API: "GET /orders + [[Authorization: BearerToken]]"
- Orders API → Client: "200 OK"
- Client → Orders API: "GET /orders/7 + [[Authorization: <JWT>]]"
- Orders API → Client: "200 OK"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me + Authorization: bearer JWT";
API to Browser labeled "200 OK"; Browser to API labeled "GET /me + Authorization: DPoP x";
API to Browser labeled "200 OK"; Browser to API labeled "GET /me, Bearer JWT in the Authorization header";
API to Browser labeled "200 OK".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity, replace
from jwtlint.flow.statements import SAID, Saying, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_FIELD = lazy(
    r"(?<![\w-])Authorization(?:"
    r"(?P<equals>\s*=\s*Bearer\b:?)|(?P<colon>:\s*Bearer\s*[:=])|(?P<late>\s+Bearer\s*:)"
    r"|(?P<joined>:\s*Bearer(?:_|-)?(?:Token|JWT)\b)"
    r"|(?P<scheme>:\s*JWT\s+[<{\[(]?\w+)|(?P<bare>:\s*[<{\[]?(?:JWT"
    r"|(?:access[ _-]?)?token)[>}\]]?(?=\s*(?:\Z|[,;)+\"”'])))"
    r")",
    re.IGNORECASE,
)
_FIXABLE = ("equals", "colon", "late")


@rule("FLW145", "bearer-syntax", Severity.ERROR)
def bearer_syntax(statements: Statements) -> Iterator[Finding]:
    yield from merged(_finding(saying) for saying in statements.find(_FIELD, "authorization", roles=SAID))


def _finding(saying: Saying) -> Finding:
    shape = saying.match.lastgroup or ""
    remedy = "write Authorization: Bearer and the token, with one space between"
    if shape == "scheme":
        return Finding(saying.text, "JWT is no registered scheme", remedy, severity=Severity.INFO)
    if shape == "bare":
        return Finding(saying.text, f"“{saying.text}” names no scheme", remedy, severity=Severity.WARNING)
    fix = (
        replace(saying.text, "Authorization: Bearer", "Write the header field correctly")
        if shape in _FIXABLE
        else None
    )
    return Finding(saying.text, f"“{saying.text}” is not the syntax of the header field", remedy, fix=fix)
