"""A symmetric algorithm stands with a public key, or an asymmetric one with a shared secret.

HS256, HS384 and HS512 use one shared secret; RS, PS and ES use a key pair (RFC 7518, sections 3.2 to 3.5).
Mixing them up is the algorithm confusion attack (RFC 8725, section 2.1). "HS256 or RS256" is a choice, no
mixture.

```bad
Boxes: Client, API. Arrows: Client to API labeled "GET /me + Bearer JWT"; API to Client labeled "200 OK".
Note: "[[HS256 signed, verified with public key]] from JWKS".
```

```bad
Boxes: Client; Auth Server — "Issues [[RS256 tokens with a shared secret]]".
Arrows: Client to Auth Server labeled "POST /login + credentials";
Auth Server to Client labeled "200 OK + JWT".
```

```good
Boxes: Client; API; Cache — "Stores public keys". Arrows: Client to API labeled "GET /me + Bearer JWT";
API to Client labeled "200 OK". Note: "Signature example: HS256 or RS256".
Note: "HS256 needs a shared secret, whereas RS256 needs a public key".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.statements import SAID, Saying, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_PUBLIC = r"(?:public keys?|jwks|key pair)"
_SHARED = r"(?:shared secret|symmetric (?:key|secret))"
_MIXED = lazy(
    rf"\bHS(?:256|384|512)\b[^.;|\n]{{1,60}}?\b{_PUBLIC}\b|\b{_PUBLIC}\b[^.;|\n]{{1,60}}?\bHS(?:256|384"
    rf"|512)\b"
    rf"|\b(?:RS|PS|ES)(?:256|384|512)\b[^.;|\n]{{1,60}}?\b{_SHARED}\b|\b{_SHARED}\b[^.;|\n]{{1,60}}?\b(?:RS"
    rf"|PS|ES)(?:256|384|512)\b",
    re.IGNORECASE,
)
_CONTRAST = lazy(
    r"\b(?:or|vs\.?|versus|instead|whereas|while|but|unlike|than|confus\w*|attack\w*|both|either)\b|[/|&]",
    re.IGNORECASE,
)
_CLAUSE_END = lazy(r"[.;\n]")
_ALGORITHM = lazy(r"\b(?:HS|RS|PS|ES)(?:256|384|512)\b", re.IGNORECASE)


@rule("FLW170", "hs-with-public-key", Severity.ERROR)
def hs_with_public_key(statements: Statements) -> Iterator[Finding]:
    yield from merged(
        Finding(
            saying.text,
            f"“{saying.text}”: HS algorithms use a shared secret, RS, PS and ES a key pair",
            "name the algorithm that fits the key, or the key that fits the algorithm",
        )
        for saying in statements.find(
            _MIXED, "hs256", "hs384", "hs512", "shared secret", "symmetric", roles=SAID
        )
        if not _is_contrast(saying)
    )


def _is_contrast(saying: Saying) -> bool:
    """Are several algorithms set against each other around the words?"""
    clauses = _CLAUSE_END.split(saying.around(60))
    near = next((part for part in clauses if saying.text.value in part), saying.text.value)
    return bool(_CONTRAST.search(saying.text.value)) or len(set(_ALGORITHM.findall(near))) > 1
