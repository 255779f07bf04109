"""The ratio is not written as two numbers with a colon between them.

```bad
---
title: Cache hit and miss
ratio: "[[16/9]]"
---
Infographic titled "Cache Hit and Miss".
```

```fixed
---
title: Cache hit and miss
ratio: "16:9"
---
Infographic titled "Cache Hit and Miss".
```

```bad
---
title: Cache hit and miss
ratio: [[wide]]
---
Infographic titled "Cache Hit and Miss".
```

```good
---
title: Cache hit and miss
ratio: "1.91:1"
---
Infographic titled "Cache Hit and Miss".
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.entry.sizes import is_in_pixels, ratio_of, resolution_of, written
from jwtlint.finding import Finding, Severity, replace
from jwtlint.rule import rule

_SIGNS = frozenset(":∶")
_REMEDY = "write two numbers with a colon, as in 3:2"


@rule("CAT104", "ratio-form", Severity.WARNING)
def ratio_form(entry: Entry) -> Iterator[Finding]:
    text = entry.get(Field.RATIO)
    if not text:
        return
    ratio = ratio_of(text.value)
    if ratio is None:
        size = resolution_of(text.value)
        if size is None or not is_in_pixels(*size):
            yield Finding(text, f"{text.value!r} is no ratio", _REMEDY)
        return
    width, height, sign = ratio
    if sign in _SIGNS or is_in_pixels(width, height):
        return
    right = f"{width:g}:{height:g}"
    yield Finding(
        text,
        f"{text.value!r} is not how a ratio is written",
        f"write {right}",
        fix=replace(text, written(right, entry, text), f"write {right}"),
        severity=Severity.INFO,
    )
