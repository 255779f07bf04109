"""Letters are too small to be read.

Letters of fewer than 8 pixels in height melt, and below about 10 they cannot be checked. A warning where the prompt
asks for the words, otherwise for information; one finding for the whole picture.

```bad
Draw a diagram titled "Edge Cache" with a caption "Cached for one hour".
--- drawn
Edge Cache
[[Cached for one hour]] {height=6}
```

```good
Draw a diagram titled "Edge Cache" with a caption "Cached for one hour".
--- drawn
Edge Cache
Cached for one hour {height=14}
```
"""

from collections.abc import Iterator

from jwtlint.document import Document
from jwtlint.finding import Finding, Severity
from jwtlint.picture.comparison import regions_of
from jwtlint.picture.layout import Layout
from jwtlint.rule import rule

from ._seeing import one_for_all

_LEAST = 8.0


@rule("PIC141", "text-too-small", Severity.INFO)
def text_too_small(layout: Layout, document: Document) -> Iterator[Finding]:
    small = [line for line in layout.lines if line.line.height < _LEAST]
    answered = document.comparison.answered if document.comparison else frozenset()
    asked = [line for line in small if not answered.isdisjoint(regions_of(line.text))]
    remedy = "draw it larger, or say less"
    message = f"letters of fewer than {_LEAST:.0f} pixels in {{}}"
    yield from one_for_all(asked, message, remedy, Severity.WARNING)
    yield from one_for_all([line for line in small if line not in asked], message, remedy, Severity.INFO)
