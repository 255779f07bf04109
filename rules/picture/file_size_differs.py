"""The file of the picture is larger or smaller than its entry says.

The last digit may be rounded, and a kilobyte may be 1000 or 1024 bytes; five percent more are allowed.

```bad
---
title: Cache hit and miss
file_size: [[174 KB]]
---
Infographic titled "Cache Hit and Miss".
--- drawn {bytes=1250000}
Cache Hit and Miss
```

```good
---
title: Cache hit and miss
file_size: 1.2 MB
---
Infographic titled "Cache Hit and Miss".
--- drawn {bytes=1250000}
Cache Hit and Miss
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.entry.sizes import byte_range_of
from jwtlint.finding import Finding, Severity
from jwtlint.picture.picture import Picture
from jwtlint.rule import rule

from ._metadata import CORRECT, field

_TOLERANCE = 0.05


@rule("PIC172", "file-size-differs", Severity.WARNING)
def file_size_differs(picture: Picture, entry: Entry) -> Iterator[Finding]:
    text = field(entry, Field.FILE_SIZE)
    said = byte_range_of(text.value) if text else None
    if text is None or said is None:
        return
    count = picture.file.byte_count
    if not said[0] * (1 - _TOLERANCE) <= count <= said[1] * (1 + _TOLERANCE):
        yield Finding(text, f"{text.value!r}, but {picture.name} has {count:,} bytes", CORRECT)
