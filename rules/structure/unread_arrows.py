"""Arrows are announced, but none could be read.

Either the prompt promises arrows without saying between which boxes they run, so that the generator makes
them up, or they are written in a form that jwtlint does not read; then nothing about the flow was checked.
`jwtlint show` prints what was understood.

```bad
Boxes: Browser (window icon), API Server (server icon). [[They are connected by labeled arrows.]]
```

```good
Boxes connected by labeled arrows from left to right:
- Browser → API Server: "GET /orders"
- API Server → Browser: "200 OK"
```
"""

import re
from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy
from jwtlint.rule import rule

_FEWEST_BOXES = 2
_HEADING = 3
_ARROWS = lazy(r"\b(?:arrows|flechas|pfeilen?|flèches|setas|frecce)\b", re.IGNORECASE)


@rule("STR105", "unread-arrows", Severity.WARNING)
def unread_arrows(prompt: Prompt, context: Context) -> Iterator[Finding]:
    announcement = prompt.announces_arrows
    if prompt.arrows or announcement is None:
        return
    words = announcement.value
    named = _ARROWS.search(words)
    if named and context.polarity.of(words, *named.span(), prompt.language).negated:
        return
    # Without boxes, arrows may be decoration ("a feedback loop with arrows"), but for a heading of their own.
    promised = named and (len(words.split()) <= _HEADING or len(prompt.boxes) >= _FEWEST_BOXES)
    yield Finding(
        announcement.strip(),
        "arrows are announced, but none could be read",
        'write each as Browser → API Server: "label"',
        severity=Severity.WARNING if promised else Severity.INFO,
    )
