"""The translation of a label denies something that the original asserts.

```bad
Legend: 1. API accepts the token. 2. API stores the order.
--- translated
Leyenda: 1. La API [[no]] acepta el token. 2. La API guarda el pedido.
```

```good
Legend: 1. API rejects an invalid token. 2. API stores the order.
--- translated
Leyenda: 1. La API no acepta un token caducado. 2. La API guarda el pedido.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Languages, Pair
from jwtlint.rule import Outcome, Where, rule

from ._labels import about, milder
from ._negation import compared, unknown_language


@rule("PAR135", "negation-gained", Severity.ERROR, where=Where.BOTH)
def negation_gained(label: LabelPair, pair: Pair, languages: Languages) -> Iterator[Outcome]:
    if unknown := unknown_language(pair, languages):
        yield unknown
        return
    found = compared(label, pair, languages)
    for here, there in found.clauses if found else ():
        if here.lacks(there):
            cue = label.translation.cut(*there.strong[0])
            yield about(
                label,
                f"{cue.value!r} in the translation of {label.name} denies what the original asserts",
                "deny only what the original denies",
                at=cue,
                severity=milder(label),
            )
            return
