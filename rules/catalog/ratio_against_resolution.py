"""The ratio is not that of the resolution.

One of the two is wrong, and a page that reserves room by the ratio distorts or crops the picture. A difference of up to
three percent is common where a size only comes near a ratio (1792 × 1024 is called 16:9), and worth a look at most.

```bad
---
title: Cache hit and miss
resolution: 1536x1024
ratio: "[[4:3]]"
---
Infographic titled "Cache Hit and Miss".
```

```fixed
---
title: Cache hit and miss
resolution: 1536x1024
ratio: "3:2"
---
Infographic titled "Cache Hit and Miss".
```

```good
---
title: Cache hit and miss
resolution: 1365x768
ratio: "16:9"
---
Infographic titled "Cache Hit and Miss".
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.entry.sizes import is_in_pixels, ratio_of, reduced, resolution_of, written
from jwtlint.finding import Finding, Related, Safety, Severity, replace
from jwtlint.rule import rule

_SAME = 0.01
_NEAR = 0.03


@rule("CAT105", "ratio-against-resolution", Severity.WARNING)
def ratio_against_resolution(entry: Entry) -> Iterator[Finding]:
    text, other = entry.get(Field.RATIO), entry.get(Field.RESOLUTION)
    ratio = ratio_of(text.value) if text else None
    size = resolution_of(other.value) if other else None
    if text is None or other is None or ratio is None or size is None or not all(size):
        return
    width, height, _ = ratio
    difference = abs(width * size[1] / (height * size[0]) - 1)
    if difference <= _SAME or is_in_pixels(width, height):
        return
    right, _ = reduced(*size)
    yield Finding(
        text,
        f"{size[0]} × {size[1]} pixels are {right}, not {text.value}",
        f"write {right}, or correct the resolution",
        related=(Related(other, "the resolution"),),
        fix=replace(text, written(right, entry, text), f"write {right}", Safety.UNSAFE),
        severity=Severity.INFO if difference <= _NEAR else None,
    )
