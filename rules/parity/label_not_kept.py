"""Only the metadata was to be translated, but a label of the picture is another one.

```bad
Boxes: 1) Customer — icon: person. 2) Warehouse — icon: shelf.
--- translated {scope=metadata}
Boxes: 1) Customer — icon: person. 2) [[Almacén]] — icon: shelf.
```

```good
Boxes: 1) Customer — icon: person. 2) Warehouse — icon: shelf.
--- translated {scope=metadata}
Boxes: 1) Customer — icon: person. 2) Warehouse — icon: shelf.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Pair
from jwtlint.parity.scope import Scope
from jwtlint.rule import rule

from ._labels import about


@rule("PAR104", "label-not-kept", Severity.WARNING)
def label_not_kept(label: LabelPair, pair: Pair) -> Iterator[Finding]:
    if pair.scope is Scope.FULL or label.of_entry:
        return
    if label.original.value.split() != label.translation.value.split():
        yield about(
            label,
            f"{label.name} was changed, although only the metadata is in scope",
            f"keep {label.original.value!r}, or declare the scope: full",
        )
