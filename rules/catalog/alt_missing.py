"""The entry has no alternative text although its form asks for one.

People who do not see the picture, and search engines, have nothing but this text (WCAG 2.2, success criterion 1.1.1).
Before the picture exists, the text is only worth a thought.

```bad
---
title: [[Cache hit and miss]]
date: 2026-06-08
---
Infographic titled "Cache Hit and Miss".
```

```good
---
title: Cache hit and miss
date: 2026-06-08
alt: Infographic of a browser that gets a page from the cache.
---
Infographic titled "Cache Hit and Miss".
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Severity
from jwtlint.rule import rule

from ._presence import missing


@rule("CAT114", "alt-missing", Severity.WARNING)
def alt_missing(entry: Entry) -> Iterator[Finding]:
    yield from missing(entry, Field.ALT, "say in a sentence what the picture shows")
