"""Two directions of reading are demanded that exclude each other.

A flow that is strictly one row cannot be strictly one column. Without "strictly" a picture may well run from left to
right and from top to bottom, as a page of text does.

```bad
Direction: strictly left-to-right, one row. Stack the boxes [[strictly top-to-bottom]] so that they fit a phone.
```

```good
Arrange the flow left-to-right or top-to-bottom. The composition reads left-to-right and top-to-bottom.
```

```good
The flow runs strictly left-to-right. The legend reads top-to-bottom.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

from ._demands import clashes


@rule("CON103", "reading-direction-clash", Severity.WARNING)
def reading_direction_clash(prompt: Prompt, context: Context) -> Iterator[Finding]:
    yield from clashes(prompt, context, "reading-direction")
