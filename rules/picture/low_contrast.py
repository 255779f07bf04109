"""Text stands out too little from what is behind it.

Text that the prompt asks for, or without a prompt whatever was surely read. Measured as WCAG 2 defines contrast, between the letters of the line and the pixels behind them. WCAG asks for 4.5, or
3 in large text (success criterion 1.4.3); thin letters measure lower than they were meant, so that a warning is given
below 2, and information below 3.

```bad
--- drawn
Agentic Mindset
[[Reflect]] {contrast=1.6}
```

```good
--- drawn
Agentic Mindset
Reflect {contrast=4.6}
```
"""

from collections.abc import Iterator

from jwtlint.document import Document
from jwtlint.finding import Finding, Severity
from jwtlint.picture.comparison import regions_of
from jwtlint.picture.layout import DrawnLine, Layout
from jwtlint.rule import rule

from ._seeing import one_for_all

_LOWEST, _LOW = 2.0, 3.0
_SURE = 0.95
_FEWEST = 5


@rule("PIC142", "low-contrast", Severity.WARNING)
def low_contrast(layout: Layout, document: Document) -> Iterator[Finding]:
    faint = [line for line in layout.lines if (line.line.contrast or _LOW) < _LOW]
    faint.sort(key=lambda line: line.line.contrast or 0)
    lowest = [line for line in faint if (line.line.contrast or 0) < _LOWEST and _matters(line, document)]
    remedy = "draw it lighter on dark or darker on light"
    yield from one_for_all(lowest, f"a contrast below {_LOWEST:.0f} to 1 in {{}}", remedy, Severity.WARNING)
    others = [line for line in faint if line not in lowest]
    yield from one_for_all(others, f"a contrast below {_LOW:.0f} to 1 in {{}}", remedy, Severity.INFO)


def _matters(line: DrawnLine, document: Document) -> bool:
    """Is it text that the prompt asks for? Without a prompt, is it surely read and more than a mark?"""
    comparison = document.comparison
    if comparison is not None:
        return not comparison.answered.isdisjoint(regions_of(line.text))
    return line.line.confidence >= _SURE and len(line.text.value) >= _FEWEST
