"""A claim of absolute security ("unhackable", "100% secure").

No design removes all risk, and a picture that says so misleads whoever builds by it. An error in words that
the picture shows, a warning in other prose; a hedge makes it one level lower, a denial or prohibition
silences it.

```bad
Show a note box: "[[Unhackable]] login with short-lived tokens".
```

```good
Show a note box: "Short-lived tokens reduce common attack paths". Do not claim to be 100% secure.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.lexicon.mention import Mention
from jwtlint.rule import Where, rule

from ._claims import judge


@rule("SEC101", "absolute-security", Severity.ERROR, mentions="claim", where=Where.BOTH)
def absolute_security(mention: Mention) -> Iterator[Finding]:
    if mention.term.data["group"] == "absolute":
        yield from judge(mention, f"{mention.text.value!r} promises absolute security")
