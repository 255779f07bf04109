"""The translation has another resolution or aspect ratio than the original, in its entry or in its prompt.

```bad
---
title: Orders
resolution: 1024 × 1024 px
---
Browser → API: "GET /orders"
--- translated
---
title: Pedidos
resolution: [[1024 × 1536 px]]
---
Navegador → API: "GET /orders"
```

```good
---
title: Orders
resolution: 1024 × 1024 px
---
Browser → API: "GET /orders"
--- translated
---
title: Pedidos
resolution: 1024x1024
---
Navegador → API: "GET /orders"
```
"""

import re
from collections.abc import Iterator

from jwtlint.entry.model import Field
from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.attributes import instructions
from jwtlint.parity.pair import Pair
from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Text

_SIZE = lazy(r"(?<![\w.])(\d{3,5})\s?(?:px)?\s?[x×]\s?(\d{3,5})(?!\w*\d)")
_RATIO = lazy(r"(?<![\w.:])(\d{1,2}):(\d{1,2})(?![\w:])")
_NUMBER = lazy(r"\d+")


@rule("PAR165", "resolution-changed", Severity.WARNING)
def resolution_changed(pair: Pair) -> Iterator[Finding]:
    for field in (Field.RESOLUTION, Field.RATIO):
        one, other = pair.original.entry.get(field), pair.translation.entry.get(field)
        if one and other and _NUMBER.findall(one.value) != _NUMBER.findall(other.value):
            yield _told(field.value, one, other)
    if pair.original.prompt is None or pair.translation.prompt is None:
        return
    for name, pattern in (("resolution", _SIZE), ("ratio", _RATIO)):
        here, there = (_found(prompt, pattern) for prompt in (pair.original.prompt, pair.translation.prompt))
        gone = [text for value, text in here.items() if value not in there]
        new = [text for value, text in there.items() if value not in here]
        if gone and new:
            yield _told(name, gone[0], new[0])


def _found(prompt: Prompt, pattern: re.Pattern[str]) -> dict[tuple[str, ...], Text]:
    return {
        tuple(_NUMBER.findall(match.value)): match
        for text in instructions(prompt)
        for match in text.find_all(pattern)
    }


def _told(name: str, one: Text, other: Text) -> Finding:
    return Finding(
        other,
        f"the {name} is {other.value.strip()}, that of the original {one.value.strip()}",
        "a re-render keeps the attributes of the original",
        related=(Related(one, f"the {name} of the original"),),
    )
