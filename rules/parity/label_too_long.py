"""The translated label of an arrow will not fit beside its arrow.

Spanish, French and German need more room than English, and a generator that lacks it shrinks, wraps or cuts a label.
Reported is what is longer than 32 characters, or more than 1.6 times as long as the original: as a warning where it is
both, and a quarter longer than the longest label of the original, which the picture has room for.

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
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.labels import LabelPair
from jwtlint.passage import Role
from jwtlint.rule import rule

from ._labels import about

_LONGEST, _GROWTH = 32, 1.6
_USUAL = 1.25
_SHORT = 20


@rule("PAR140", "label-too-long", Severity.WARNING)
def label_too_long(label: LabelPair, diagram: Diagram) -> Iterator[Finding]:
    if label.role is not Role.LABEL:
        return
    before, length = len(label.original), len(label.translation)
    longest = max(len(arrow.label) for arrow in diagram.original.arrows if arrow.label)
    grown = length > _GROWTH * before and length > _SHORT
    too_long = length > _LONGEST >= before
    if grown or too_long:
        yield about(
            label,
            f"the translation of {label.name} has {length} characters, the original {before}",
            f"say it in {max(_LONGEST, before)} characters or fewer",
            severity=None if grown and length > max(_LONGEST, _USUAL * longest) else Severity.INFO,
        )
