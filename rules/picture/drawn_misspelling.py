"""A drawn word is misspelt, in the language around it.

What a prompt asks for is compared with the prompt; this rule judges all other words, and pictures without a prompt.
A word counts as misspelt where nothing else is plausible: no name, no technical word, no word formed of known ones,
and the same when it was read again at other sizes.

```bad
--- drawn
The [[mathemetical]] foundation of learning
```

```good
--- drawn
The mathematical foundation of learning
Kubernetes and Zustand
GET /mathemetical
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.document import Document
from jwtlint.finding import Finding, Severity
from jwtlint.picture.layout import Layout
from jwtlint.picture.spelling import misspelt
from jwtlint.rule import rule

from ._words import AGAIN, reread, spelling_severity


@rule("PIC102", "drawn-misspelling", Severity.WARNING)
def drawn_misspelling(layout: Layout, document: Document, context: Context) -> Iterator[Finding]:
    picture = document.picture
    assert picture is not None
    for one in misspelt(layout, picture, document.comparison, context):
        meant = f"{AGAIN}; it should probably read {one.suggestion!r}" if one.suggestion else AGAIN
        yield Finding(
            one.drawn,
            f"{one.drawn.value!r} is misspelt" if one.suggestion else f"{one.drawn.value!r} is no known word",
            meant,
            severity=spelling_severity(picture),
            confidence=round(one.trust * reread(picture, one.drawn, one.suggestion), 2),
        )
