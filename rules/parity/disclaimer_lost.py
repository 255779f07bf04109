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
from jwtlint.parity.pair import Pair
from jwtlint.parity.words import same_words
from jwtlint.rule import rule
from jwtlint.text import Text


@rule("PAR150", "disclaimer-lost", Severity.ERROR, supersedes=("PAR113",))
def disclaimer_lost(pair: Pair) -> Iterator[Finding]:
    source, target = pair.source_language, pair.language
    if pair.diagram is None or source is None:
        return
    others = [note.text for note in pair.translation.prompt.notes] if pair.translation.prompt else []
    for note, twin, _ in pair.diagram.notes:
        if note is None or not pair.words.disclaims(note.text.value, source):
            continue
        kept = target is not None and any(pair.words.disclaims(one.value, target) for one in others)
        if twin is None and not kept:
            yield Finding(
                note.text,
                "the disclaimer is missing in the translation",
                "translate it: readers of the translation need it, too",
            )
        elif twin is not None and not kept and _lost(note.text, twin.text, target, pair):
            yield Finding(
                twin.text,
                "the translated note no longer says that the picture is no reviewed design",
                "translate the disclaimer in full",
                related=(Related(note.text, "the disclaimer of the original"),),
            )


def _lost(note: Text, translation: Text, target: str | None, pair: Pair) -> bool:
    """Was a note translated, into a language with words for a disclaimer, and into none of them?"""
    if target is None or same_words(note.value, translation.value):
        return False
    return pair.words.disclaims(translation.value, target) is False
