"""A note of the original is missing in the translation, or the translation has one more.

```bad
Note box: "[[Tokens live for 15 minutes]]".
--- translated
Etiquetas en español.
```

```good
Note box: "Tokens live for 15 minutes".
--- translated
Nota: "Los tokens duran 15 minutos".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.pair import Pair
from jwtlint.rule import rule

from ._parts import unpaired


@rule("PAR113", "note-lost", Severity.ERROR)
def note_lost(pair: Pair, diagram: Diagram) -> Iterator[Finding]:
    yield from unpaired(diagram.notes, lambda note: note.text, lambda note: "this note")
