"""The resolution is not a width and a height in pixels.

Whoever filters or lays out the catalog reads two numbers from this field, as in "1024 × 1024 px".

```bad
---
title: Cache hit and miss
resolution: [[1024 px]]
---
Infographic titled "Cache Hit and Miss".
```

```good
---
title: Cache hit and miss
resolution: 1024 × 1024 px
---
Infographic titled "Cache Hit and Miss".
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.entry.sizes import resolution_of
from jwtlint.finding import Finding, Severity
from jwtlint.rule import rule

_LEAST, _MOST = 16, 20_000


@rule("CAT102", "resolution-form", Severity.WARNING)
def resolution_form(entry: Entry) -> Iterator[Finding]:
    text = entry.get(Field.RESOLUTION)
    if not text:
        return
    size = resolution_of(text.value)
    if size is None:
        yield Finding(
            text, f"{text.value!r} is no resolution", "write width and height in pixels, as in 1024 × 1024 px"
        )
    elif not all(_LEAST <= length <= _MOST for length in size):
        yield Finding(
            text, f"no picture of the catalog has {size[0]} × {size[1]} pixels", "correct the numbers"
        )
