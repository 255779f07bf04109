"""A label of the original denies something that its translation asserts.

"Signed, not encrypted" without its "not" is the opposite. A word that denies in itself (invalid, prohibited, without)
stands for a denial in either language.

```bad
Note box: "JWT is signed, not encrypted by default".
--- translated
Nota: "[[El JWT está firmado y cifrado por defecto]]".
```

```bad
Note box: "JWT is signed, not encrypted by default".
--- translated
Nota: "El JWT [[no]] está firmado, cifrado por defecto".
```

```good
Note box: "JWT is signed, not encrypted by default".
--- translated
Nota: "El JWT va firmado, sin cifrar por defecto".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Languages, Pair
from jwtlint.rule import Outcome, Where, rule

from ._labels import about, milder
from ._negation import compared, moved, unknown_language


@rule("PAR134", "negation-lost", Severity.ERROR, where=Where.BOTH)
def negation_lost(label: LabelPair, pair: Pair, languages: Languages) -> Iterator[Outcome]:
    if unknown := unknown_language(pair, languages):
        yield unknown
        return
    found = compared(label, pair, languages)
    if found is None:
        return
    for here, there in found.clauses:
        if there.lacks(here):
            cue = label.original.cut(*here.strong[0])
            yield about(
                label,
                f"{cue.value!r} of {label.name} is not in its translation, which now says the opposite",
                "deny what the original denies",
                original=cue,
                severity=milder(label),
            )
            return
    swapped = moved(label, found)
    if swapped is not None:
        denied, now = swapped
        yield about(
            label,
            f"the translation of {label.name} denies another part than {denied.value!r} in the original",
            "deny what the original denies",
            at=now,
            original=denied,
            severity=milder(label),
        )
