"""The numbers of the legend have a gap.

Circles in the picture point to numbers of the legend; a number without a step leaves one circle unexplained, or
somebody forgot a step.

```bad
Legend: 1. Reader asks the Edge. 2. Edge asks the Cache. [[4]]. Cache asks the Origin.
```

```good
Legend: 1. Reader asks the Edge. 2a. Edge asks the Cache. 2b. Cache asks the Origin. 3. Origin answers.
```
"""

from collections.abc import Iterator
from itertools import groupby

from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Legend, Prompt, Step
from jwtlint.regex import lazy
from jwtlint.rule import rule

from ._numbers import gaps

_NUMBER = lazy(r"(?<![\w.,:/-])(\d{1,2})[a-z]?\s*[.):\]]\s*[^\W\d_]")


@rule("LEG102", "legend-gap", Severity.WARNING)
def legend_gap(prompt: Prompt) -> Iterator[Finding]:
    for legend in prompt.legends:
        missing = [(number, step) for number, step in gaps(legend) if not _swallowed(legend, number)]
        for step, group in groupby(missing, key=lambda one: one[1]):
            numbers = [number for number, _ in group]
            yield Finding(
                step.marker,
                _message(numbers, step),
                "add what is missing, or number the steps anew",
            )


def _message(numbers: list[int], step: Step) -> str:
    named = " and ".join(map(str, numbers)) if len(numbers) < 3 else f"{numbers[0]} to {numbers[-1]}"
    return (
        f"step {named} is missing before step {step.number}"
        if len(numbers) == 1
        else (f"steps {named} are missing before step {step.number}")
    )


def _swallowed(legend: Legend, number: int) -> bool:
    """Does the text of another step hold the number, so that the step was only not recognised?"""
    return any(
        int(found[1]) == number for step in legend.steps for found in _NUMBER.finditer(step.text.value)
    )
