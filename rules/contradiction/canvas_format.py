"""Two formats of the picture are demanded: portrait, landscape or square, in words, as a ratio or in pixels.

A picture has one format. Asked for a portrait poster of 16:9, a generator crops boxes at the edge.

```bad
Portrait infographic for phones, title "Sign-In". The finished image has an aspect ratio of [[16:9]].
```

```good
Landscape infographic, 1920×1080 canvas, ratio 16:9. A portrait photo icon stands beside square brackets.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

from ._demands import clashes
from ._format import AXIS, sizes


@rule("CON107", "canvas-format-clash", Severity.WARNING)
def canvas_format_clash(prompt: Prompt, context: Context) -> Iterator[Finding]:
    yield from clashes(prompt, context, AXIS, sizes(prompt))
