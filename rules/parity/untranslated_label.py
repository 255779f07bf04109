"""A label of a translation is still in the language of the original.

Protocol words, code and names stay, and so do words that the other language uses as they are (browser, token, cache);
a label of nothing else is no finding. A single word, or the name of a box, that may be one of those is reported for information.

```bad
Arrows: Browser → API: "GET /orders"; API → Browser: "order list"; API → Log: "publish audit event"
--- translated {scope=full}
Flechas: Navegador → API: "GET /orders"; API → Navegador: "lista de pedidos"; API → Log: "[[publish audit event]]"
```

```good
Arrows: Browser → API: "GET /orders"; API → Browser: "order list"; API → Log: "publish audit event"
--- translated {scope=full}
Flechas: Browser → API: "GET /orders"; API → Browser: "lista de pedidos"; API → Log: "publica evento de auditoría"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Languages, Pair
from jwtlint.passage import Role
from jwtlint.rule import Where, rule

from ._labels import about
from ._left import is_left, left_words


@rule("PAR130", "untranslated-label", Severity.WARNING, supersedes=("PAR131",), where=Where.BOTH)
def untranslated_label(label: LabelPair, pair: Pair, languages: Languages) -> Iterator[Finding]:
    if label.of_entry or not is_left(label, pair, languages):
        return
    value = label.translation.value
    phrase = label.role is not Role.BOX and len(value.split()) > 1
    several = len(set(left_words(label, pair, languages))) > 1
    sure = phrase or several or pair.words.has_translations(value)
    yield about(
        label,
        f"{label.name} is still in {pair.words.name_of(languages.source)}: {label.translation.value!r}",
        "translate it",
        severity=None if sure else Severity.INFO,
    )
