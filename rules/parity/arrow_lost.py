"""An arrow of the original is missing in the translation, or the translation has one more.

A re-render swaps the language and nothing else. Arrows are recognised by their ends, their order and the protocol words
of their labels, so that one lost arrow is one finding. One that only stands elsewhere in the order is reported, too.

```bad
Browser → API: "GET /orders"
[[API → Store: "SELECT orders"]]
API → Browser: "200 OK"
--- translated
Navegador → API: "GET /orders"
API → Navegador: "200 OK"
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

from ._parts import unpaired


@rule("PAR111", "arrow-lost", Severity.ERROR)
def arrow_lost(pair: Pair, diagram: Diagram) -> Iterator[Finding]:
    # An arrow of a box that is missing is missing with it.
    arrows = [
        one
        for one in diagram.arrows
        if all(arrow is None or not diagram.hangs_on_lost_box(arrow) for arrow in one[:2])
    ]
    yield from unpaired(arrows, lambda arrow: arrow.text, lambda arrow: f"the arrow {arrow}")
    for aligned in diagram.arrows:
        if aligned.moved and aligned.translation is not None and aligned.original is not None:
            yield Finding(
                aligned.translation.text,
                f"the arrow {aligned.original} of the original stands elsewhere in the order",
                "put it where the original has it",
                related=(Related(aligned.original.text, "its place in the original"),),
                severity=Severity.WARNING,
            )
