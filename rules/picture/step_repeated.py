"""Two steps are drawn with the same number, or one step is drawn twice.

Readers cannot tell which of the two a circle on an arrow means.

```bad
--- drawn
1. Reader asks the edge.
2. Edge asks the cache.
3. Cache asks the origin.
[[3]]. Origin answers.
```

```bad
Legend: 1. Reader asks the edge. 2. Edge asks the cache. 3. Cache asks the origin.
--- drawn
Reader asks the edge.

Edge asks the cache.

[[Edge asks the cache.]]

Cache asks the origin.
```

```good
--- drawn
1. Reader asks the edge.
2. Edge asks the cache.
3. Cache asks the origin.
4. Origin answers.
```
"""

from collections.abc import Iterator

from jwtlint.document import Document
from jwtlint.finding import Finding, Related, Severity
from jwtlint.picture.comparison import Comparison
from jwtlint.picture.expected import Kind
from jwtlint.picture.keys import coarse
from jwtlint.picture.layout import Layout
from jwtlint.picture.steps import DrawnStep, drawn_steps, step_lists
from jwtlint.rule import rule

from ._words import ANEW, reread


@rule("PIC111", "drawn-step-repeated", Severity.WARNING, supersedes=("PIC112", "PIC113"))
def drawn_step_repeated(layout: Layout, document: Document) -> Iterator[Finding]:
    picture = document.picture
    assert picture is not None
    if document.comparison is not None:
        yield from _texts(document.comparison)
    for steps in step_lists(drawn_steps(layout)):
        first: dict[int, DrawnStep] = {}
        for step in steps:
            twin = first.setdefault(step.number, step)
            if twin is not step:
                yield Finding(
                    step.marker,
                    f"the number {step.number} stands before two steps",
                    ANEW,
                    related=(Related(twin.marker, "the other one"),),
                    confidence=reread(picture, step.marker),
                )


def _texts(comparison: Comparison) -> Iterator[Finding]:
    """Steps whose words are drawn more than once, whatever number stands before them."""
    for one in comparison.of(Kind.STEP):
        places = comparison.whole_texts.get(coarse(one.expected.text.value), [])
        for twin in places[1:]:
            yield Finding(
                twin,
                f"the {one.expected} is drawn {len(places)} times",
                ANEW,
                related=(Related(places[0], "first drawn here"),),
                confidence=reread(comparison.picture, twin),
            )
