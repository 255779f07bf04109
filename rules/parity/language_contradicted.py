"""The prompt of a translation still asks for another language, or forbids its own.

One left-over "short English labels" is enough for a generator to draw a mixture.

```bad
Title: "Orders". Use short English labels. All text must be in English.
Legend: 1. The customer opens the page. 2. The server reads the list.
--- translated
Title: "Pedidos". Use short [[English]] labels. All text must be in Spanish.
Legend: 1. El cliente abre la página. 2. El servidor lee la lista.
```

```good
Title: "Orders". Use short English labels. All text must be in English. Protocol names stay in English.
Legend: 1. The customer opens the page. 2. The server reads the list.
--- translated
Title: "Pedidos". Use short Spanish labels. All text must be in Spanish, not in English. Protocol names stay in English.
Legend: 1. El cliente abre la página. 2. El servidor lee la lista.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.pair import Languages, Pair
from jwtlint.parity.scope import Scope
from jwtlint.rule import rule


@rule("PAR102", "language-contradicted", Severity.ERROR)
def language_contradicted(pair: Pair, languages: Languages) -> Iterator[Finding]:
    wanted = languages.target
    if pair.scope is not Scope.FULL:
        return
    name = pair.words.name_of(wanted)
    seen = next((one for one in pair.demands if one.value == wanted and not one.negative), None)
    label = pair.labels[0] if pair.labels else None
    beside = (Related(label.original, f"{label.name} in the original"),) if label else ()
    related = (Related(seen.text, f"{name} is asked for here"),) if seen else beside
    for demand in pair.demands:
        if demand.negative != (demand.value == wanted):
            continue
        what = f"forbids {name}" if demand.negative else f"asks for {pair.words.name_of(demand.value)}"
        yield Finding(
            demand.text,
            f"the prompt {what}, but the translation is meant to be in {name}",
            f"ask for {name} alone",
            related=related,
        )
