"""The calendar has no such day.

```bad
---
title: Cache hit and miss
date: [[2026-02-30]]
---
Infographic titled "Cache Hit and Miss".
```

```good
---
title: Cache hit and miss
date: 2024-02-29
---
Infographic titled "Cache Hit and Miss".
```
"""

from calendar import monthrange
from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Severity
from jwtlint.rule import rule

from ._dates import read_date


@rule("CAT108", "impossible-date", Severity.ERROR)
def impossible_date(entry: Entry) -> Iterator[Finding]:
    text = entry.get(Field.DATE)
    if not text:
        return
    dated = read_date(text.value)
    if dated.parts is None or dated.day is not None:
        return
    year, month, day = dated.parts
    if year and 1 <= month <= 12:
        last = monthrange(year, month)[1]
        yield Finding(
            text, f"{text.value!r} is no day: month {month} of {year} has {last} days", "correct the day"
        )
    elif year and 1 <= day <= 12 and 1 <= month <= 31:
        swapped = f"{year:04}-{day:02}-{month:02}"
        yield Finding(
            text,
            f"{text.value!r} is no day: there is no month {month}",
            f"write {swapped}, if that was meant",
        )
    else:
        yield Finding(text, f"{text.value!r} is no day of the calendar", "correct the date")
