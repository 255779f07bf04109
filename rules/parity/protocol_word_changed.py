"""A protocol name, method, path, header name or word of code in a label is gone.

Protocol words are the same in every language: methods and field names are tokens (RFC 9110, sections 9.1 and 5.1), not
words. A translator may put other words around them, but changes no character of them.

```bad
Browser → API: "HTTPS GET /orders + Authorization: Bearer JWT"
--- translated
Navegador → API: "[[HTTPS GET /pedidos + Autorización: Bearer JWT]]"
```

```good
Browser → API: "HTTPS GET /orders + Authorization: Bearer JWT"
--- translated
Navegador → API: "HTTPS GET /orders con Authorization: Bearer JWT"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Pair
from jwtlint.parity.tokens import Kind
from jwtlint.rule import Where, rule

from ._tokens import changed

_KINDS = (Kind.TERM, Kind.METHOD, Kind.PATH, Kind.HEADER, Kind.CODE, Kind.SQL)


@rule("PAR120", "protocol-word-changed", Severity.ERROR, where=Where.BOTH)
def protocol_word_changed(label: LabelPair, pair: Pair) -> Iterator[Finding]:
    yield from changed(label, pair, _KINDS)
