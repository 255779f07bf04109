"""The title of the picture is not drawn.

Where a prompt names two titles (its own, and a header in the layout), one of them is enough.

```bad
Draw a diagram titled "[[Cache Invalidation]]" with boxes labeled "Origin" and "Edge".
--- drawn
Origin
Edge
```

```good
Draw a diagram titled "Cache Invalidation" with boxes labeled "Origin" and "Edge".
--- drawn
Cache
Invalidation
Origin
Edge
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.picture.comparison import Comparison
from jwtlint.picture.expected import Kind
from jwtlint.picture.match import Status
from jwtlint.rule import rule

from ._missing import absent


@rule("PIC104", "drawn-title-missing", Severity.ERROR)
def drawn_title_missing(comparison: Comparison) -> Iterator[Finding]:
    titles = list(comparison.of(Kind.TITLE))
    if titles and all(one.status is Status.MISSING for one in titles):
        yield absent(comparison, titles[0].expected)
