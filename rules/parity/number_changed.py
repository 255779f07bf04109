"""A number of a label is another one in its translation, or gone.

How a number is written (1.5 or 1,5; 10,000 or 10.000), and whether as a digit or in words, is the language's own; its
value is not.

```bad
Note box: "Tokens live for 15 minutes".
--- translated
Nota: "[[Los tokens duran 50 minutos]]".
```

```good
Note box: "Tokens live for 15 minutes, sessions for 1.5 hours, and two retries are made".
--- translated
Nota: "Los tokens duran 15 minutos, las sesiones 1,5 horas, y se hacen 2 reintentos".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Pair
from jwtlint.parity.tokens import Kind, digits_of
from jwtlint.regex import lazy
from jwtlint.rule import Where, rule

from ._labels import about, milder

_DIGITS = lazy(r"\d+(?:[.,\u202f\u00a0 '’]\d{3}(?!\d))*(?:[.,]\d+)?|\d+")
_GROUP = lazy(r"\d+")


@rule("PAR125", "number-changed", Severity.ERROR, supersedes=("PAR126",), where=Where.BOTH)
def number_changed(label: LabelPair, pair: Pair) -> Iterator[Finding]:
    original, translation = label.original.value, label.translation.value
    gone = _missing(original, translation, pair, pair.language)
    new = _missing(translation, original, pair, pair.source_language)
    if gone:
        instead = f", which has {_listed(new)}" if new else ""
        yield about(
            label,
            f"{_listed(gone)} of {label.name} {'is' if len(gone) == 1 else 'are'} not in its translation{instead}",
            "numbers stay what they are",
            severity=milder(label),
        )
    elif new:
        yield about(
            label,
            f"the translation of {label.name} has {_listed(new)}, which the original has not",
            "numbers stay what they are",
            severity=milder(label) or Severity.WARNING,
        )


def _missing(here: str, there: str, pair: Pair, language: str | None) -> list[str]:
    """The numbers of one text that the other has neither in digits nor, in its language, in words."""
    known = {digits_of(match[0]) for match in _DIGITS.finditer(there)}
    known |= {digits_of(match[0]) for match in _GROUP.finditer(there)}
    return [
        token.value
        for token in pair.words.tokens_in(here)
        if token.kind is Kind.NUMBER
        and token.value not in known
        and not pair.words.says_number(there, token.value, language)
    ]


def _listed(numbers: list[str]) -> str:
    return ("the number " if len(numbers) == 1 else "the numbers ") + ", ".join(dict.fromkeys(numbers))
