"""One label of the original has two translations.

Readers take two words for two things.

```bad
Arrows: API → Page: "order list"; API → App: "order list"
--- translated
Flechas: API → Página: "lista de pedidos"; API → App: "[[listado de órdenes]]"
```

```good
Arrows: API → Page: "order list"; API → App: "order list"
--- translated
Flechas: API → Página: "lista de pedidos"; API → App: "Lista de pedidos"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Pair
from jwtlint.parity.words import same_words
from jwtlint.rule import rule


@rule("PAR132", "inconsistent-translation", Severity.WARNING)
def inconsistent_translation(pair: Pair) -> Iterator[Finding]:
    first: dict[tuple[object, str], LabelPair] = {}
    for label in pair.labels:
        known = first.setdefault((label.role, " ".join(label.original.value.casefold().split())), label)
        if known is not label and not same_words(known.translation.value, label.translation.value):
            yield Finding(
                label.translation,
                f"{label.original.value!r} is {label.translation.value!r} here and "
                f"{known.translation.value!r} elsewhere",
                "choose one translation",
                related=(
                    Related(known.translation, f"the other translation, {known.name}"),
                    Related(label.original, f"{label.name} in the original"),
                ),
            )
