"""A list of claims uses words instead of the registered claim names.

The names are iss, sub, aud, exp, nbf, iat and jti (RFC 7519, section 4.1); a list of claims is copied into
code as it stands. In prose ("verify signature, claims, expiry") the words are fine.

```bad
Boxes: Client, API. Arrows: Client to API labeled "POST /login"; API to Client labeled "200 OK + JWT".
Note: "JWT claims: [[subject]], [[expiry]], roles".
```

```fixed
Boxes: Client, API. Arrows: Client to API labeled "POST /login"; API to Client labeled "200 OK + JWT".
Note: "JWT claims: sub, exp, roles".
```

```good
Boxes: Client, API. Arrows: Client to API labeled "GET /me + Bearer JWT";
API internal step labeled "verify signature, claims, expiry"; API to Client labeled "200 OK".
Note: "JWT claims: sub, exp (expiry), iat, roles".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity, replace
from jwtlint.flow.statements import SAID, Saying, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_LIST = lazy(r"\bclaims?\s*(?:[:={]|\(e\.g\.)\s*\{?(?P<items>[^.;\n})\]]{3,160})", re.IGNORECASE)
_ITEM = lazy(r"(?:\A|,\s*|\band\s+)[\"'`“]?(?P<name>[A-Za-z_]+(?: [a-z]+)?)[\"'`”]?(?=\s*(?:,|\Z|\band\b|:))")
_NAMES = {
    "expires": "exp",
    "expiry": "exp",
    "expiration": "exp",
    "expires_at": "exp",
    "expiration time": "exp",
    "issuer": "iss",
    "audience": "aud",
    "subject": "sub",
    "issued_at": "iat",
    "issued at": "iat",
    "not_before": "nbf",
    "not before": "nbf",
    "jwt_id": "jti",
    "jwt id": "jti",
}


@rule("FLW175", "claim-misnamed", Severity.WARNING)
def claim_misnamed(statements: Statements) -> Iterator[Finding]:
    yield from merged(
        finding for saying in statements.find(_LIST, "claim", roles=SAID) for finding in _misnamed(saying)
    )


def _misnamed(saying: Saying) -> Iterator[Finding]:
    offset = saying.match.start("items") - saying.match.start()
    for item in _ITEM.finditer(saying.match["items"]):
        name = item["name"]
        meant = _NAMES.get(name.lower())
        if meant is not None:
            text = saying.text.cut(offset + item.start("name"), offset + item.end("name"))
            yield Finding(
                text,
                f"the claim is called {meant}, not {name}",
                f"write {meant}",
                fix=replace(text, meant, f"Write {meant}"),
            )
