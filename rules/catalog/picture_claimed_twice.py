"""Two entries name the same picture file, or files whose names differ only in case.

One of them shows the wrong picture. Names that differ in case are one file on Windows and macOS.

```bad
---
title: Token flow
picture: flow.png
---
=====
---
title: Session flow
picture: [[flow.png]]
---
```

```bad
---
title: Token flow
picture: flow.png
---
=====
---
title: Session flow
picture: [[Flow.png]]
---
```

```good
---
title: Token flow
picture: token.png
---
=====
---
title: Session flow
picture: session.png
---
```

```good
---
title: Token flow
picture: "-"
---
=====
---
title: Session flow
picture: "-"
---
```
"""

import posixpath
from collections.abc import Iterator

from jwtlint.catalog.card import Card
from jwtlint.catalog.catalog import Catalog
from jwtlint.finding import Finding, Related, Severity
from jwtlint.rule import rule

from ._twins import called, says_something, twins


@rule("CAT207", "picture-claimed-twice", Severity.WARNING)
def picture_claimed_twice(catalog: Catalog) -> Iterator[Finding]:
    for later, first in twins(
        catalog, lambda card: (named.casefold(), card.language) if (named := _file(card)) else None
    ):
        if later.picture is None or first.picture is None:
            continue
        exactly = _file(later) == _file(first)
        how = "is the picture of" if exactly else f"differs only in case from {first.picture.value!r} of"
        yield Finding(
            Catalog.text(later, later.picture),
            f"{later.picture.value!r} {how} the entry {called(first)}",
            "name the picture of this entry"
            if exactly
            else "give the files names that differ in more than case",
            (Related(Catalog.text(first, first.picture), "the other entry"),),
        )


def _file(card: Card) -> str:
    """The file that an entry names, as a path from the folder of the configuration."""
    if card.picture is None or not says_something(card.picture):
        return ""
    name = card.picture.value.strip().replace("\\", "/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(card.name), name))
