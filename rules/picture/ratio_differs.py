"""The picture has another ratio than its entry says.

Within two percent, as generators work in multiples of 16 or 64 pixels. Where the resolution differs, too, that is reported.

```bad
---
title: Cache hit and miss
ratio: "[[1:1]]"
---
Infographic titled "Cache Hit and Miss".
--- drawn {size=1536x1024}
Cache Hit and Miss
```

```good
---
title: Cache hit and miss
ratio: "3:2"
---
Infographic titled "Cache Hit and Miss".
--- drawn {size=1536x1024}
Cache Hit and Miss
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.entry.sizes import is_in_pixels, ratio_of, reduced
from jwtlint.finding import Finding, Severity
from jwtlint.picture.picture import Picture
from jwtlint.rule import rule

from ._metadata import CORRECT, field

_TOLERANCE = 0.02


@rule("PIC171", "picture-ratio-differs", Severity.WARNING)
def picture_ratio_differs(picture: Picture, entry: Entry) -> Iterator[Finding]:
    text = field(entry, Field.RATIO)
    said = ratio_of(text.value) if text else None
    if text is None or said is None or is_in_pixels(said[0], said[1]):
        return
    width, height = picture.size
    if abs(said[0] / said[1] / (width / height) - 1) > _TOLERANCE:
        name, _ = reduced(width, height)
        yield Finding(text, f"{text.value!r}, but {picture.name} is {name} ({width} × {height})", CORRECT)
