"""A note of the prompt is not drawn.

Notes are often meant for the reader of the prompt, too: for information.

```bad
Boxes: Browser, Cart Service. Arrows: Browser to Cart Service labeled "POST /cart".
Note: "[[Prices are illustrative]]".
--- drawn
Browser
Cart Service
POST /cart
```

```good
Boxes: Browser, Cart Service. Arrows: Browser to Cart Service labeled "POST /cart".
Note: "Prices are illustrative".
--- drawn
Browser
Cart Service
POST /cart
Prices are illustrative
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.picture.comparison import Comparison
from jwtlint.picture.expected import Kind
from jwtlint.rule import rule

from ._missing import missing


@rule("PIC108", "note-missing", Severity.INFO)
def note_missing(comparison: Comparison) -> Iterator[Finding]:
    yield from missing(comparison, Kind.NOTE)
