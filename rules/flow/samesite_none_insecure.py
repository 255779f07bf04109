"""A cookie is SameSite=None without Secure.

Browsers ignore such a cookie altogether (RFC 6265bis, section 5.7).

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "POST /login"; API to Browser labeled "Set-Cookie: sid;
HttpOnly; [[SameSite=None]]".
```

```fixed
Boxes: Browser, API. Arrows: Browser to API labeled "POST /login"; API to Browser labeled "Set-Cookie: sid;
HttpOnly; SameSite=None; Secure".
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "POST /login";
API to Browser labeled "Set-Cookie: sid (HttpOnly, Secure, SameSite=None)";
Browser to API labeled "POST /login"; API to Browser labeled "Set-Cookie: sid (SameSite=Lax)".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Safety, Severity, replace
from jwtlint.flow.statements import SAID, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_NONE = lazy(r"\bSameSite\s*[=:]\s*None\b", re.IGNORECASE)
_SECURED = lazy(r"\bsecure\b|__(?:secure|host)-", re.IGNORECASE)


@rule("FLW148", "samesite-none-insecure", Severity.ERROR)
def samesite_none_insecure(statements: Statements) -> Iterator[Finding]:
    yield from merged(
        Finding(
            saying.text,
            "browsers ignore a SameSite=None cookie that is not Secure",
            "add Secure, or use SameSite=Lax or Strict",
            fix=replace(saying.text, f"{saying.text}; Secure", "Add Secure", Safety.UNSAFE),
        )
        for saying in statements.find(_NONE, "samesite", roles=SAID)
        if not _SECURED.search(saying.around())
    )
