"""A watermark lies over the picture: the mark of a stock site, a preview stamp, or a pattern that repeats.

Found by its words, which may be tilted or half transparent, and by patterns that repeat all over the picture. A
footer that the prompt asks for is no watermark.

```bad
--- drawn
Order Flow
[[shutterstock]] {contrast=1.5}
```

```good
A poster titled "Order Flow" with the footer text "Made with care".
--- drawn
Order Flow
Preview Service
Made with care
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.document import Document
from jwtlint.finding import Finding, Severity
from jwtlint.picture.marks import mark_text
from jwtlint.picture.picture import Picture
from jwtlint.picture.watermark_words import find_text_marks
from jwtlint.rule import rule

_REMEDY = "use a picture that is yours, without the mark"


@rule(
    "PIC160",
    "watermark",
    Severity.ERROR,
    supersedes=("PIC102", "PIC130", "PIC131", "PIC140", "PIC142", "PIC150"),
)
def watermark(picture: Picture, document: Document, context: Context) -> Iterator[Finding]:
    drawn = [mark for mark in picture.marks if mark.kind == "watermark"]
    read = find_text_marks(picture.sight.lines, context.vocabulary("marks"), picture.size)
    for mark in (*drawn, *read):
        text = mark_text(mark, picture)
        if document.comparison is not None and text.value and document.comparison.expects(text.value):
            continue
        yield Finding(text, f"a watermark: {mark.name}", _REMEDY, confidence=mark.confidence)
