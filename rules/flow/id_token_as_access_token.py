"""An ID token is used to call an API.

An ID token tells the client who signed in, and its audience is the client (OpenID Connect Core, section 2);
an API wants an access token (RFC 9068, section 1). Platforms that document it otherwise (Firebase, Cognito,
IAP) are fine, and so is exchanging the token.

```bad
Boxes: SPA, API. Arrows: SPA to API labeled "GET /me + [[Authorization: Bearer ID token]]";
API to SPA labeled "200 OK".
```

```bad
Boxes: SPA, API. Arrows: SPA to API labeled "GET /me"; API to SPA labeled "200 OK".
Note: "[[Use the id_token to call the API]]".
```

```good
Boxes: SPA, Firebase Authentication, API.
Arrows: SPA to Firebase Authentication labeled "Sign in with password";
Firebase Authentication to SPA labeled "ID token"; SPA to API labeled "Authorization: Bearer ID token";
API to SPA labeled "200 OK".
```

```good
Boxes: SPA, Auth Server. Arrows: SPA to Auth Server labeled "exchange ID token for an access token";
Auth Server to SPA labeled "access token"; SPA internal step labeled "validate ID token".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.statements import SAID, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_USED = lazy(
    r"\b(?:Authorization:\s*)?Bearer\s*[<({\[]?\s*(?:id|identity)[ _-]?token\b"
    r"|\b(?:use|uses|using|send|sends) (?:the |its |an )?id[ _-]?token (?:to call|for calling|to"
    r"|with) (?:the |an |your )?(?:API|resource)",
    re.IGNORECASE,
)
_NAMES = (" id token", "<id token", "(id token", "id_token", "identity token", "id-token", "idtoken")


@rule("FLW176", "id-token-as-access-token", Severity.INFO)
def id_token_as_access_token(statements: Statements) -> Iterator[Finding]:
    if not statements.mention(*_NAMES) or statements.mention("firebase", "cognito", "iap", "exchange"):
        return
    yield from merged(
        Finding(
            saying.text,
            f"“{saying.text}”: an ID token is for the client, not for an API",
            "send the access token",
        )
        for saying in statements.find(_USED, *_NAMES, roles=SAID)
    )
