"""What a component does is not drawn.

Prompts explain a component in its role, and do not always want the words in the picture: for information.

```bad
Boxes: Browser (role: [[sends orders]]), Cart Service. Arrows: Browser to Cart Service labeled "POST /cart".
--- drawn
Browser
Cart Service
POST /cart
```

```good
Boxes: Browser (role: sends orders), Cart Service. Arrows: Browser to Cart Service labeled "POST /cart".
--- drawn
Browser
sends orders
Cart Service
POST /cart
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.picture.comparison import Comparison
from jwtlint.picture.expected import Kind
from jwtlint.rule import rule

from ._missing import missing


@rule("PIC107", "role-missing", Severity.INFO)
def role_missing(comparison: Comparison) -> Iterator[Finding]:
    yield from missing(comparison, Kind.ROLE)
