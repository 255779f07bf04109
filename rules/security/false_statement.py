"""A sentence about tokens, cookies or protocols that is wrong ("Base64 encrypts", "OAuth authenticates the
user").

Each is a common misunderstanding that the picture would teach. The message says what is wrong with it and
what to say.

```bad
Legend: 1. [[Base64 encrypts]] the payload. 2. The API answers.
```

```good
Legend: 1. Base64url encodes the payload. 2. The API answers.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.lexicon.mention import Mention
from jwtlint.rule import Where, rule

from ._claims import judge

# These two have rules of their own, since flow rules may know better.
_OWN_RULES = ("jwt-encrypted", "token-in-localstorage")


@rule("SEC105", "false-security-statement", Severity.ERROR, mentions="claim", where=Where.BOTH)
def false_security_statement(mention: Mention) -> Iterator[Finding]:
    data = mention.term.data
    if data["group"] == "falsehood" and data.get("id") not in _OWN_RULES:
        yield from judge(mention, f"{mention.text.value!r} is not true")
