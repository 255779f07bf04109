"""Two manners of drawing are demanded that exclude each other.

A pencil sketch is no photorealistic render, and flat design has no third dimension. A generator mixes both into
something that looks like neither. "Isometric or flat" leaves the choice open and is fine.

```bad
Hand-drawn pencil sketch on squared paper. The finish has to be a [[photorealistic render]] with depth of field.
```

```good
A hand-drawn whiteboard diagram, isometric or flat tech-diagram style. No photorealistic render.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

from ._demands import clashes


@rule("CON104", "drawing-style-clash", Severity.WARNING)
def drawing_style_clash(prompt: Prompt, context: Context) -> Iterator[Finding]:
    yield from clashes(prompt, context, "drawing-style")
