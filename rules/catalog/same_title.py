"""Two entries have the same title, or nearly the same.

Titles tell entries apart, in lists and in search results. Nearly the same are titles that differ in a letter or two, or
in the order of their words, for information. Numbers and short words count, as in "part 1" and "part 2", or HTTP and
HTTPS; so does the order where a small word binds it, as in "from MySQL to Postgres". Entries of different languages are
no twins.

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

```good
---
title: Moving a shop from MySQL to Postgres
---
Infographic titled "Moving a Shop" with boxes labeled "MySQL", "Copy Job" and "Postgres".
=====
---
title: Moving a shop from Postgres to MySQL
---
Infographic titled "Moving Back" with boxes labeled "Postgres", "Export" and "MySQL".
=====
---
title: HTTP caching in the browser, step by step
---
Infographic titled "HTTP Caching" with boxes labeled "Browser" and "Cache".
=====
---
title: HTTPS caching in the browser, step by step
---
Infographic titled "HTTPS Caching" with boxes labeled "Browser" and "TLS Proxy".
```

```good
---
title: C++ memory model
---
Infographic titled "C++" with boxes labeled "Thread" and "Fence".
=====
---
title: C# memory model
---
Infographic titled "C#" with boxes labeled "Task" and "Heap".
```
"""

from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from jwtlint.catalog.card import Card
from jwtlint.catalog.catalog import Catalog
from jwtlint.finding import Finding, Severity
from jwtlint.rule import rule

from ._twins import called, folded, paired, seen_at, twins

_STEM = 4
_NEARLY = 93.0
_MOST = 20
_LEAST_LETTERS = 5
# With one of these between them, words that change places say something else.
_BINDING = frozenset(
    "to from into onto over under via through before after behind by for in inside on of as without "
    "von nach zu zum zur aus vor für über unter durch ohne auf im ins als "
    "de del a al en para desde hasta por sobre sin antes después como do da das dos na no em sem até "
    "du des à vers dans sur sous pour par avant après sans comme "
    "di dal della verso nel per su senza prima dopo come".split()
)


@rule("CAT204", "same-title", Severity.WARNING)
def same_title(catalog: Catalog) -> Iterator[Finding]:
    same = set()
    for later, first in twins(catalog, _key):
        same.add(later.place)
        yield from _found(later, first, "the same as", None)
    for _, (later, first) in paired(catalog, _nearly(catalog, same)):
        yield from _found(later, first, "nearly the same as", Severity.INFO)


def _key(card: Card) -> tuple[str, str | None] | None:
    words = folded(card.title.value) if card.title else ""
    return (words, card.language) if words else None


def _nearly(catalog: Catalog, same: set[tuple[int, int]]) -> dict[int, int]:
    """Places among all of titles that are nearly the same as an earlier one, each with that of the other."""
    sizes = Counter(map(_group, catalog))
    groups: dict[int, list[tuple[int, list[str]]]] = {}
    pairs: dict[int, int] = {}
    for at, card in enumerate(catalog):
        if card.title is None or card.place in same or sizes[number := _group(card)] < 2:
            continue
        words = folded(card.title.value).split()
        group = groups.setdefault(number, [])
        other = next((there for there, title in group if _alike(title, words)), None)
        if other is not None:
            pairs[at] = other
        elif len(group) < _MOST:
            group.append((at, words))
    return pairs


def _group(card: Card) -> int:
    """Titles that differ little begin their words alike."""
    words = folded(card.title.value).split() if card.title else ()
    return hash((card.language, *sorted(word if word.isdigit() else word[:_STEM] for word in words)))


def _alike(one: list[str], other: list[str]) -> bool:
    if len(one) != len(other) or ratio(" ".join(sorted(one)), " ".join(sorted(other))) < _NEARLY:
        return False
    if all(map(_is_same_word, one, other)):
        return True
    return _BINDING.isdisjoint(one) and all(map(_is_same_word, sorted(one), sorted(other)))


def _is_same_word(one: str, other: str) -> bool:
    """The same, or so little apart as by a slip or an ending; in numbers and short words each letter counts."""
    if one == other:
        return True
    letters = min(len(one), len(other))
    if letters < _LEAST_LETTERS or not (one.isalpha() and other.isalpha()):
        return False
    return Levenshtein.distance(one, other) <= (1 if letters == _LEAST_LETTERS else 2)


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
