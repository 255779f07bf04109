"""A translation names a code, claim, algorithm, method, path or header field that its original does not.

A translator who explains ("a JWT signed with RS256") adds a fact that nobody has checked.

```bad
API → Browser: "JWT access token"
--- translated
API → Navegador: "token de acceso JWT firmado con [[RS256]]"
```

```good
API → Browser: "JWT access token"
--- translated
API → Navegador: "token de acceso JWT"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Pair
from jwtlint.parity.tokens import Kind
from jwtlint.rule import rule

from ._labels import about, milder
from ._tokens import added, lost

_KINDS = (Kind.STATUS, Kind.CLAIM, Kind.ALGORITHM, Kind.METHOD, Kind.PATH, Kind.HEADER)


@rule("PAR126", "protocol-word-added", Severity.WARNING)
def protocol_word_added(label: LabelPair, pair: Pair) -> Iterator[Finding]:
    gone = {token.kind for token in lost(label, pair, _KINDS)}
    for token in added(label, pair, _KINDS):
        if token.kind not in gone:
            yield about(
                label,
                f"the translation of {label.name} adds the {token.kind.value} {token.value!r}",
                "remove it; a translation adds nothing",
                at=token.of(label.translation),
                severity=milder(label),
            )
