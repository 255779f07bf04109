"""The name of an algorithm is gone.

HS256 signs with a shared secret and RS256 with a private key (RFC 7518, section 3.1): the name is the content of the label.

```bad
Note box: "Signed with RS256, hashed with SHA-256".
--- translated
Nota: "[[Firmado con HS256, resumido con SHA-256]]".
```

```good
Note box: "Signed with RS256, hashed with SHA-256".
--- translated
Nota: "Firmado con RS256 y resumido con SHA-256".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Pair
from jwtlint.parity.tokens import Kind
from jwtlint.rule import Where, rule

from ._tokens import changed


@rule("PAR124", "algorithm-changed", Severity.ERROR, where=Where.BOTH)
def algorithm_changed(label: LabelPair, pair: Pair) -> Iterator[Finding]:
    yield from changed(label, pair, (Kind.ALGORITHM,))
