"""Two entries have the same prompt, or nearly the same.

A visitor who finds the same drawing twice trusts the catalog less, and search engines show only one of several pages
with the same content. A re-render in another language keeps its prompt; so entries of different languages are no twins.
How much two prompts share is estimated from runs of three words; from 90 % on they are called nearly the same, for
information.

```bad
---
id: queue-1
title: Work queue
---
Infographic titled "Work Queue" with boxes labeled "Web API", "Job Queue" and "Worker". All labels in English.
=====
---
id: queue-2
title: How workers share jobs
---
[[Infographic titled "Work Queue" with boxes labeled "Web API", "Job Queue" and "Worker". All labels in English.]]
```

```bad
---
id: queue-1
title: Work queue
language: English (EN)
---
Infographic titled "Work Queue" with boxes labeled "Web API", "Job Queue" and "Worker".
=====
---
id: queue-2
title: How workers share jobs
language: en
---
[[Infographic titled "Work Queue" with boxes labeled "Web API", "Job Queue" and "Worker".]]
```

```good
---
title: Work queue
language: en
---
Infographic titled "Work Queue" with boxes labeled "Web API", "Job Queue" and "Worker". All labels in English.
=====
---
title: Retries
language: en
---
Infographic titled "Retries" with boxes labeled "Client", "Scheduler" and "Dead Letter Queue". All labels in English.
```

```good
---
title: Work queue
language: en
---
Infographic titled "Work Queue" with boxes labeled "Web API", "Job Queue" and "Worker".
=====
---
title: Cola de trabajos
language: es
---
Infographic titled "Work Queue" with boxes labeled "Web API", "Job Queue" and "Worker".
```
"""

from collections.abc import Iterator

from jwtlint.catalog.card import Card
from jwtlint.catalog.catalog import Catalog
from jwtlint.catalog.sketch import BAND, resemblance
from jwtlint.finding import Finding, Severity
from jwtlint.rule import rule

from ._likeness import alike
from ._twins import called, paired, seen_at, twins

_NEARLY = 0.9
_BANDS = 2
_REMEDY = "keep one, or let the prompts differ"


@rule("CAT203", "same-prompt", Severity.WARNING)
def same_prompt(catalog: Catalog) -> Iterator[Finding]:
    same = set()
    for later, first in twins(catalog, lambda card: (card.same, card.language) if card.same else None):
        same.add(later.place)
        yield from _found(later, first, "the same as", None)
    yield from _nearly(catalog, same)


def _nearly(catalog: Catalog, same: set[tuple[int, int]]) -> Iterator[Finding]:
    """Those that are nearly the same as an earlier one; of several the first counts."""
    sketches: list[bytes] = []
    languages: list[str | None] = []
    for card in catalog:
        sketches.append(b"" if card.place in same else card.sketch)
        languages.append(card.language)
    first: dict[int, int] = {}
    for earlier, later in alike(sketches, BAND, _BANDS):
        if (
            earlier < first.get(later, later)
            and languages[earlier] == languages[later]
            and resemblance(sketches[earlier], sketches[later]) >= _NEARLY
        ):
            first[later] = earlier
    for at, (later_card, first_card) in paired(catalog, first):
        share = resemblance(sketches[first[at]], sketches[at])
        likeness = f"nearly the same (about {share:.0%} of its wording) as"
        yield from _found(later_card, first_card, likeness, Severity.INFO)


def _found(later: Card, first: Card, likeness: str, severity: Severity | None) -> Iterator[Finding]:
    if later.prompt is None:
        return
    yield Finding(
        Catalog.text(later, later.prompt),
        f"the prompt is {likeness} that of {called(first)}",
        _REMEDY,
        seen_at(first, "the other entry"),
        severity=severity,
    )
