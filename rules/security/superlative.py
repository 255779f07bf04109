"""A marketing superlative stands for a security control ("world-class security", "airtight").

Nobody can verify it, and it says nothing about the design. Name the concrete control, or delete it.

```bad
Show a caption: "[[World-class security]] for every tenant".
```

```good
Show a caption: "Row-level policies for every tenant".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.lexicon.mention import Mention
from jwtlint.rule import Where, rule

from ._claims import judge


@rule("SEC106", "superlative", Severity.WARNING, mentions="claim", where=Where.BOTH)
def superlative(mention: Mention) -> Iterator[Finding]:
    if mention.term.data["group"] == "superlative":
        yield from judge(mention, f"{mention.text.value!r} is a superlative", drawn=Severity.WARNING)
