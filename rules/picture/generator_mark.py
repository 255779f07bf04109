"""The mark of the program that drew the picture is left in it, such as the four-pointed star of Gemini.

It lies over captions in the lower right corner, and on white it can hardly be seen.

```bad
--- drawn
Order Flow
[[mark]] {star}
```

```good
--- drawn
Order Flow
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.picture.marks import mark_text
from jwtlint.picture.picture import Picture
from jwtlint.rule import rule


@rule("PIC161", "generator-mark", Severity.WARNING)
def generator_mark(picture: Picture) -> Iterator[Finding]:
    for mark in picture.marks:
        if mark.kind == "generator":
            yield Finding(
                mark_text(mark, picture),
                f"{mark.name} is left in the picture",
                "export the picture without it, or crop it",
                confidence=mark.confidence,
            )
