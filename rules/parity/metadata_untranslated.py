"""Title, description or alt text of a translated entry are still in the language of the original, or missing.

Search engines and screen readers read the metadata, not the picture.

```bad
---
title: Orders of the day
description: How the server reads the list of the orders for the page.
---
Browser → API: "GET /orders"
--- translated
---
title: Pedidos del día
description: [[How the server reads the list of the orders for the page.]]
language: es
---
Navegador → API: "GET /orders"
```

```good
---
title: Orders of the day
description: How the server reads the list of the orders for the page.
---
Browser → API: "GET /orders"
--- translated
---
title: Pedidos del día
description: Cómo lee el servidor la lista de los pedidos para la página.
language: es
---
Navegador → API: "GET /orders"
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Field
from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.pair import Languages, Pair
from jwtlint.rule import rule

from ._labels import about
from ._left import is_left

_TRANSLATED = (Field.TITLE, Field.DESCRIPTION, Field.ALT)
_SURE = 6


@rule("PAR170", "metadata-untranslated", Severity.WARNING)
def metadata_untranslated(pair: Pair, languages: Languages) -> Iterator[Finding]:
    source = languages.source
    for label in pair.metadata:
        if pair.words.language_of([label.original.value]) == languages.target:
            continue
        spoken = pair.context.languages.identify(pair.words.prose(label.translation.value), _SURE)
        if spoken == source or is_left(label, pair, languages):
            yield about(label, f"{label.name} is still in {pair.words.name_of(source)}", "translate it")
    here, there = pair.original.entry, pair.translation.entry
    if here.bare or there.bare:
        return
    for field in _TRANSLATED:
        one = here.get(field)
        if one and not there.get(field):
            beside = there.get(Field.TITLE)
            yield Finding(
                one,
                f"the {field.value} is missing in the translation",
                "translate it",
                related=(Related(beside, "the translated entry"),) if beside else (),
            )
