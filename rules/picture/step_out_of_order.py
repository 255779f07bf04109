"""The steps of a drawn list are not in the order of their numbers.

```bad
--- drawn
1. Reader asks the edge.
3. Cache asks the origin.
[[2]]. Edge asks the cache.
4. Origin answers.
```

```bad
Legend: 1. Reader asks the edge. 2. Edge asks the cache. 3. Cache asks the origin. 4. Origin answers the edge.
--- drawn
1. Reader asks the edge.
3. Cache asks the origin.
2. [[Edge asks the cache]].
4. Origin answers the edge.
```

```good
--- drawn
1. Reader asks the edge.
2. Edge asks the cache.
3. Cache asks the origin.
4. Origin answers.
```
"""

import itertools
from collections.abc import Iterator, Sequence

from jwtlint.document import Document
from jwtlint.finding import Finding, Severity
from jwtlint.picture.comparison import Comparison
from jwtlint.picture.layout import Layout
from jwtlint.picture.steps import asked_steps, columns_of, drawn_steps, step_lists
from jwtlint.rule import rule
from jwtlint.text import Text

from ._words import ANEW, reread


@rule("PIC112", "drawn-step-out-of-order", Severity.WARNING)
def drawn_step_out_of_order(layout: Layout, document: Document) -> Iterator[Finding]:
    picture = document.picture
    assert picture is not None
    lists: list[Sequence[tuple[int, Text]]] = [
        [(step.number, step.marker) for step in steps] for steps in step_lists(drawn_steps(layout))
    ]
    if document.comparison is not None and (asked := _asked(document.comparison)):
        lists = asked
    for steps in lists:
        for (before, _), (number, place) in itertools.pairwise(steps):
            if number < before:
                yield Finding(
                    place,
                    f"step {number} stands behind step {before}",
                    ANEW,
                    confidence=reread(picture, place),
                )


def _asked(comparison: Comparison) -> list[Sequence[tuple[int, Text]]]:
    """The steps of the prompt by the places of their words, which are read more surely than small numbers."""
    return list(columns_of(asked_steps(comparison.matches)))
