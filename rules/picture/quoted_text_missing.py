"""A text that the prompt quotes and asks for is not drawn.

A quotation counts as asked for behind words such as “labeled”, “reading” or “caption”; others are for information.

```bad
A dashboard poster with a badge labeled "[[99% Reliable]]" and a header reading "Service Health".
--- drawn
Service Health
```

```good
A dashboard poster with a badge labeled "99% Reliable" and a header reading "Service Health".
--- drawn
Service Health
99% Reliable
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.picture.comparison import Comparison
from jwtlint.picture.expected import Kind
from jwtlint.rule import rule

from ._missing import missing


@rule("PIC109", "quoted-text-missing", Severity.WARNING)
def quoted_text_missing(comparison: Comparison) -> Iterator[Finding]:
    yield from missing(comparison, Kind.QUOTE)
