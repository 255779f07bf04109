"""The labels of a translation are in another language than the one that is asked for, or were not translated at all.

Judged by the function words of all labels together, so that names and technical words say nothing.

```bad
Title: "Orders of the day". Labels in English.
Legend: 1. The customer opens the page of the shop. 2. The server reads the list from the table.
--- translated {scope=full}
Título: "[[Orders of the day]]". Todo el texto de la imagen debe estar en español.
Leyenda: 1. The customer opens the page of the shop. 2. The server reads the list from the table.
```

```good
Title: "Orders of the day". Labels in English.
Legend: 1. The customer opens the page of the shop. 2. The server reads the list from the table.
--- translated
Título: "Pedidos del día". Todo el texto de la imagen debe estar en español.
Leyenda: 1. El cliente abre la página de la tienda. 2. El servidor lee la lista de la tabla.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.pair import Languages, Pair
from jwtlint.parity.scope import Scope
from jwtlint.rule import rule

from ._labels import about


@rule("PAR101", "language-not-applied", Severity.ERROR)
def language_not_applied(pair: Pair, languages: Languages) -> Iterator[Finding]:
    wanted, spoken = languages.target, pair.spoken_language
    if pair.scope is not Scope.FULL or not pair.labels or spoken is None or spoken == wanted:
        return
    words = pair.words
    unchanged = spoken == languages.source
    what = "were not translated" if unchanged else f"are in {words.name_of(spoken)}"
    yield about(
        pair.labels[0],
        f"the labels {what}; {words.name_of(wanted)} is asked for",
        f"translate them into {words.name_of(wanted)}, or declare the scope: metadata",
    )
