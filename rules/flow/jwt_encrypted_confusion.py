"""A JWT is said to be encrypted or decrypted.

The usual JWT is signed: its payload is only encoded, and anybody can read it (RFC 7519, section 3; RFC
7515). Encrypted tokens are JWE (RFC 7516) and should be called so. Encryption at rest and of the channel is
something else.

```bad
Boxes: Client, API. Arrows: Client to API labeled "GET /me + Bearer JWT";
API internal step labeled "[[decrypts JWT]] with secret"; API to Client labeled "200 OK".
```

```bad
Boxes: Client, API. Arrows: Client to API labeled "GET /me + Bearer JWT"; API to Client labeled "200 OK".
Note: "An [[encrypted JWT]] proves identity".
```

```good
Boxes: Client, API. Arrows: Client to API labeled "GET /me + Bearer JWT"; API to Client labeled "200 OK".
Note: "JWT is signed, not encrypted by default". Note: "HTTPS encrypts the channel".
Note: "JWE is an encrypted JWT".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.statements import SAID, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_ENCRYPTED = lazy(
    r"\b(?:en|de)crypt(?:s|ed|ing)?\s+(?:(?:the|an?|this|its|signed)\s+){0,2}(?:jwts?|access tokens?"
    r"|json web tokens?)\b"
    r"|\b(?:jwts?|access tokens?|json web tokens?) (?:is|are|gets?) (?:always |fully |securely )?encrypted\b"
    r"|\bdecrypts? (?:the )?token\b",
    re.IGNORECASE,
)
_OTHERWISE = lazy(
    r"\bjwe\b|nested|at rest|\btls\b|https|channel|transport|refresh token|base64", re.IGNORECASE
)


@rule("FLW173", "jwt-encrypted-confusion", Severity.WARNING, supersedes=("SEC116",))
def jwt_encrypted_confusion(statements: Statements) -> Iterator[Finding]:
    if not statements.mention("jwt", "json web token", "signed"):
        return
    yield from merged(
        Finding(
            saying.text,
            f"“{saying.text}”: a JWT is signed and verified, its payload can be read by anybody",
            "write signed and verified, or name JWE",
        )
        for saying in statements.find(_ENCRYPTED, "crypt", roles=SAID)
        if not _OTHERWISE.search(saying.around())
    )
