"""The label of an arrow is not drawn.

A label of an optional or alternative arrow is for information.

```bad
Boxes: Browser, Cart Service. Arrows: Browser to Cart Service labeled "[[POST /cart]]".
--- drawn
Browser
Cart Service
```

```good
Boxes: Browser, Cart Service. Arrows: Browser to Cart Service labeled "POST /cart".
--- drawn
Browser
Cart Service
POST/cart
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.picture.comparison import Comparison
from jwtlint.picture.expected import Kind
from jwtlint.rule import rule

from ._missing import missing


@rule("PIC106", "arrow-label-missing", Severity.WARNING)
def arrow_label_missing(comparison: Comparison) -> Iterator[Finding]:
    yield from missing(comparison, Kind.LABEL)
