"""A step of the legend is missing in the translation, or the translation has one more.

```bad
Legend: 1. Client asks for 3 offers. [[2. API checks the JWT]]. 3. API returns 200 OK.
--- translated
Leyenda: 1. El cliente pide 3 ofertas. 2. La API devuelve 200 OK.
```

```good
Legend: 1. Client asks for 3 offers. 2. API checks the JWT. 3. API returns 200 OK.
--- translated
Leyenda: 1. El cliente pide 3 ofertas. 2. La API comprueba el JWT. 3. La API devuelve 200 OK.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.pair import Pair
from jwtlint.rule import rule

from ._parts import unpaired


@rule("PAR112", "step-lost", Severity.ERROR)
def step_lost(pair: Pair, diagram: Diagram) -> Iterator[Finding]:
    yield from unpaired(
        diagram.steps,
        lambda step: step.marker.until(step.text),
        lambda step: f"the legend step {step.number}{step.suffix}",
    )
    for one, other, moved in diagram.steps:
        if moved and one is not None and other is not None:
            yield Finding(
                other.marker.until(other.text),
                f"legend step {one.number}{one.suffix} of the original stands elsewhere in the order",
                "put it where the original has it",
                related=(Related(one.text, "its place in the original"),),
                severity=Severity.WARNING,
            )
