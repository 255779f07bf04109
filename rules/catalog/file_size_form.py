"""The file size is not a number with a unit of bytes.

```bad
---
title: Cache hit and miss
file_size: [[174]]
---
Infographic titled "Cache Hit and Miss".
```

```good
---
title: Cache hit and miss
file_size: 1.2 MB
---
Infographic titled "Cache Hit and Miss".
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Severity
from jwtlint.regex import lazy
from jwtlint.rule import rule

_SIZE = lazy(
    r"(?:[~≈<]|about|ca\.)?\s?(?P<number>\d{1,3}(?:[ ,.\u00a0\u202f']\d{3})+|\d{1,9}(?:[.,]\d{1,3})?)"
    r"\s?(?P<unit>[kKMG]i?[Bb]|[kKM]o|[Bb]ytes?|B|[Kk]ilobytes?|[Mm]egabytes?)\.?"
)
_LARGE = frozenset("G")


@rule("CAT106", "file-size-form", Severity.WARNING)
def file_size_form(entry: Entry) -> Iterator[Finding]:
    text = entry.get(Field.FILE_SIZE)
    if not text:
        return
    match = _SIZE.fullmatch(text.value.strip())
    if match is None:
        yield Finding(text, f"{text.value!r} is no file size", "write a number with KB or MB, as in 174 KB")
    elif not any(digit in "123456789" for digit in match["number"]):
        yield Finding(text, "no file is empty", "write the size of the file")
    elif match["unit"][0] in _LARGE:
        yield Finding(
            text, f"{text.value} is a lot for one picture", "check the unit", severity=Severity.INFO
        )
