"""Two entries have the same title, or nearly the same.

Titles tell entries apart, in lists and in search results. Nearly the same are titles that differ in a letter or two, or
in the order of their words, for information; numbers count, as in "part 1" and "part 2". Entries of different languages
are no twins.

```bad
---
title: Webhook delivery with retries
---
Infographic titled "Webhook Delivery" with boxes labeled "Shop" and "Receiver".
=====
---
title: "[[Webhook Delivery with Retries]]"
---
Infographic titled "Webhooks" with boxes labeled "Sender", "Queue" and "Endpoint".
```

```bad
---
title: Webhook delivery with retries
---
Infographic titled "Webhook Delivery" with boxes labeled "Shop" and "Receiver".
=====
---
title: "[[Webhook delivery with retrys]]"
---
Infographic titled "Webhooks" with boxes labeled "Sender", "Queue" and "Endpoint".
```

```good
---
title: Webhook delivery, part 1
---
Infographic titled "Webhook Delivery" with boxes labeled "Shop" and "Receiver".
=====
---
title: Webhook delivery, part 2
---
Infographic titled "Webhooks" with boxes labeled "Sender", "Queue" and "Endpoint".
```
"""

from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from jwtlint.catalog.card import Card
from jwtlint.catalog.catalog import Catalog
from jwtlint.finding import Finding, Severity
from jwtlint.rule import rule

from ._twins import called, folded, seen_at, twins

_STEM = 4
_NEARLY = 93.0
_MOST = 20


@rule("CAT204", "same-title", Severity.WARNING)
def same_title(catalog: Catalog) -> Iterator[Finding]:
    same = set()
    for later, first in twins(catalog, _key):
        same.add(later.place)
        yield from _found(later, first, "the same as", None)
    groups: dict[tuple[str, ...], list[Card]] = {}
    for card in catalog:
        if card.title is None or card.place in same:
            continue
        # Titles that differ little begin their words alike.
        stems = sorted(word if word.isdigit() else word[:_STEM] for word in folded(card.title.value).split())
        group = groups.setdefault((card.language or "", *stems), [])
        other = next((one for one in group[:_MOST] if _nearly(one, card)), None)
        if other is not None:
            yield from _found(card, other, "nearly the same as", Severity.INFO)
        elif len(group) < _MOST:
            group.append(card)


def _key(card: Card) -> tuple[str, str | None] | None:
    words = folded(card.title.value) if card.title else ""
    return (words, card.language) if words else None


def _nearly(one: Card, other: Card) -> bool:
    if one.title is None or other.title is None:
        return False
    first, second = (sorted(folded(card.title.value).split()) for card in (one, other) if card.title)
    numbers = [[word for word in words if any(map(str.isdigit, word))] for words in (first, second)]
    return numbers[0] == numbers[1] and ratio(" ".join(first), " ".join(second)) >= _NEARLY


def _found(later: Card, first: Card, likeness: str, severity: Severity | None) -> Iterator[Finding]:
    if later.title is None:
        return
    yield Finding(
        Catalog.text(later, later.title),
        f"the title is {likeness} that of {called(first)}",
        "let the title say what is different here",
        seen_at(first, "the other entry"),
        severity=severity,
    )
