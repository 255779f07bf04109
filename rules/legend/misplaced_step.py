"""The steps of the legend are not in the order of their numbers.

Readers follow the numbers, generators the order of the lines; a picture gets one of both.

```bad
Legend: 1. Desk adds a ticket. [[3. Worker reports. 2. Worker takes the ticket]]. 4. Screen shows the next.
```

```good
Legend: 1. Desk adds a ticket. 2. Worker takes the ticket. 3. Worker reports. 4. Screen shows the next.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

from ._numbers import misplaced

_MOST = 6


@rule("LEG104", "legend-order", Severity.WARNING)
def legend_order(prompt: Prompt) -> Iterator[Finding]:
    for legend in prompt.legends:
        stretch = misplaced(legend)
        if stretch:
            order = ", ".join(f"{step.number}{step.suffix}" for step in stretch[:_MOST])
            yield Finding(
                stretch[0].marker.until(stretch[-1].text),
                f"steps of the legend are out of order: {order}{' …' if len(stretch) > _MOST else ''}",
                "sort the steps",
            )
