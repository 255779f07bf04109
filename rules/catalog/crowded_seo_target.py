"""One SEO target stands on many entries.

Pages of one site that aim at the same words compete with each other, and search engines show one of them. A few entries
for a target are ordinary; from ten on it is worth a look which of them the target is for. It is said once, at the first
of them.

```bad
---
title: Leases
seo_target: [[leased line diagram]]
---
=====
---
title: Costs
seo_target: leased line diagram
---
===== 9 times
```

```good
---
title: Leases
seo_target: leased line diagram
---
=====
---
title: Costs
seo_target: leased line costs
---
```
"""

from collections.abc import Iterator

from jwtlint.catalog.card import Card
from jwtlint.catalog.catalog import Catalog
from jwtlint.finding import Finding, Severity
from jwtlint.rule import rule

from ._twins import folded, says_something, seen_at

_MANY = 10
_SHOWN = 3


@rule("CAT205", "crowded-seo-target", Severity.INFO)
def crowded_seo_target(catalog: Catalog) -> Iterator[Finding]:
    counts: dict[tuple[str, str | None], int] = {}
    for card in catalog:
        if (key := _key(card)) is not None:
            counts[key] = counts.get(key, 0) + 1
    shown: dict[tuple[str, str | None], list[Card]] = {}
    for card in catalog:
        key = _key(card)
        if key is not None and counts[key] >= _MANY and len(cards := shown.setdefault(key, [])) <= _SHOWN:
            cards.append(card)
    for key, (first, *others) in shown.items():
        if first.target is None:
            continue
        yield Finding(
            Catalog.text(first, first.target),
            f"'{first.target.value}' is the SEO target of {counts[key]} entries, which compete with each other",
            "give each entry a target of its own",
            tuple(related for other in others for related in seen_at(other, "aims at it, too")),
        )


def _key(card: Card) -> tuple[str, str | None] | None:
    if card.target is None or not says_something(card.target):
        return None
    return folded(card.target.value), card.language
