"""A bracket or quotation mark of a translated label has lost its partner.

```bad
Note box: "Tokens (JWT) live for 15 minutes".
--- translated
Nota: "Los tokens [[(]]JWT duran 15 minutos".
```

```good
Note box: "The “sub” claim names the user (an opaque id)".
--- translated
Nota: "El claim «sub» identifica al usuario (un id opaco)".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.rule import rule

from ._labels import about, milder

_PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›"}
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}


@rule("PAR142", "unpaired-mark", Severity.WARNING)
def unpaired_mark(label: LabelPair) -> Iterator[Finding]:
    if _unpaired(label.original.value) is not None:
        return
    at = _unpaired(label.translation.value)
    if at is not None:
        mark = label.translation[at]
        yield about(
            label,
            f"{mark.value!r} in the translation of {label.name} has no partner",
            "add the other half, or remove it",
            at=mark,
            severity=milder(label),
        )


def _unpaired(value: str) -> int | None:
    """The offset of the first mark without a partner."""
    open_at: list[int] = []
    for at, letter in enumerate(value):
        if letter in _PAIRS:
            open_at.append(at)
        elif letter in _OPENING and not _lists(value, at):
            if not open_at or value[open_at[-1]] != _OPENING[letter]:
                return at if not _german(value, at, letter) else None
            open_at.pop()
    if open_at and not _german(value, open_at[0], value[open_at[0]]):
        return open_at[0]
    return None if value.count('"') % 2 == 0 else value.rfind('"')


def _lists(value: str, at: int) -> bool:
    """Is it the bracket behind a number or letter that counts, as in "1)"?"""
    return value[at] == ")" and at > 0 and value[at - 1].isalnum() and value[:at].count("(") == 0 and at <= 2


def _german(value: str, at: int, letter: str) -> bool:
    """Quotation marks that point inwards, »as in German books«."""
    return letter in "«»‹›" and value.count("«") == value.count("»") and value.count("‹") == value.count("›")
