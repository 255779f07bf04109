"""A step of the legend is not drawn.

The circles on the arrows then point to numbers that nothing explains. Compared with the prompt, by the words of the
step and by its number; without a prompt, a gap in the drawn numbers is reported.

```bad
Legend: 1. Reader asks the edge. 2. Edge asks the cache. 3. [[Cache asks the origin]]. 4. Origin answers.
--- drawn
1. Reader asks the edge.
2. Edge asks the cache.
4. Origin answers.
```

```bad
--- drawn
1. Reader asks the edge.
2. Edge asks the cache.
[[4]]. Origin answers the edge.
5. Edge answers the reader.
```

```good
Legend: 1. Reader asks the edge. 2. Edge asks the cache. 3. Cache asks the origin. 4. Origin answers.
--- drawn
1. Reader asks the edge.
2. Edge asks the cache.
3. Cache asks
the origin.
4. Origin answers.
```

```good
--- drawn
1 load balancer
3 web servers
5 database shards
```
"""

import itertools
from collections.abc import Iterator

from jwtlint.document import Document
from jwtlint.finding import Finding, Severity
from jwtlint.picture.comparison import regions_of
from jwtlint.picture.expected import Kind
from jwtlint.picture.layout import Layout
from jwtlint.picture.match import Status
from jwtlint.picture.steps import DrawnStep, drawn_steps, step_lists
from jwtlint.rule import rule

from ._missing import absent
from ._words import ANEW, reread

_NEARLY = 0.5


@rule("PIC110", "drawn-step-missing", Severity.ERROR)
def drawn_step_missing(layout: Layout, document: Document) -> Iterator[Finding]:
    comparison = document.comparison
    asked = list(comparison.of(Kind.STEP)) if comparison else []
    if comparison is not None and asked:
        for one in asked:
            if one.status is Status.MISSING:
                yield absent(comparison, one.expected)
        return
    everywhere = drawn_steps(layout)
    numbers = {step.number for step in everywhere}
    for steps in step_lists(everywhere):
        yield from _gaps(steps, numbers, document)


def _gaps(steps: tuple[DrawnStep, ...], numbers: set[int], document: Document) -> Iterator[Finding]:
    """Numbers that stand nowhere on the picture, though greater and smaller ones do."""
    picture = document.picture
    assert picture is not None
    for number in range(2, max(step.number for step in steps)):
        repeated = {one for one in (number - 1, number + 1) if _times(one, steps) > 1}
        if number in numbers or repeated:
            continue
        after = next(step for step in steps if step.number > number)
        before = [step for step in steps if step.number < number][-1]
        if _hides_a_step(before, after, steps) or _unnumbered_between(before, after, document):
            continue
        yield Finding(
            after.marker,
            f"step {number} is missing before step {after.number}",
            ANEW,
            severity=Severity.WARNING,
            confidence=reread(picture, after.marker),
        )


def _times(number: int, steps: tuple[DrawnStep, ...]) -> int:
    return sum(step.number == number for step in steps)


def _unnumbered_between(before: DrawnStep, after: DrawnStep, document: Document) -> bool:
    """Is there a line between the two that begins where steps or their words begin? Its number was not read."""
    if document.layout is None:
        return False
    height = before.line.region.bottom - before.line.region.top
    lefts = (before.line.region.left, next(regions_of(before.text), before.line.region).left)
    return any(
        before.line.region.bottom <= line.region.top + height / 2
        and line.region.bottom <= after.line.region.top + height / 2
        and line is not before.line
        and any(abs(line.region.left - left) <= height for left in lefts)
        and line.number not in document.layout.below.values()
        for line in document.layout.lines
    )


def _hides_a_step(before: DrawnStep, after: DrawnStep, steps: tuple[DrawnStep, ...]) -> bool:
    """Is there room for the step whose number a reader may have overlooked?"""
    distances = sorted(
        lower.line.region.top - upper.line.region.top
        for upper, lower in itertools.pairwise(steps)
        if lower.line.region.top > upper.line.region.top
    )
    if not distances:
        return True
    usual = distances[len(distances) // 2]
    return after.line.region.top - before.line.region.top > (1 + _NEARLY) * usual
