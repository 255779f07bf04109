"""A box of the original is missing in the translation, or the translation has one more.

```bad
Boxes: 1) Browser — icon: window. 2) [[Cache — icon: chip]]. 3) Database — icon: cylinder.
--- translated
Cajas: 1) Navegador — icono: ventana. 2) Base de datos — icono: cilindro.
```

```good
Boxes: 1) Browser — icon: window. 2) Cache — icon: chip. 3) Database — icon: cylinder.
--- translated
Cajas: 1) Navegador — icono: ventana. 2) Caché — icono: chip. 3) Base de datos — icono: cilindro.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.pair import Pair
from jwtlint.rule import rule

from ._parts import unpaired


@rule("PAR110", "box-lost", Severity.ERROR)
def box_lost(pair: Pair, diagram: Diagram) -> Iterator[Finding]:
    yield from unpaired(diagram.boxes, lambda box: box.text, lambda box: f"the box {box.name.value!r}")
