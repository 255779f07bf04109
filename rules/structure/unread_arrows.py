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

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule


@rule("STR105", "unread-arrows", Severity.WARNING)
def unread_arrows(prompt: Prompt) -> Iterator[Finding]:
    if prompt.announces_arrows is not None and not prompt.arrows:
        yield Finding(
            prompt.announces_arrows.strip(),
            "arrows are announced, but none could be read",
            'write each as Browser → API Server: "label"',
        )
