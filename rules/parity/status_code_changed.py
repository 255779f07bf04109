"""A status code of a label is gone.

401 and 403 say different things (RFC 9110, sections 15.5.2 and 15.5.4), in every language.

```bad
API → Browser: "401 Unauthorized"
--- translated
API → Navegador: "[[403 Forbidden]]"
```

```good
API → Browser: "401 for an expired token"
--- translated
API → Navegador: "401 si el token ha caducado"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Pair
from jwtlint.parity.tokens import Kind
from jwtlint.rule import Where, rule

from ._tokens import changed


@rule("PAR121", "status-code-changed", Severity.ERROR, where=Where.BOTH)
def status_code_changed(label: LabelPair, pair: Pair) -> Iterator[Finding]:
    yield from changed(label, pair, (Kind.STATUS,))
