"""Two boxes of the original bear the same name in the translation.

```bad
Boxes: 1) Store — icon: shop. 2) Storage — icon: disk.
--- translated
Cajas: 1) Almacén — icono: tienda. 2) [[Almacén]] — icono: disco.
```

```good
Boxes: 1) Store — icon: shop. 2) Storage — icon: disk.
--- translated
Cajas: 1) Tienda — icono: tienda. 2) Almacén — icono: disco.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Pair
from jwtlint.parity.words import same_words
from jwtlint.passage import Role
from jwtlint.rule import rule


@rule("PAR133", "merged-boxes", Severity.WARNING)
def merged_boxes(pair: Pair) -> Iterator[Finding]:
    boxes: list[LabelPair] = []
    for label in pair.labels:
        if label.role is not Role.BOX:
            continue
        twin = next(
            (one for one in boxes if same_words(one.translation.value, label.translation.value)), None
        )
        boxes.append(label)
        if twin is not None and not same_words(twin.original.value, label.original.value):
            yield Finding(
                label.translation,
                f"{twin.original.value!r} and {label.original.value!r} are both {label.translation.value!r}",
                "give each its own name",
                related=(
                    Related(twin.translation, "the other box"),
                    Related(label.original, f"{label.name} in the original"),
                ),
            )
