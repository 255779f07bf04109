"""A translated text is far longer or far shorter than the original: something was added or left out.

The limits are those of the length check of the Okapi Framework (step Length Checker): a text of more than 20 characters
may shrink to 45 % and grow to 200 %, a shorter one to 30 % and 350 %.

```bad
Legend: 1. The customer opens the order page and signs in with a password. 2. API returns 200 OK.
--- translated
Leyenda: 1. [[El cliente entra]]. 2. La API devuelve 200 OK.
```

```good
Legend: 1. The customer opens the order page and signs in with a password. 2. API returns 200 OK.
--- translated
Leyenda: 1. El cliente abre la página y accede con contraseña. 2. La API devuelve 200 OK.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Pair
from jwtlint.passage import Role
from jwtlint.rule import rule

from ._labels import about, milder

_BREAK = 20
_LIMITS = {True: (0.45, 2.0), False: (0.30, 3.5)}


@rule("PAR141", "length-ratio", Severity.WARNING)
def length_ratio(label: LabelPair, pair: Pair) -> Iterator[Finding]:
    before, length = len(label.original), len(label.translation)
    if not before or label.role is Role.BOX:
        return
    least, most = _LIMITS[before > _BREAK]
    if label.role is Role.LABEL:
        # How long the label of an arrow may be is a matter of its own.
        most = float("inf")
    ratio = length / before
    if least <= ratio <= most:
        return
    what = "left out" if ratio < least else "added"
    yield about(
        label,
        f"the translation of {label.name} is {round(100 * ratio)} % as long as the original",
        f"look whether something was {what}",
        severity=milder(label),
    )
