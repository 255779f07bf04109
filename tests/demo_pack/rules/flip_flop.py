"""FLIP should be FLOP, and FLOP should be FLIP.

```bad
[[FLIP]]
```

```good
Nothing.
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity, replace
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

_EITHER = re.compile("FL[IO]P")


@rule("TPL902", "demo-flip-flop", Severity.WARNING, default=False)
def flip_flop(prompt: Prompt) -> Iterator[Finding]:
    for found in prompt.text.find_all(_EITHER):
        other = "FLOP" if found.value == "FLIP" else "FLIP"
        yield Finding(found, "the other one", fix=replace(found, other, "turn it round"))
