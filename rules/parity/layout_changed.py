"""The translation asks for another arrangement or reading direction than the original.

```bad
Read left-to-right. Browser → API: "GET /orders"
--- translated
Se lee de [[arriba a abajo]]. Navegador → API: "GET /orders"
```

```good
Read left-to-right. Browser → API: "GET /orders"
--- translated
Se lee de izquierda a derecha. Navegador → API: "GET /orders"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.pair import Pair
from jwtlint.rule import rule

from ._attributes import changed


@rule("PAR164", "layout-changed", Severity.WARNING)
def layout_changed(pair: Pair, diagram: Diagram) -> Iterator[Finding]:
    yield from changed(pair, diagram, "layout", "layout")
