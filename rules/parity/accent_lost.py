"""A word of a translation has lost its accents.

"Autenticacion" and "Schlussel" are misspellings in a picture that lasts; "All text must be spelled correctly with the
characters of the language" is part of every prompt. Only words are reported that become frequent words by an accent.

```bad
Legend: 1. The customer opens the order page. 2. The server checks the authentication.
--- translated
Leyenda: 1. El cliente abre la página de pedidos. 2. El servidor comprueba la [[autenticacion]].
```

```good
Legend: 1. The customer opens the order page. 2. The server checks the authentication.
--- translated
Leyenda: 1. El cliente abre la página de pedidos. 2. El servidor comprueba la autenticación.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.likeness import folded
from jwtlint.parity.pair import Languages
from jwtlint.regex import lazy
from jwtlint.rule import Outcome, Skipped, rule
from jwtlint.spelling.foreign import ACCENTS, misspelling

from ._labels import about

_WORD = lazy(r"(?<![\w./-])[^\W\d_]+(?![\w/@-])")


@rule("PAR145", "accent-lost", Severity.WARNING)
def accent_lost(label: LabelPair, languages: Languages, context: Context) -> Iterator[Outcome]:
    target = languages.target
    dictionary = context.dictionary(target) if target in ACCENTS else None
    if dictionary is None:
        yield Skipped(f"no dictionary of {target!r} knows words without their accents")
        return
    original = {word.value for word in label.original.find_all(_WORD)}
    for word in label.translation.find_all(_WORD):
        value = word.value
        if value in original or dictionary.knows(value):
            continue
        found = misspelling(value, dictionary, lambda one: one in context.accepted)
        meant = found.suggestions[0] if found and found.suggestions else ""
        if meant and folded(meant) == folded(value):
            yield about(
                label,
                f"{value!r} in the translation of {label.name} lacks an accent",
                f"write {meant!r}",
                at=word,
            )
