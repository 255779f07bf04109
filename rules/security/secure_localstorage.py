"""localStorage is praised as a safe place for tokens.

Every script of the origin can read it, so one injected script takes all tokens. None of the stores of a
browser fully prevents that, and localStorage is not the safest of them (OAuth 2.0 for Browser-Based
Applications, section on token storage).

```bad
Note box: "Tokens stay in [[secure localStorage]]".
```

```good
Note box: "Tokens stay in memory or in an HttpOnly cookie".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.lexicon.mention import Mention
from jwtlint.rule import Where, rule

from ._claims import judge


@rule("SEC125", "secure-localstorage", Severity.ERROR, mentions="claim", where=Where.BOTH)
def secure_localstorage(mention: Mention) -> Iterator[Finding]:
    if mention.term.data.get("id") == "token-in-localstorage":
        yield from judge(mention, f"{mention.text.value!r} is a false assurance")
