"""The picture is dated to a day that has not come yet.

A picture cannot have been made in the future. One day is allowed for time zones; `--today` sets the day to compare with.

```bad
---
title: Cache hit and miss
date: [[2999-05-14]]
---
Infographic titled "Cache Hit and Miss".
```

```good
---
title: Cache hit and miss
date: 2024-05-14
---
Infographic titled "Cache Hit and Miss".
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Severity
from jwtlint.rule import rule

from ._dates import read_date

_TIME_ZONES = 1


@rule("CAT109", "future-date", Severity.WARNING)
def future_date(entry: Entry, context: Context) -> Iterator[Finding]:
    text = entry.get(Field.DATE)
    day = read_date(text.value).day if text else None
    if text is None or day is None or context.reached(day, early=_TIME_ZONES):
        return
    yield Finding(
        text, f"{text.value} lies in the future (today is {context.today.isoformat()})", "correct the date"
    )
