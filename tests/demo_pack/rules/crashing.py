"""CRASH is more than this rule can take.

```bad
[[CRASH]]
```

```good
Nothing.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule


@rule("SEC901", "demo-crashing", Severity.WARNING, default=False)
def crashing(prompt: Prompt) -> Iterator[Finding]:
    if "CRASH" in prompt.text.value:
        raise LookupError("what is this \x1b[31m?")
    yield from ()
