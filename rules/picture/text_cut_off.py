"""Text leaves the picture: its letters touch the border.

```bad
--- drawn
Service Mesh
[[Certificate Author]] {cut}
```

```good
--- drawn
Service Mesh
Certificate Authority
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.picture.layout import Layout
from jwtlint.regex import lazy
from jwtlint.rule import rule

from ._words import ANEW

_LETTERS = lazy(r"[A-Za-z\u00c0-\u024f]{2}")


@rule("PIC140", "text-cut-off", Severity.WARNING, supersedes=("PIC101", "PIC102", "PIC103"))
def text_cut_off(layout: Layout) -> Iterator[Finding]:
    for line in layout.lines:
        if line.line.cut_off and _LETTERS.search(line.text.value):
            yield Finding(
                line.text, f"{line.text.value!r} touches the border of the picture", ANEW, confidence=0.85
            )
