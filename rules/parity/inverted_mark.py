"""A Spanish question or exclamation lacks its opening mark, or another language has one.

Spanish opens with ¿ and ¡ what it closes with ? and ! (Ortografía de la lengua española, RAE and ASALE, 2010).

```bad
Legend: 1. Is the token valid? The API checks it. 2. API returns 200 OK.
--- translated
Leyenda: 1. Es válido el token[[?]] La API lo comprueba. 2. La API devuelve 200 OK al navegador.
```

```good
Legend: 1. Is the token valid? The API checks it. 2. API returns 200 OK.
--- translated
Leyenda: 1. ¿Es válido el token? La API lo comprueba. 2. La API devuelve 200 OK al navegador.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Languages
from jwtlint.regex import lazy
from jwtlint.rule import rule

from ._labels import about

_OPENING = {"?": "¿", "!": "¡"}
_END = lazy(r"(?<=\w)[?!](?=\s|$|[\"”»)])")
_INVERTED = lazy("[¿¡]")


@rule("PAR144", "inverted-mark", Severity.WARNING)
def inverted_mark(label: LabelPair, languages: Languages) -> Iterator[Finding]:
    translation = label.translation
    if languages.target == "es":
        for end in translation.find_all(_END):
            opening = _OPENING[end.value]
            if opening not in translation.value:
                yield about(
                    label,
                    f"{end.value!r} in the translation of {label.name} has no opening {opening!r}",
                    f"write {opening}…{end.value}",
                    at=end,
                )
                return
    elif (mark := translation.search(_INVERTED)) is not None:
        yield about(
            label,
            f"{mark.value!r} in the translation of {label.name} is Spanish, the translation is not",
            "remove it",
            at=mark,
        )
