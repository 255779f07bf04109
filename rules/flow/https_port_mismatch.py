"""HTTPS stands with port 80, or HTTP with port 443.

443 is the default port of https and 80 that of http (RFC 9110, sections 4.2.1 and 4.2.2). Other ports are a
choice.

```bad
Boxes: Browser; Edge — "Entry over [[HTTPS :80]]"; API. Arrows: Browser to Edge labeled "GET /news";
Edge to API labeled "forward"; API to Edge labeled "200 OK"; Edge to Browser labeled "200 OK".
```

```bad
Boxes:
- Browser
- API

Arrows:
- Browser → API: "[[http on port 443]]"
- API → Browser: "200 OK"
```

```good
Boxes: Browser; Edge — "HTTPS :8443"; API. Arrows: Browser to Edge labeled "HTTPS :443";
Edge to Browser labeled "port 80 redirects to 443"; Edge to API labeled "HTTP :80".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.statements import SHOWN, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_PORT = r"(?:\s*[:(]\s*|\s+(?:(?:on|over|at|via)\s+)?(?:tcp\s+)?)(?:port\s*:?\s*|:)?"
_MISMATCH = lazy(
    rf"\b(?:https|tls|ssl){_PORT}80\b(?![.:/]\d)|\bhttp{_PORT}443\b|\bhttps://[^\s/:]{{1,253}}:80\b"
    rf"|\bhttp://[^\s/:]{{1,253}}:443\b",
    re.IGNORECASE,
)


@rule("FLW143", "https-port-mismatch", Severity.WARNING)
def https_port_mismatch(statements: Statements) -> Iterator[Finding]:
    yield from merged(
        Finding(
            saying.text,
            f"“{saying.text}” mixes the ports: HTTPS is 443, HTTP is 80",
            "write HTTPS with 443 or HTTP with 80",
        )
        for saying in statements.find(_MISMATCH, "80", "443", roles=SHOWN)
    )
