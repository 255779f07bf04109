"""The keys are used the wrong way round.

The private key signs and the public key verifies (RFC 7518, section 3.3); a private key that verifiers need
is private no more. Decrypting with the private key is right.

```bad
Boxes: Client, API. Arrows: Client to API labeled "GET /me + Bearer JWT";
API internal step labeled "[[verify signature with private key]]"; API to Client labeled "200 OK".
```

```bad
Boxes: Client; Auth Server — "Authenticates users, [[signs JWT with public key]]".
Arrows: Client to Auth Server labeled "POST /login + credentials";
Auth Server to Client labeled "200 OK + JWT".
```

```good
Boxes: Client, Auth Server. Arrows: Client to Auth Server labeled "POST /login + credentials";
Auth Server internal step labeled "sign with private key, verify with public key";
Auth Server internal step labeled "JWE: decrypt with private key";
Auth Server to Client labeled "200 OK + JWT".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.statements import SAID, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_WRONG_KEY = lazy(
    r"\b(?:verif(?:y|ies|ied|ying)|validat(?:e|es|ed|ing))\b(?:(?!sign(?:s|ed|ing)?\b|\bwith\b"
    r"|\busing\b)[^.;,\n]){0,40}"
    r"\b(?:with|using) (?:the |its |an? |their )?(?:\w+ )?private key\b"
    r"|\bsign(?:s|ed|ing)?\b(?:(?!verif|validat|\bwith\b|\busing\b)[^.;,\n]){0,40}\b(?:with|using) (?:the "
    r"|its |an? |their )?(?:\w+ )?public key\b",
    re.IGNORECASE,
)


@rule("FLW169", "verify-with-private-key", Severity.ERROR)
def verify_with_private_key(statements: Statements) -> Iterator[Finding]:
    yield from merged(
        Finding(
            saying.text,
            f"“{saying.text}”: the private key signs, the public key verifies",
            "swap the keys",
        )
        for saying in statements.find(_WRONG_KEY, "private key", "public key", roles=SAID)
    )
