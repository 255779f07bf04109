"""The entry has no title.

Of a picture that exists (with a date, or the size of its file) a title is expected; before that it is only worth a look.

```bad
---
title: "[[]]"
date: 2026-06-08
---
Infographic titled "Cache Hit and Miss".
```

```good
---
title: Cache hit and miss
date: 2026-06-08
---
Infographic titled "Cache Hit and Miss".
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Severity
from jwtlint.rule import rule

from ._presence import missing


@rule("CAT113", "title-missing", Severity.WARNING)
def title_missing(entry: Entry) -> Iterator[Finding]:
    yield from missing(entry, Field.TITLE, "write the title that the picture shows")
