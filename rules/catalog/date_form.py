"""The date is not written as year, month and day (ISO 8601: 2026-06-08).

06/08/2026 is a day in June for some readers and one in August for others; other forms are clear, but cannot be sorted.

```bad
---
title: Cache hit and miss
date: [[06/08/2026]]
---
Infographic titled "Cache Hit and Miss".
```

```bad
---
title: Cache hit and miss
date: [[8 June 2026]]
---
Infographic titled "Cache Hit and Miss".
```

```fixed
---
title: Cache hit and miss
date: 2026-06-08
---
Infographic titled "Cache Hit and Miss".
```

```good
---
title: Cache hit and miss
date: 2026-06-08T09:30:00Z
---
Infographic titled "Cache Hit and Miss".
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Severity, replace
from jwtlint.rule import rule

from ._dates import Form, read_date

_REMEDY = "write year, month and day, as in 2026-06-08"


@rule("CAT107", "date-form", Severity.WARNING)
def date_form(entry: Entry) -> Iterator[Finding]:
    text = entry.get(Field.DATE)
    if not text:
        return
    dated = read_date(text.value)
    match dated.form:
        case Form.UNKNOWN:
            yield Finding(text, f"{text.value!r} is no date", _REMEDY)
        case Form.AMBIGUOUS:
            yield Finding(text, f"day and month of {text.value} can be mixed up", _REMEDY)
        case Form.PARTIAL:
            yield Finding(text, f"the day is missing in {text.value!r}", _REMEDY, severity=Severity.INFO)
        case Form.OTHER if day := dated.day:
            yield Finding(
                text,
                f"{text.value!r} cannot be sorted as a date",
                f"write {day.isoformat()}",
                fix=replace(text, day.isoformat(), f"write {day.isoformat()}"),
                severity=Severity.INFO,
            )
