"""A label is half translated: some of its words are still those of the original.

For information where it is one word only, which may be a word of the trade that the other language uses as it is.

```bad
Arrows: Browser → API: "GET /orders"; API → Browser: "order list"; API → Log: "publish the audit event for every order"
--- translated {scope=full}
Flechas: Navegador → API: "GET /orders"; API → Navegador: "lista de pedidos"; API → Log: "[[publica the audit event de cada order]]"
```

```good
Arrows: Browser → API: "GET /orders"; API → Browser: "order list"; API → Log: "publish the audit event for every order"
--- translated {scope=full}
Flechas: Navegador → API: "GET /orders"; API → Navegador: "lista de pedidos"; API → Log: "publica el evento de cada pedido"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Languages, Pair
from jwtlint.rule import Where, rule

from ._labels import about, milder
from ._left import is_left, left_words


@rule("PAR131", "half-translated-label", Severity.WARNING, where=Where.BOTH)
def half_translated_label(label: LabelPair, pair: Pair, languages: Languages) -> Iterator[Finding]:
    left = left_words(label, pair, languages)
    if not left or is_left(label, pair, languages):
        return
    words = ", ".join(map(repr, dict.fromkeys(left)))
    yield about(
        label,
        f"{label.name} is half translated: {words} {'is' if len(set(left)) == 1 else 'are'} of the original",
        "translate the whole label",
        severity=Severity.INFO if len(set(left)) == 1 else milder(label),
    )
