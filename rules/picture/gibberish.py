"""A block of text is filled with pseudo-words.

Generators fill mock screens, cards and margins with letters that form no words. One finding for each block: which
word was meant, nobody can say.

```bad
--- drawn
Deployment Overview
[[gralial dosteck uncoreehion
piunnauer siwaut resusoceting]]
```

```good
--- drawn
Deployment Overview
kubectl apply -f deploy.yaml
Zustand Vite Tailwind
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.document import Document
from jwtlint.finding import Finding, Severity
from jwtlint.picture.gibberish import gibberish_blocks
from jwtlint.picture.layout import Layout
from jwtlint.rule import rule
from jwtlint.text import Text

from ._words import ANEW

_MANY = 6
_SURE, _LIKELY = 0.9, 0.75


@rule("PIC131", "gibberish", Severity.WARNING)
def gibberish(layout: Layout, document: Document, context: Context) -> Iterator[Finding]:
    picture = document.picture
    assert picture is not None
    for block in gibberish_blocks(layout, picture, document.comparison, context):
        yield Finding(
            Text.join([line.text for line in block.lines]),
            f"{block.unknown} of the {block.words} words of this block are no words",
            ANEW,
            confidence=_SURE if block.unknown >= _MANY else _LIKELY,
        )
