"""The prompt says SEEN.

```bad
[[SEEN]] it.
```

```good
Saw it.
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

_SEEN = re.compile("SEEN")


@rule("STR901", "demo-seen", Severity.INFO)
def seen(prompt: Prompt) -> Iterator[Finding]:
    for found in prompt.text.find_all(_SEEN):
        yield Finding(found, "it was seen", "look at it")
