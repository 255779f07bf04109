"""GROW grows.

```bad
[[GROW]]
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

_GROW = re.compile("GROW")


@rule("TPL903", "demo-growing", Severity.WARNING)
def growing(prompt: Prompt) -> Iterator[Finding]:
    for found in prompt.text.find_all(_GROW):
        yield Finding(found, "it grows", fix=replace(found, "GROW.", "let it grow"))
