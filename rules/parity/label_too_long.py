"""The translated label of an arrow will not fit beside its arrow.

Spanish, French and German need more room than English, and a generator that lacks it shrinks, wraps or cuts a label.
Reported as a warning where a label is both longer than 32 characters and more than 1.6 times as long as the original,
and for information where it is only one of both.

```bad
API → Cache: "Check denylist"
--- translated
API → Caché: "[[Comprueba si el token figura en la lista de denegación]]"
```

```good
API → Cache: "Check denylist"
--- translated
API → Caché: "Consulta la denylist"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.pair import LabelPair
from jwtlint.passage import Role
from jwtlint.rule import rule

from ._labels import about

_LONGEST, _GROWTH = 32, 1.6
_SHORT = 20


@rule("PAR140", "label-too-long", Severity.WARNING)
def label_too_long(label: LabelPair) -> Iterator[Finding]:
    if label.role is not Role.LABEL:
        return
    before, length = len(label.original), len(label.translation)
    grown = length > _GROWTH * before and length > _SHORT
    too_long = length > _LONGEST >= before
    if grown or too_long:
        yield about(
            label,
            f"the translation of {label.name} has {length} characters, the original {before}",
            f"say it in {max(_LONGEST, before)} characters or fewer",
            severity=None if grown and length > _LONGEST else Severity.INFO,
        )
