"""A step of the legend is drawn with another number than the prompt gives it.

```bad
Legend: 1. Reader asks the edge. 2. Edge asks the cache. 3. Cache asks the origin. 4. Origin answers the edge.
--- drawn
1. Reader asks the edge.
2. Edge asks the cache.
[[8]]. Cache asks the origin.
4. Origin answers the edge.
```

```good
Legend: 1. Reader asks the edge. 2. Edge asks the cache. 3. Cache asks the origin. 4. Origin answers the edge.
--- drawn
1) Reader asks the edge.
2) Edge asks the cache.
3) Cache asks the origin.
4) Origin answers the edge.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.picture.comparison import Comparison, regions_of
from jwtlint.picture.expected import Kind
from jwtlint.picture.match import Match
from jwtlint.picture.steps import drawn_steps
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Region, Text

from ._words import ANEW, reread

_NUMBER = lazy(r"\W*([2-9]|[12]\d)\W*")
_CIRCLED = 0.85
_CIRCLES = {chr(0x2460 + number): str(number + 1) for number in range(1, 20)}


@rule("PIC113", "drawn-step-misnumbered", Severity.ERROR)
def drawn_step_misnumbered(comparison: Comparison) -> Iterator[Finding]:
    by_word = {region: step for step in drawn_steps(comparison.layout) for region in regions_of(step.text)}
    circled: list[tuple[Match, int]] = []
    for one in comparison.of(Kind.STEP):
        asked = one.expected.step
        if one.drawn is None or asked is None or not one.drawn.runs:
            continue
        first = one.drawn.runs[0].place
        step = by_word.get(first) if isinstance(first, Region) else None
        if step is None:
            number = _circled(one.drawn, comparison)
            circled += [(one, number)] if number else []
        elif step.number != asked.number:
            confidence = reread(comparison.picture, step.marker, str(asked.number))
            yield _finding(one, step.number, step.marker, asked.marker, confidence)
    yield from _misnumbered_circles(circled)


def _misnumbered_circles(circled: list[tuple[Match, int]]) -> Iterator[Finding]:
    """Numbers in circles count where another of them reads as it should: then such circles can be read here."""
    right = [number for one, number in circled if one.expected.step and one.expected.step.number == number]
    for one, number in circled:
        asked, drawn = one.expected.step, one.drawn
        if right and asked is not None and drawn is not None and number != asked.number:
            yield _finding(one, number, drawn, asked.marker, _CIRCLED)


def _finding(one: Match, number: int, marker: Text, asked: Text, confidence: float) -> Finding:
    return Finding(
        marker,
        f"the {one.expected} is drawn as number {number}",
        ANEW,
        related=(Related(asked, "its number in the prompt"),),
        confidence=confidence,
    )


def _circled(drawn: Text, comparison: Comparison) -> int | None:
    """The number in a circle before the words of a step, where it can be read.

    Not 0 or 1: a circle alone looks like the one, its border like the other.
    """
    value = comparison.picture.number_before(drawn)
    found = _NUMBER.fullmatch(_CIRCLES.get(value, value))
    return int(found[1]) if found else None
