"""SPOIL takes the whole document with it.

```bad
[[SPOIL]]
```

```good
Nothing.
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Edit, Finding, Fix, Safety, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

_SPOIL = re.compile("SPOIL")


@rule("TPL904", "demo-spoiling", Severity.WARNING, default=False)
def spoiling(prompt: Prompt) -> Iterator[Finding]:
    source = prompt.text.source
    for found in prompt.text.find_all(_SPOIL):
        if source:
            yield Finding(found, "all must go", fix=Fix("remove all", Safety.SAFE, (Edit(source.text, ""),)))
