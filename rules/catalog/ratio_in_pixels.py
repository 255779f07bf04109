"""The ratio is given in pixels: "1024x1024" is a resolution, 1:1 is its ratio.

Pages that group pictures by ratio file this one under a ratio of its own.

```bad
---
title: Cache hit and miss
ratio: "[[1536x1024]]"
---
Infographic titled "Cache Hit and Miss".
```

```fixed
---
title: Cache hit and miss
ratio: "3:2"
---
Infographic titled "Cache Hit and Miss".
```

```good
---
title: Cache hit and miss
ratio: "3:2"
---
Infographic titled "Cache Hit and Miss".
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.entry.sizes import is_in_pixels, reduced, resolution_of, written
from jwtlint.finding import Finding, Safety, Severity, replace
from jwtlint.rule import rule


@rule("CAT103", "ratio-in-pixels", Severity.WARNING)
def ratio_in_pixels(entry: Entry) -> Iterator[Finding]:
    text = entry.get(Field.RATIO)
    size = resolution_of(text.value.replace(":", "x")) if text else None
    if text is None or size is None or not is_in_pixels(*size):
        return
    ratio, exact = reduced(*size)
    yield Finding(
        text,
        f"{text.value!r} is a resolution, not a ratio",
        f"write {ratio}",
        fix=replace(
            text,
            written(ratio, entry, text),
            f"write the ratio {ratio}",
            Safety.SAFE if exact else Safety.UNSAFE,
        ),
    )
