"""The reason phrase of a status code was translated.

"401 Unauthorized" is the name under which readers look a code up (IANA registry of HTTP status codes). RFC 9110, section
15.1, lets a server send a local phrase; a diagram that draws one shows what hardly any server sends. A code alone, without
its phrase, is right in every language, but says less than the original.

```bad
API → Browser: "401 Unauthorized"
--- translated
API → Navegador: "[[401 No autorizado]]"
```

```good
API → Browser: "401 Unauthorized"
API → Browser: "200 OK JSON response"
--- translated
API → Navegador: "401 Unauthorized"
API → Navegador: "respuesta JSON 200 OK"
```
"""

from collections.abc import Iterator
from itertools import pairwise

from jwtlint.finding import Finding, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Pair
from jwtlint.parity.tokens import Kind, stands_in
from jwtlint.rule import Where, rule

from ._labels import about, milder


@rule("PAR122", "status-phrase-translated", Severity.ERROR, supersedes=("PAR135",), where=Where.BOTH)
def status_phrase_translated(label: LabelPair, pair: Pair) -> Iterator[Finding]:
    tokens = pair.words.tokens_in(label.original.value)
    for code, phrase in pairwise(tokens):
        if code.kind is not Kind.STATUS or phrase.kind is not Kind.PHRASE or phrase.value[0].islower():
            continue
        translation = label.translation.value
        if not stands_in(code.value, translation) or phrase.value.casefold() in translation.casefold():
            continue
        alone = not pair.words.translatable(translation.replace(code.value, " "))
        yield about(
            label,
            f"the reason phrase {phrase.value!r} of {label.name} is not in its translation",
            f"write {code.value} {phrase.value}: it is protocol text",
            original=phrase.of(label.original),
            severity=Severity.INFO if alone else milder(label),
        )
