"""The translation is meant for other readers than the original.

```bad
For a beginner audience. Browser → API: "GET /orders"
--- translated
Para [[arquitectos]]. Navegador → API: "GET /orders"
```

```good
For a beginner audience. Browser → API: "GET /orders"
--- translated
Para principiantes. Navegador → API: "GET /orders"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.pair import Pair
from jwtlint.rule import rule

from ._attributes import changed


@rule("PAR163", "audience-changed", Severity.WARNING)
def audience_changed(pair: Pair, diagram: Diagram) -> Iterator[Finding]:
    yield from changed(pair, diagram, "audience", "audience")
