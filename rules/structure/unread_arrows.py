"""Arrows are announced, but none could be read.

Either the prompt promises arrows without saying between which boxes they run, so that the generator makes
them up, or they are written in a form that jwtlint does not read; then nothing about the flow was checked.
`jwtlint show` prints what was understood.

```bad
[[Boxes connected by labeled arrows from left to right.]] Style: flat, two colors.
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
from jwtlint.rule import rule

_ARROWS = re.compile(r"\b(?:arrows?|flechas?|pfeilen?|flèches?|setas?|frecc[ei]a?)\b", re.IGNORECASE)


@rule("STR105", "unread-arrows", Severity.WARNING)
def unread_arrows(prompt: Prompt) -> Iterator[Finding]:
    announcement = prompt.announces_arrows
    # "Connectors" and "links" are things of their own where no boxes are drawn.
    if (
        announcement is not None
        and not prompt.arrows
        and (prompt.boxes or _ARROWS.search(announcement.value))
    ):
        yield Finding(
            announcement.strip(),
            "arrows are announced, but none could be read",
            'write each as Browser → API Server: "label"',
        )
