"""The note that says the picture is no reviewed design has lost that meaning, or is gone.

A disclaimer in words that readers do not understand, or in none, leaves the picture looking like a reference.

```bad
Title: "Login". Note box: "[[Conceptual flow, not an audited security architecture]]".
--- translated
Título: "Inicio de sesión". Todo el texto en español.
```

```bad
Title: "Login". Note box: "Conceptual flow, not an audited security architecture".
--- translated
Título: "Inicio de sesión". Nota: "[[Flujo de una arquitectura de seguridad, sin ruido]]".
```

```good
Title: "Login". Note box: "Conceptual flow, not an audited security architecture".
--- translated
Título: "Inicio de sesión". Nota: "Flujo conceptual, no es una arquitectura de seguridad auditada".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.pair import Languages, Pair
from jwtlint.parity.words import same_words
from jwtlint.rule import Outcome, Skipped, rule


@rule("PAR150", "disclaimer-lost", Severity.ERROR, supersedes=("PAR113",))
def disclaimer_lost(pair: Pair, diagram: Diagram, languages: Languages) -> Iterator[Outcome]:
    disclaims = pair.words.disclaims
    for language in languages:
        if disclaims("", language) is None:
            yield Skipped(f"no words of a disclaimer are known in {pair.words.name_of(language)}")
            return
    kept = any(disclaims(note.text.value, languages.target) for note in diagram.translation.notes)
    for note, twin, _ in diagram.notes:
        if note is None or kept or not disclaims(note.text.value, languages.source):
            continue
        if twin is None:
            yield Finding(
                note.text,
                "the disclaimer is missing in the translation",
                "translate it: readers of the translation need it, too",
            )
        elif not same_words(note.text.value, twin.text.value) and not disclaims(
            twin.text.value, languages.target
        ):
            yield Finding(
                twin.text,
                "the translated note no longer says that the picture is no reviewed design",
                "translate the disclaimer in full",
                related=(Related(note.text, "the disclaimer of the original"),),
            )
