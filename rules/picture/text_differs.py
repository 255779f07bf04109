"""An expected text is drawn in other words.

A word that is right in every dictionary can be wrong here: only the prompt tells "Radiation" from "Radioactive".
What only describes a component is for information.

```bad
Draw a poster titled "Radioactive Decay Explained" with a box labeled "Half-Life".
--- drawn
[[Radiation]] Decay Explained
Half-Life
```

```good
Draw a poster titled "Radioactive Decay Explained" with a box labeled "Half-Life".
--- drawn
Radioactive Decay
Explained
Half-Life
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.picture.comparison import Comparison
from jwtlint.picture.expected import Kind
from jwtlint.picture.match import Match, Status
from jwtlint.picture.suspects import near
from jwtlint.rule import rule
from jwtlint.text import Text

from ._words import AGAIN, reread, spelling_severity

_LEAST_ALIKE = 0.6
_DESCRIBING = frozenset({Kind.ROLE, Kind.VALUE, Kind.NOTE})


@rule("PIC103", "text-differs", Severity.WARNING, supersedes=("PIC102",))
def text_differs(comparison: Comparison) -> Iterator[Finding]:
    for one in comparison.matches:
        if one.status is Status.DIFFERS and one.drawn is not None and one.alike >= _LEAST_ALIKE:
            yield from _differing_words(one, comparison)


def _differing_words(one: Match, comparison: Comparison) -> Iterator[Finding]:
    for asked, drawn in one.differences:
        if asked is None or drawn is None or near(asked.value, drawn.value):
            continue
        if _is_part(asked.value.casefold(), drawn.value.casefold()):
            continue
        yield Finding(
            drawn,
            f"{drawn.value!r} is drawn where the {one.expected} has {asked.value!r}",
            AGAIN,
            related=(Related(asked, "it is asked for here"),),
            severity=Severity.INFO
            if one.expected.kind in _DESCRIBING
            else spelling_severity(comparison.picture),
            confidence=_confidence(comparison, drawn, asked),
        )


def _is_part(one: str, other: str) -> bool:
    """Is one the beginning or end of the other, as where a line crosses a word or the next word was read with it?"""
    return one.startswith(other) or other.startswith(one) or one.endswith(other) or other.endswith(one)


def _confidence(comparison: Comparison, drawn: Text, asked: Text) -> float:
    return reread(comparison.picture, drawn, asked.value)
