"""A picture without colours and one with many are demanded at once.

Monochrome art may have an accent, but no rainbow.

```bad
Monochrome line art on paper. Use a [[rainbow palette]] so that every box stands out.
```

```good
Monochrome ink with one lime accent. Full-colour icons are not allowed.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

from ._demands import clashes


@rule("CON108", "colour-range-clash", Severity.WARNING)
def colour_range_clash(prompt: Prompt, context: Context) -> Iterator[Finding]:
    yield from clashes(prompt, context, "colour-range")
