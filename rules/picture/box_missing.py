"""A component of the prompt is not drawn.

Only boxes that an arrow of the prompt starts from or ends at are expected for certain; others are for information.

```bad
Boxes: Browser, [[Cart Service]]. Arrows: Browser to Cart Service labeled "POST /cart".
--- drawn
Browser
POST /cart
```

```good
Boxes: Browser, Cart Service. Arrows: Browser to Cart Service labeled "POST /cart".
--- drawn
Browser
Cart
Service
POST /cart
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.picture.comparison import Comparison
from jwtlint.picture.expected import Kind
from jwtlint.rule import rule

from ._missing import missing


@rule("PIC105", "box-missing", Severity.ERROR)
def box_missing(comparison: Comparison) -> Iterator[Finding]:
    yield from missing(comparison, Kind.BOX)
