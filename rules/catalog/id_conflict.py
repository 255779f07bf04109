"""Two entries have the same id.

An id tells entries apart; where two share one, a report, a baseline or a link means either of them. Re-renders in other
languages may share the id of their original. A bare number that another file has, too, is said for
information: exports number their records.

```bad
---
id: token-flow
title: Token flow
---
=====
---
id: [[token-flow]]
title: Session flow
---
```

```good
---
id: token-flow
title: Token flow
language: en
---
=====
---
id: token-flow
title: Flujo de tokens
language: es
---
=====
---
id: session-flow
title: Session flow
---
```

```good
---
id: n/a
title: Token flow
---
=====
---
id: n/a
title: Session flow
---
```
"""

from collections.abc import Iterator

from jwtlint.catalog.card import Card
from jwtlint.catalog.catalog import Catalog
from jwtlint.finding import Finding, Related, Severity
from jwtlint.rule import rule

from ._twins import says_something, twins


@rule("CAT206", "id-conflict", Severity.ERROR)
def id_conflict(catalog: Catalog) -> Iterator[Finding]:
    for later, first in twins(catalog, _key):
        if later.id is None or first.id is None:
            continue
        # Exports number their own records.
        counted = later.path != first.path and later.id.value.isdecimal()
        yield Finding(
            Catalog.text(later, later.id),
            f"the id {later.id.value!r} is taken by another entry",
            "give each entry an id of its own",
            (Related(Catalog.text(first, first.id), "it stands here first"),),
            severity=Severity.INFO if counted else None,
        )


def _key(card: Card) -> tuple[str, str | None] | None:
    return (card.id.value, card.language) if card.id and says_something(card.id) else None
