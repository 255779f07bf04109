"""A LEAK stands in the prompt.

It is drawn as it stands. Source: a <template>.

```bad
Draw [[LEAK]] a box.
```

```fixed
Draw a box.
```

```good
Draw a box.
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity, replace
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

_LEAK = re.compile(r"LEAK ?")


@rule("TPL901", "demo-leak", Severity.ERROR)
def leaked_word(prompt: Prompt) -> Iterator[Finding]:
    for found in prompt.text.find_all(_LEAK):
        yield Finding(
            found.strip(), "a leak stands here", "Remove it.", fix=replace(found, "", "remove the leak")
        )
