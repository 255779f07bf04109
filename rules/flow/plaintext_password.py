"""Passwords are stored readable, or decrypted.

A password is kept as a salted hash of a slow function (bcrypt, scrypt, Argon2id, PBKDF2), from which nobody
gets it back (NIST SP 800-63B-4, section 3.1.1.2). "Encrypted password" and "stores passwords" are loose
words for it and only noted.

```bad
Boxes: Browser; API; Database — "[[Stores plaintext passwords]] of all users".
Arrows: Browser to API labeled "POST /login"; API to Database labeled "SELECT user";
Database to API labeled "user record"; API to Browser labeled "200 OK".
```

```bad
Boxes:
- Browser
- Auth Server

Arrows:
- Browser → Auth Server: "POST /login + credentials"
- Auth Server internal step labeled "[[decrypt password]] and compare"
- Auth Server → Browser: "200 OK + JWT"
```

```good
Boxes: Browser; API; Database — "Stores users and password hashes, never plaintext passwords".
Arrows: Browser to API labeled "POST /login"; API to Database labeled "SELECT user, password hash";
Database to API labeled "user record"; API internal step labeled "bcrypt compare";
API to Browser labeled "200 OK".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.statements import SAID, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_READABLE = lazy(
    r"\b(?:stor|sav|keep|persist|hold)\w*\s(?:[\w-]+\s){0,4}?(?:plain[ -]?text|clear[ -]?text"
    r"|unhashed)\s(?:user\s)?passwords?"
    r"|\b(?:plain|clear)[ -]?text passwords? (?:are |is )?(?:stored|saved|kept|in the database)"
    r"|\bpasswords? (?:are |is )?(?:stored |saved |kept )(?:in |as )(?:plain|clear)[ -]?text"
    r"|\bdecrypts? (?:the |user |stored )*passwords?",
    re.IGNORECASE,
)
_LOOSE = lazy(
    r"\bencrypted passwords?\b|\bstor(?:es?|ing) (?:user |the |all )*passwords?\b(?!\s*(?:hash|digest))",
    re.IGNORECASE,
)
_HASHED = lazy(r"hash|bcrypt|scrypt|argon2|pbkdf2|digest", re.IGNORECASE)


@rule("FLW150", "plaintext-password", Severity.ERROR)
def plaintext_password(statements: Statements) -> Iterator[Finding]:
    yield from merged(
        Finding(
            saying.text,
            f"“{saying.text}”: nobody may be able to read stored passwords",
            "write password hash, and compare hashes",
        )
        for saying in statements.find(
            _READABLE, "plain", "cleartext", "clear text", "decrypt", "unhashed", roles=SAID
        )
    )
    yield from merged(
        Finding(
            saying.text,
            f"“{saying.text}”: passwords are hashed, neither stored nor encrypted",
            "write password hash",
            severity=Severity.INFO,
        )
        for saying in statements.find(_LOOSE, "encrypted pass", " passwords", roles=SAID)
        if not _HASHED.search(saying.around())
    )
