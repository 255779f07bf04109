"""The picture has another size than its entry says.

Pages reserve the space that the entry promises, and a smaller picture is often a preview that was saved by mistake.

```bad
---
title: Cache hit and miss
resolution: [[1024 × 1024]]
---
Infographic titled "Cache Hit and Miss".
--- drawn {size=1536x1024}
Cache Hit and Miss
```

```good
---
title: Cache hit and miss
resolution: 1536 × 1024
---
Infographic titled "Cache Hit and Miss".
--- drawn {size=1536x1024}
Cache Hit and Miss
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.entry.sizes import resolution_of
from jwtlint.finding import Finding, Severity
from jwtlint.picture.picture import Picture
from jwtlint.rule import rule

from ._metadata import CORRECT, field


@rule("PIC170", "resolution-differs", Severity.WARNING)
def resolution_differs(picture: Picture, entry: Entry) -> Iterator[Finding]:
    text = field(entry, Field.RESOLUTION)
    said = resolution_of(text.value) if text else None
    if text and said and said != picture.size:
        width, height = picture.size
        yield Finding(text, f"{text.value!r}, but {picture.name} has {width} × {height} pixels", CORRECT)
