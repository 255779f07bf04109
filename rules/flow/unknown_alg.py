"""A signature algorithm has a name that does not exist.

The names are registered: HS256, RS256, PS256, ES256 and their 384 and 512 sisters (RFC 7518, section 3.1),
EdDSA (RFC 8037), ES256K (RFC 8812). SHA-256 and AES-256 sign nothing by themselves.

```bad
Boxes: Client; API — "Verifies tokens". Arrows: Client to API labeled "GET /me + Bearer JWT";
API to Client labeled "200 OK". Note: "Header: [[alg RSA256]]".
```

```fixed
Boxes: Client; API — "Verifies tokens". Arrows: Client to API labeled "GET /me + Bearer JWT";
API to Client labeled "200 OK". Note: "Header: alg RS256".
```

```bad
Boxes: Client; Auth Server — "Signs with [[RS-256]]".
Arrows: Client to Auth Server labeled "POST /login + credentials";
Auth Server to Client labeled "200 OK + JWT".
```

```fixed
Boxes: Client; Auth Server — "Signs with RS256".
Arrows: Client to Auth Server labeled "POST /login + credentials";
Auth Server to Client labeled "200 OK + JWT".
```

```good
Boxes: Client; Auth Server — "Signs with ES512, EdDSA or HMAC-SHA256".
Arrows: Client to Auth Server labeled "GET /authorize + code_challenge (S256, SHA-256 hash of the verifier)";
Auth Server to Client labeled "302 Found + code".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity, replace
from jwtlint.flow.statements import SAID, Saying, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_UNKNOWN = lazy(
    r"(?<![\w-])(?:alg(?:orithm)?\s*[:=]?\s*[\"']?)?(?P<name>RSA-?256|HMAC-?256|(?:ES|RS|HS|PS)265|HS128"
    r"|(?:RS|ES|HS|PS)-(?:256|384|512))\b(?!-)"
    r"|\balg(?:orithm)?\s*[:=]\s*[\"']?SHA-?256\b|\b(?:signed|signature|signs) (?:with|using) AES-?256\b"
    r"|\bAES-?256 signatures?\b",
)
_NEEDLES = tuple(
    "rsa256 rsa-256 hmac256 hmac-256 265 hs128 s-256 s-384 s-512 sha256 sha-256 aes256 aes-256".split()
)
_MEANT = {"RSA256": "RS256", "RSA-256": "RS256", "HMAC256": "HS256", "HMAC-256": "HS256", "HS128": ""}


@rule("FLW172", "unknown-alg", Severity.WARNING, supersedes=("SPL101", "SPL103"))
def unknown_alg(statements: Statements) -> Iterator[Finding]:
    yield from merged(_finding(saying) for saying in statements.find(_UNKNOWN, *_NEEDLES, roles=SAID))


def _finding(saying: Saying) -> Finding:
    name = saying.match["name"]
    message = f"“{saying.text}” names no signature algorithm"
    meant = _MEANT.get(name, name.replace("-", "").replace("265", "256")) if name else ""
    if not meant:
        return Finding(saying.text, message, "write HS256, RS256, PS256, ES256 or EdDSA")
    name_text = saying.text.cut(len(saying.text) - len(name), len(saying.text))
    return Finding(saying.text, message, f"write {meant}", fix=replace(name_text, meant, f"Write {meant}"))
