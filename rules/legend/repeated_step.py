"""Two steps of the legend have the same number, or the same words.

A circle with that number points to two places. Sub-steps (4a, 4b) are fine.

```bad
Legend: 1. Client writes. 2. Coordinator asks all. 3. Replica A confirms. [[3]]. Replica B confirms. 4. Done.
```

```bad
Legend: 1. Player asks for a segment. 2. The buffer fills by 6 s. 3. [[Player asks for a segment]]. 4. The picture stops.
```

```good
Legend: 1. Client writes. 2a. Replica A confirms. 2b. Replica B confirms. 3. Done.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

from ._numbers import repeated


@rule("LEG103", "legend-duplicate", Severity.WARNING)
def legend_duplicate(prompt: Prompt) -> Iterator[Finding]:
    for legend in prompt.legends:
        for one in repeated(legend):
            if one.same_text:
                yield Finding(
                    one.second.text,
                    f"step {one.second.number} repeats the words of step {one.first.number}",
                    "remove one of both, or say what is different",
                    related=(Related(one.first.text, "first here"),),
                )
            else:
                yield Finding(
                    one.second.marker,
                    f"the number {one.second.number} stands twice in the legend",
                    "number the steps anew",
                    related=(Related(one.first.marker, "first here"),),
                )
