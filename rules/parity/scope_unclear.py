"""Nobody says whether the labels or only the metadata were to be translated, and the translation does not show it.

A re-render has one of two scopes: `full` (every label is translated) or `metadata` (title, description and alt text are,
the labels stay). Say it with `--scope`, with `translation_scope` in the entry, or with `scope` under `[compare]` in the
configuration. Until then `full` is assumed.

```bad
Boxes: 1) Customer — icon: person. 2) Warehouse — icon: shelf. 3) Delivery — icon: van. 4) Invoice — icon: sheet.
--- translated
Boxes: 1) [[Cliente]] — icon: person. 2) Almacén — icon: shelf. 3) Delivery — icon: van. 4) Invoice — icon: sheet.
```

```good
Boxes: 1) Customer — icon: person. 2) Warehouse — icon: shelf. 3) Delivery — icon: van. 4) Invoice — icon: sheet.
--- translated {scope=metadata}
Boxes: 1) Cliente — icon: person. 2) Almacén — icon: shelf. 3) Delivery — icon: van. 4) Invoice — icon: sheet.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.pair import Pair
from jwtlint.rule import rule

from ._labels import about


@rule("PAR103", "scope-unclear", Severity.WARNING)
def scope_unclear(pair: Pair) -> Iterator[Finding]:
    if pair.declared_scope is None and pair.evident_scope is None and pair.labels:
        share = round(100 * (pair.translated_share or 0))
        yield about(
            pair.labels[0],
            f"{share} % of the labels were translated, and no scope is declared",
            "declare the scope: full or metadata",
        )
