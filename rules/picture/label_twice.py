"""A label is drawn twice although the prompt asks for it once.

Generators double words, rows and whole blocks. Only texts that stand alone count: a name that recurs in a
sentence or a legend step is no repetition.

```bad
Draw a diagram titled "Recovery Plan" with boxes labeled "Trail Damage Alert" and "Closure Order".
--- drawn
Recovery Plan
Trail Damage Alert
[[Trail Damage Alert]]
Closure Order
```

```good
Draw a diagram titled "Recovery Plan" with boxes labeled "Trail Damage Alert" and "Closure Order".
--- drawn
Recovery Plan
Trail Damage Alert
1. A Trail Damage Alert leads to a closure.
Closure Order
```
"""

from collections.abc import Iterator
from typing import NamedTuple

from jwtlint.finding import Finding, Related, Severity
from jwtlint.picture.comparison import Asked, Comparison
from jwtlint.picture.expected import Kind
from jwtlint.rule import rule
from jwtlint.text import Text

from ._words import ANEW, reread

_KINDS = frozenset({Kind.TITLE, Kind.BOX, Kind.QUOTE, Kind.NOTE})
_FEWEST_WORDS = 2
_LONG_WORD = 5
_OFTEN = 3
"""Where a third of all boxes is named more than once, a table or the ends of lifelines repeat them on purpose."""


@rule("PIC121", "label-drawn-twice", Severity.WARNING)
def label_drawn_twice(comparison: Comparison) -> Iterator[Finding]:
    repeated = [one for one in _repeated(comparison) if _telling(one.places[0], one.asked)]
    boxes = [one for one in repeated if one.asked.kind is Kind.BOX]
    named = {one.expected.text.value for one in comparison.of(Kind.BOX) if one.expected.required}
    on_purpose = len(boxes) > 1 and _OFTEN * len(boxes) >= len(named)
    for asked, places in repeated:
        if asked.kind is Kind.BOX and on_purpose:
            continue
        for twin in places[asked.times :]:
            yield Finding(
                twin,
                f"{twin.value!r} is drawn {len(places)} times; the prompt asks for it "
                f"{'once' if asked.times == 1 else f'{asked.times} times'}",
                ANEW,
                related=(Related(places[0], "first drawn here"),),
                severity=Severity.WARNING if asked.required else Severity.INFO,
                confidence=reread(comparison.picture, twin),
            )


class _Repeated(NamedTuple):
    asked: Asked
    places: list[Text]


def _repeated(comparison: Comparison) -> Iterator[_Repeated]:
    """Texts that stand alone more often than they are asked for."""
    asked = comparison.times_asked
    for key, drawn in comparison.whole_texts.items():
        kind = asked.get(key)
        if kind is None or kind.kind not in _KINDS or len(drawn) <= kind.times:
            continue
        places = [one for one in drawn if not comparison.sentence_around(one)]
        if len(places) > kind.times:
            yield _Repeated(kind, places)


def _telling(text: Text, asked: Asked) -> bool:
    """Is it more than a word that many boxes have?"""
    words = text.value.split()
    return len(words) >= _FEWEST_WORDS or (asked.required and len(text.value) >= _LONG_WORD)
