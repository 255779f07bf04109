"""The alternative text is longer than 150 characters.

Screen readers read it in one go; what does not fit belongs into the description.

```bad
---
title: Cache hit and miss
alt: [[Infographic of a browser that asks the cache for page seven, of a cache that does not have the page yet, of a server that renders it, and of the way back to the browser]]
---
Infographic titled "Cache Hit and Miss".
```

```good
---
title: Cache hit and miss
alt: Infographic of a browser that asks the cache for page seven, and of a cache that has to ask the server first.
---
Infographic titled "Cache Hit and Miss".
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Severity
from jwtlint.rule import rule

_MOST = 150


@rule("CAT115", "alt-too-long", Severity.WARNING)
def alt_too_long(entry: Entry) -> Iterator[Finding]:
    text = entry.get(Field.ALT)
    if text and len(text) > _MOST:
        yield Finding(
            text,
            f"the alternative text has {len(text)} characters, more than {_MOST}",
            "say the most important thing, and leave the rest to the description",
        )
