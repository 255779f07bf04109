"""Text leaves the picture: its letters touch the border, or the rest of what the prompt asks for lies beyond it.

```bad
--- drawn
Service Mesh
[[Certificate Author]] {cut}
```

```bad
Draw a diagram titled "Service Mesh" with a caption "Certificates are renewed".
--- drawn {size=324x400}
Service Mesh
[[Certificates are renew]]
```

```good
Draw a diagram titled "Service Mesh" with a caption "Certificates are renewed".
--- drawn
Service Mesh
Certificates are renewed
```
"""

from collections.abc import Iterator

from jwtlint.document import Document
from jwtlint.finding import Finding, Severity
from jwtlint.picture.keys import key_of
from jwtlint.picture.layout import Layout
from jwtlint.picture.match import Match, Status
from jwtlint.picture.picture import Picture
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Region

from ._words import ANEW

_LETTERS = lazy(r"[A-Za-z\u00c0-\u024f]{2}")
_NEAR = 4
_CONFIDENCE = 0.85


@rule("PIC140", "text-cut-off", Severity.WARNING, supersedes=("PIC101", "PIC102", "PIC103"))
def text_cut_off(layout: Layout, document: Document) -> Iterator[Finding]:
    picture = document.picture
    assert picture is not None
    for line in layout.lines:
        if line.line.cut_off and _LETTERS.search(line.text.value):
            yield Finding(
                line.text,
                f"{line.text.value!r} touches the border of the picture",
                ANEW,
                confidence=_CONFIDENCE,
            )
    for one in document.comparison.matches if document.comparison else ():
        part = layout.line_of(one.drawn) if one.drawn else None
        if part is not None and not part.line.cut_off and _leaves(one, picture):
            yield Finding(
                part.text,
                f"{part.text.value!r} ends at the border; the {one.expected} goes on",
                ANEW,
                confidence=_CONFIDENCE,
            )


def _leaves(one: Match, picture: Picture) -> bool:
    """Is only the beginning or the end of a text drawn, and does it end at the border where the rest would be?"""
    region = one.drawn.place if one.drawn else None
    if one.status is not Status.DIFFERS or one.drawn is None or not isinstance(region, Region):
        return False
    asked, drawn = key_of(one.expected.text.value).value, key_of(one.drawn.value).value
    at_left, at_right = region.left <= _NEAR, region.right >= picture.size[0] - _NEAR
    return (at_right and asked.startswith(drawn)) or (at_left and asked.endswith(drawn))
