"""The translation names another archetype than the original.

The archetype (HOW-IT-WORKS, DATA PIPELINE) is the name of a template, and no label: it stays as it is.

```bad
Infographic using HOW-IT-WORKS archetype. Browser → API: "GET /orders"
--- translated
Infographic using [[DATA PIPELINE]] archetype. Navegador → API: "GET /orders"
```

```good
Infographic using HOW-IT-WORKS archetype. Browser → API: "GET /orders"
--- translated
Infografía con el arquetipo HOW-IT-WORKS. Navegador → API: "GET /orders"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.pair import Pair
from jwtlint.parity.tokens import stands_in
from jwtlint.rule import rule


@rule("PAR162", "archetype-changed", Severity.WARNING)
def archetype_changed(pair: Pair, diagram: Diagram) -> Iterator[Finding]:
    here, there = diagram.original, diagram.translation
    if here.archetype is None or stands_in(here.archetype.value, there.text.value):
        return
    yield Finding(
        there.archetype or here.archetype,
        f"the archetype {here.archetype.value!r} of the original is not in the translation",
        "keep its name",
        related=(Related(here.archetype, "the archetype of the original"),) if there.archetype else (),
        severity=None if there.archetype else Severity.INFO,
    )
