"""An arrow runs from and to other boxes than in the original.

"Cache to API Server" and "API Server to Cache" are two messages: a reversed arrow makes a reply of a request.

```bad
Browser → API: "GET /orders"
API → Store: "SELECT orders"
Store → API: "rows"
--- translated
Navegador → API: "GET /orders"
[[Almacén → API: "SELECT pedidos"]]
Almacén → API: "filas"
```

```good
Browser → API: "GET /orders"
API → Store: "SELECT orders"
--- translated
Navegador → API: "GET /orders"
API → Almacén: "SELECT pedidos"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.pair import Pair
from jwtlint.rule import rule


@rule("PAR114", "arrow-direction", Severity.ERROR)
def arrow_direction(pair: Pair, diagram: Diagram) -> Iterator[Finding]:
    for one, other, _ in diagram.arrows:
        if one is None or other is None or all(diagram.same_end(one, other)):
            continue
        if all(diagram.same_end(one, other, crossed=True)):
            what = "runs the other way than"
        elif diagram.ends_are_known(one, other):
            what = "runs between other boxes than"
        else:
            continue
        yield Finding(
            other.text,
            f"the arrow {other} {what} {one} in the original",
            "draw it as the original does",
            related=(Related(one.text, "the arrow of the original"),),
        )
