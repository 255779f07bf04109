"""Tokens are kept in the browser's local storage.

Every script of the page can read it, an injected one too, and none of the browser's stores can fully
prevent that a token is stolen then (OAuth 2.0 for Browser-Based Apps, "Token Storage"). Discouraged but not
forbidden, hence a note; calling it secure or best is a warning.

```bad
Boxes: Browser — "[[Stores JWT in localStorage]] and calls the API", API.
Arrows: Browser to API labeled "GET /me + Bearer JWT"; API to Browser labeled "200 OK".
```

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me + Bearer JWT"; API to Browser labeled "200 OK".
Note: "Secure [[localStorage for tokens]]".
```

```good
Boxes: Browser — "Keeps the JWT in memory, avoid localStorage", API.
Arrows: Browser to API labeled "GET /me + Bearer JWT"; API to Browser labeled "200 OK".
Note: "localStorage keeps the theme flag".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.statements import SAID, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_BETWEEN = r"(?:(?!\b(?:avoid|not|never|no|rather|instead)\b)[^.;\n]){0,40}?"
_KEPT = lazy(
    rf"\b(?:(?:stor|keep|sav|put|persist)\w*\s)?(?:the )?(?:access |refresh )?(?:jwts?"
    rf"|tokens?)\b{_BETWEEN}\blocal ?storage\b"
    rf"|\blocal ?storage\b{_BETWEEN}\b(?:jwts?|tokens?)\b",
    re.IGNORECASE,
)
_PRAISED = lazy(r"\b(?:secure(?:ly)?|best|recommended|safe(?:st|ly)?|preferred)\b", re.IGNORECASE)


@rule("FLW177", "token-in-localstorage", Severity.INFO, supersedes=("SEC125",))
def token_in_localstorage(statements: Statements) -> Iterator[Finding]:
    yield from merged(
        Finding(
            saying.text,
            f"“{saying.text}”: every script of the page can read it",
            "keep tokens in memory, or in a cookie that is HttpOnly",
            severity=Severity.WARNING if _PRAISED.search(saying.around()) else None,
        )
        for saying in statements.find(_KEPT, "localstorage", "local storage", roles=SAID)
    )
