"""A label that can be read on the picture of the original has no counterpart on that of the translation.

Neither its translation was read there, nor the label itself. What both pictures lack is a matter of each picture alone.

```bad
Poster titled "Order Flow". Note box: "Tokens live for 15 minutes".
--- translated
Póster titulado "Flujo de pedidos". Nota: "Los tokens duran 15 minutos".
--- drawn original
Order Flow

[[Tokens live for 15 minutes]]
--- drawn
Flujo de pedidos
```

```good
Poster titled "Order Flow". Note box: "Tokens live for 15 minutes".
--- translated
Póster titulado "Flujo de pedidos". Nota: "Los tokens duran 15 minutos".
--- drawn original
Order Flow

Tokens live for 15 minutes
--- drawn
Flujo de pedidos

Los tokens duran 15 minutos
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.drawn import DrawnPair
from jwtlint.rule import rule


@rule("PAR180", "drawn-label-lost", Severity.WARNING)
def drawn_label_lost(pair: DrawnPair) -> Iterator[Finding]:
    read = [one for one in pair.labels if one.translation is not None]
    if not read:
        # Nothing at all was read: it is another picture, or none that can be read.
        return
    for one in pair.labels:
        if one.original is not None and one.translation is None:
            yield Finding(
                one.original,
                f"{one.label.name} is on the picture of the original, its translation is not on that of the translation",
                "draw the picture of the translation anew",
                confidence=pair.absence_confidence,
                related=(Related(one.label.translation, "the translation of the label"),),
            )
