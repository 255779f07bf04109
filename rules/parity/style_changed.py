"""The translation asks for another style of drawing than the original.

A re-render uses all the original attributes again. A value that only one side names may be called something else in the
other language, and is reported for information.

```bad
Flat vector style. Browser → API: "GET /orders"
--- translated
Estilo [[isométrico]]. Navegador → API: "GET /orders"
```

```good
Flat vector style. Browser → API: "GET /orders"
--- translated
Estilo vectorial plano. Navegador → API: "GET /orders"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.pair import Pair
from jwtlint.rule import rule

from ._attributes import changed


@rule("PAR160", "style-changed", Severity.WARNING)
def style_changed(pair: Pair, diagram: Diagram) -> Iterator[Finding]:
    yield from changed(pair, diagram, "style", "style")
