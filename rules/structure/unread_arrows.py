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

from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy
from jwtlint.rule import rule

_FEWEST_BOXES = 2
_HEADING = 3
_ARROWS = lazy(r"\b(?:arrows|flechas|pfeilen?|flèches|setas|frecce)\b", re.IGNORECASE)


@rule("STR105", "unread-arrows", Severity.WARNING)
def unread_arrows(prompt: Prompt) -> Iterator[Finding]:
    announcement = prompt.announces_arrows
    if prompt.arrows or announcement is None:
        return
    # Without boxes, arrows may be decoration ("a feedback loop with arrows"), but for a heading of their own.
    heading = len(announcement.value.split()) <= _HEADING
    promised = _ARROWS.search(announcement.value) and (heading or len(prompt.boxes) >= _FEWEST_BOXES)
    yield Finding(
        announcement.strip(),
        "arrows are announced, but none could be read",
        'write each as Browser → API Server: "label"',
        severity=Severity.WARNING if promised else Severity.INFO,
    )
