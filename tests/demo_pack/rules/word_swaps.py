"""Words that have better ones: A is B, B is C, and two words that meet become one.

```bad
[[aa]] and [[bb]]
```

```good
cc
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity, replace
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

_SWAPS = {"aa": "bb", "bb": "cc", "xy": "\n"}
_WORD = re.compile("aa|bb|xy")


@rule("SPL901", "demo-swaps", Severity.WARNING, default=False)
def word_swaps(prompt: Prompt) -> Iterator[Finding]:
    for found in prompt.text.find_all(_WORD):
        yield Finding(found, f"{found.value} is old", fix=replace(found, _SWAPS[found.value], "renew it"))
