"""Logging out is said to revoke a JWT at once, and nothing in the flow could do so.

A self-contained token stays valid until it expires unless the verifier asks somebody (RFC 7009, section 3,
on the two kinds of tokens). Show the denylist, the introspection or the short lifetime that does it.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "POST /logout"; API to Browser labeled "204 No Content".
Note: "[[Logout instantly invalidates the JWT]]".
```

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "POST /logout"; API to Browser labeled "204 No Content".
Note: "[[Deleting the cookie revokes the token everywhere]]".
```

```good
Boxes: Browser, API, Cache. Arrows: Browser to API labeled "POST /logout";
API to Cache labeled "Add jti to denylist"; API to Browser labeled "204 No Content".
Note: "Logout invalidates the JWT immediately".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.statements import SAID, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_ENDS = r"(?:invalidates?|revokes?|kills?|destroys?|cancels?)"
_AT_ONCE = r"(?:immediately|instantly|at once|everywhere|right away)"
_CLAIM = lazy(
    rf"\b(?:log(?:ging)? ?out|sign(?:ing)? ?out|deleting the cookie)\b[^.;\n]{{0,30}}?"
    rf"(?:\b{_AT_ONCE} {_ENDS} [^.;\n]{{0,20}}?\b(?:jwts?|tokens?)\b"
    rf"|\b{_ENDS} [^.;\n]{{0,20}}?\b(?:jwts?|tokens?)\b[^.;\n]{{0,12}}?\b{_AT_ONCE}\b)",
    re.IGNORECASE,
)
_LEAVING = ("logout", "log out", "logging out", "sign out", "signing out", "signout", "deleting the cookie")
# What can end a token early, or soon.
_STATE = tuple(
    "denylist/deny list/blocklist/block list/blacklist/introspect/version/session/short-lived/short expiry"
    "/short lifetime/revocation/jti/lookup".split("/")
)


@rule("FLW179", "instant-revocation-claim", Severity.WARNING)
def instant_revocation_claim(statements: Statements) -> Iterator[Finding]:
    if not statements.mention(*_LEAVING):
        return
    if statements.mention(*_STATE):
        return
    yield from merged(
        Finding(
            saying.text,
            f"“{saying.text}”: nothing in the flow could do that, a JWT is valid until it expires",
            "show a denylist or introspection, or say that a short lifetime limits the exposure",
        )
        for saying in statements.find(_CLAIM, *_LEAVING, roles=SAID)
    )
