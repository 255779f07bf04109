"""The name of a JWT claim is gone.

Claim names are keys of the token (RFC 7519, section 4.1). A dropped `aud` is a check that nobody makes any more.

```bad
API → API: "verify signature, exp, iss, aud"
--- translated
API → API: "[[verifica la firma, exp, iss]]"
```

```good
API → API: "verify signature, exp, iss, aud"
--- translated
API → API: "verifica exp, iss, aud y la firma"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Pair
from jwtlint.parity.tokens import Kind
from jwtlint.rule import Where, rule

from ._tokens import changed


@rule("PAR123", "claim-lost", Severity.ERROR, where=Where.BOTH)
def claim_lost(label: LabelPair, pair: Pair) -> Iterator[Finding]:
    yield from changed(label, pair, (Kind.CLAIM,))
