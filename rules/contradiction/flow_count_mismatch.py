"""The numbers announced for the legend or for the circles of the flow are not those that follow.

"Legend 1-6" with five steps leaves a gap that a generator fills with invented words. Numbered circles beyond the
last arrow are only worth a look. Steps that are missing in the middle, doubled or out of order have rules of their
own. Sub-steps (4a, 4b) count as one.

```bad
Include a [[numbered legend 1-4]]: 1. Browser asks the API. 2. API reads the cache. 3. API answers.
```

```bad
Boxes: Page (window icon), API (server icon). [[Numbered circles from 1 to 9]] beside the arrows.
Page → API: "GET /cart"
API → Page: "200 OK"
```

```good
Include a numbered legend 1-3: 1. Browser asks the API. 2a. API reads the cache. 2b. API reads the database. 3. API answers.
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.prompt.model import Legend, Prompt
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Span, Text

from ._prose import prose_of

_CIRCLES = lazy(
    r"\bnumbered (?:\w+ )?(?:circles?|badges?|markers?|bubbles?|dots?|stages?|stops)\b[^.;:\n\0]{0,24}?"
    r"\b1\s*(?:-|–|to|through|\.\.)\s*(?P<last>\d{1,2})\b"
)
_BEHIND = 200


@rule("CON198", "flow-count-mismatch", Severity.WARNING)
def flow_count_mismatch(prompt: Prompt) -> Iterator[Finding]:
    for legend in prompt.legends:
        yield from _legend(prompt, legend)
    prose = prose_of(prompt)
    if "numbered" not in prose.lowered or not prompt.arrows or prompt.unread:
        return
    for match in _CIRCLES.finditer(prose.lowered):
        last = int(match["last"])
        if last > max(len(prompt.arrows), len(prompt.boxes), *(step.number for step in prompt.steps), 0):
            yield Finding(
                prose.text(*match.span()),
                f"circles are numbered up to {last}, but there are {len(prompt.arrows)} arrows",
                "number only what is drawn",
                severity=Severity.INFO,
            )


def _legend(prompt: Prompt, legend: Legend) -> Iterator[Finding]:
    if legend.declared is None or legend.declared_text is None or not legend.steps:
        return
    first, last = legend.declared
    numbers = sorted({step.number for step in legend.steps})
    if numbers != list(range(first, first + len(numbers))) or numbers[-1] == last:
        return
    if [step.number for step in legend.steps] != sorted(step.number for step in legend.steps):
        return
    end = legend.steps[-1].text
    if numbers[-1] < last and _goes_on(prompt.text, end, numbers[-1] + 1):
        return
    count = len(numbers)
    yield Finding(
        _announced(legend, legend.declared_text),
        f"the legend is announced from {first} to {last}, but has {count} {'step' if count == 1 else 'steps'}",
        "correct the number or the steps",
        related=(Related(end, "the last step"),),
    )


def _announced(legend: Legend, declared: Text) -> Text:
    """The range with the words "numbered legend" before it, where they stand directly before."""
    whole, part = legend.announcement.place, declared.place
    if not isinstance(whole, Span) or not isinstance(part, Span):
        return declared
    end = part.end - whole.start
    named = re.search(
        r"\b(?:numbered\s+)?\w+\s*\(?$", legend.announcement.value[: part.start - whole.start], re.IGNORECASE
    )
    return legend.announcement.cut(named.start(), end) if named else declared


def _goes_on(text: Text, last: Text, number: int) -> bool:
    """Does something behind the last step that was read look like the next one?"""
    start, end = text.place, last.place
    if not isinstance(start, Span) or not isinstance(end, Span):
        return True
    behind = text.value[end.end - start.start : end.end - start.start + _BEHIND]
    return re.search(rf"(?<![\w.,]){number}[a-z]?\s*[.):\]–-]", behind) is not None
