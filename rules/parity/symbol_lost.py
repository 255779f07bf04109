"""A symbol of a label (an arrow, a plus, an equals or percent sign) is gone in its translation.

For information: a plus may have become a word.

```bad
Note box: "exp = iat + 15 minutes".
--- translated
Nota: "[[exp es iat y 15 minutos]]".
```

```good
Note box: "exp = iat + 15 minutes".
--- translated
Nota: "exp = iat + 15 minutos".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.rule import rule

from ._labels import about

_SYMBOLS = "→←↔⇒⇄=+≤≥<>×%€$£°§#✓✗★"


@rule("PAR143", "symbol-lost", Severity.INFO)
def symbol_lost(label: LabelPair) -> Iterator[Finding]:
    original, translation = label.original.value, label.translation.value
    gone = [symbol for symbol in _SYMBOLS if original.count(symbol) > translation.count(symbol)]
    if gone and not label.of_entry:
        yield about(
            label,
            f"{' '.join(gone)} of {label.name} {'is' if len(gone) == 1 else 'are'} not in its translation",
            "keep the symbols of the original",
        )
