"""A JWT is said to be encrypted.

The usual JWT is a JWS: signed, and readable by anyone who holds it (RFC 7519, section 3; RFC 7515). Only a
JWE is encrypted (RFC 7516). Who believes otherwise puts secrets into the claims.

```bad
Note box: "[[JWT is encrypted]], so nobody can read it".
```

```good
Note box: "JWT is signed, not encrypted by default".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.lexicon.mention import Mention
from jwtlint.rule import Where, rule

from ._claims import judge


@rule("SEC116", "jwt-called-encrypted", Severity.ERROR, mentions="claim", where=Where.BOTH)
def jwt_called_encrypted(mention: Mention) -> Iterator[Finding]:
    if mention.term.data.get("id") == "jwt-encrypted":
        yield from judge(mention, f"{mention.text.value!r} is not true of the usual JWT")
