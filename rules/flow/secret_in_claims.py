"""The claims of a token contain a secret.

The payload of a signed JWT is readable by anybody who holds it, the user's browser included (RFC 7519,
section 12: privacy considerations). Passwords, card numbers and keys do not belong there.

```bad
Boxes: Client, API. Arrows: Client to API labeled "POST /login"; API to Client labeled "200 OK + JWT".
Note: "[[JWT payload: sub, password]]".
```

```bad
Boxes: Client; Auth Server — "Issues tokens whose [[claims include card number]]".
Arrows: Client to Auth Server labeled "POST /login"; Auth Server to Client labeled "200 OK + JWT".
```

```good
Boxes: Client; API; Database — "Stores users and password hash".
Arrows: Client to API labeled "POST /login, payload: {username, password}";
API to Client labeled "200 OK + JWT". Note: "JWT claims: sub, exp, iat, roles".
Note: "No secrets in the JWT payload: no password, no card number".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.statements import SAID, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_SECRET = lazy(
    r"\b(?:(?:jwt|token)(?:['’]s)? (?:payload|claims?|body)|claims?)\s*(?:[:={(\[]|includes?\b|contains?\b"
    r"|carr(?:y|ies)\b|with\b|holds?\b|has\b|have\b)"
    r"[^.;\n]{0,80}?\b(?:passwords?(?! hash)|(?:credit )?card numbers?|ssn|social security numbers?"
    r"|private keys?|(?:client|signing) secrets?|cvv)\b",
    re.IGNORECASE,
)


@rule("FLW174", "secret-in-claims", Severity.ERROR)
def secret_in_claims(statements: Statements) -> Iterator[Finding]:
    yield from merged(
        Finding(
            saying.text,
            f"“{saying.text}”: everybody who holds the token can read its claims",
            "put an identifier into the claims and keep the secret on the server",
        )
        for saying in statements.find(_SECRET, "claim", "payload", "jwt body", "token body", roles=SAID)
        if " no " not in saying.text.value
    )
