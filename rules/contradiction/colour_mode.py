"""A dark and a light picture are demanded at once.

A picture has one background. Asked for "dark mode" and a "white background", a generator takes either, mixes both,
or puts pale neon lines on white where nobody can read them. Panels and halves may differ, and what the prompt says
of a part binds only that part.

```bad
Full dark mode with glowing outlines. English captions. Place the whole drawing on a [[plain white background]].
```

```good
Dark mode: pale boxes and neon arrows on a dark navy background. The legend sits in a panel with a white background.
```

```good
The left half has a dark background, the right half a white background. Dark mode or light mode, whichever reads better.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

from ._demands import clashes


@rule("CON102", "colour-mode-clash", Severity.WARNING)
def colour_mode_clash(prompt: Prompt, context: Context) -> Iterator[Finding]:
    yield from clashes(prompt, context, "colour-mode")
