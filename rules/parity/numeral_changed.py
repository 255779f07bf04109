"""A legend step or a box bears another number than in the original.

The circles in the picture point at the legend by number: a step that is renumbered explains another arrow.

```bad
Legend: 1. Client logs in. 2. API checks the JWT. 3. API returns 200 OK.
--- translated
Leyenda: 1. El cliente inicia sesión. 2. La API comprueba el JWT. [[4]]. La API devuelve 200 OK.
```

```good
Legend: 1. Client logs in. 2. API checks the JWT.
--- translated
Leyenda: 1. El cliente inicia sesión. 2. La API comprueba el JWT.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.pair import Pair
from jwtlint.rule import rule


@rule("PAR115", "numeral-changed", Severity.ERROR)
def numeral_changed(pair: Pair, diagram: Diagram) -> Iterator[Finding]:
    # Behind a part that only one side has, all numbers move with it; that is told once, of the part.
    if all(one.original and one.translation and not one.moved for one in diagram.steps):
        for step, twin, _ in diagram.steps:
            if step and twin and (step.number, step.suffix) != (twin.number, twin.suffix):
                yield Finding(
                    twin.marker,
                    f"legend step {step.number}{step.suffix} of the original is number {twin.number}{twin.suffix}",
                    "keep the numbers of the original",
                    related=(Related(step.marker, "the number in the original"),),
                )
    if all(one.original and one.translation for one in diagram.boxes):
        for box, counterpart, _ in diagram.boxes:
            if box is None or counterpart is None or None in (box.number, counterpart.number):
                continue
            if box.number != counterpart.number:
                yield Finding(
                    counterpart.name,
                    f"box {box.number} of the original is number {counterpart.number}",
                    "keep the numbers of the original",
                    related=(Related(box.name, "the box in the original"),),
                )
