"""An entry has a title.

```bad
[[TITLE]]
```

```good
Nothing.
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Entry
from jwtlint.finding import Finding, Severity
from jwtlint.rule import rule


@rule("CAT901", "demo-metadata", Severity.WARNING, default=False)
def titled(entry: Entry) -> Iterator[Finding]:
    for title in entry.titles:
        yield Finding(title, "there is a title")
