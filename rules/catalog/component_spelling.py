"""A component is spelled differently from most of the catalog.

Readers of several pictures take "API Gateway" and "Api gateway" for two things. Only case, hyphens and spaces are
compared, and each language has its own ways: German joins "API-Gateway". It is said for information, where at least three entries agree on a spelling, three times as many as differ;
names in capitals throughout are a matter of style.

```bad
---
title: One
---
Infographic titled "One" with boxes labeled "API Gateway" and "Browser".
=====
---
title: Two
---
Infographic titled "Two" with boxes labeled "API Gateway" and "Cache".
=====
---
title: Three
---
Infographic titled "Three" with boxes labeled "API Gateway" and "Queue".
=====
---
title: Four
---
Infographic titled "Four" with boxes labeled "[[Api-Gateway]]" and "Worker".
```

```good
---
title: One
---
Infographic titled "One" with boxes labeled "API Gateway" and "Browser".
=====
---
title: Two
---
Infographic titled "Two" with boxes labeled "API Server" and "Gateway".
```

```good
---
title: One
language: English
---
Infographic titled "One" with boxes labeled "API Gateway" and "Browser".
=====
---
title: Two
language: English
---
Infographic titled "Two" with boxes labeled "API Gateway" and "Cache".
=====
---
title: Three
language: English
---
Infographic titled "Three" with boxes labeled "API Gateway" and "Queue".
=====
---
title: Vier
language: German
---
Infographic titled "Vier" with boxes labeled "API-Gateway" and "Cache".
```
"""

from collections import Counter
from collections.abc import Iterator

from jwtlint.catalog.card import Card
from jwtlint.catalog.catalog import Catalog
from jwtlint.finding import Finding, Severity
from jwtlint.rule import rule

from ._twins import folded

_LEAST = 3
_TIMES = 3


@rule("CAT208", "component-spelling", Severity.INFO)
def component_spelling(catalog: Catalog) -> Iterator[Finding]:
    forms: dict[tuple[str, str | None], Counter[str]] = {}
    for card in catalog:
        for form in {component.value for component in card.components}:
            forms.setdefault(_key(form, card), Counter())[form] += 1
    usual = {key: counts.most_common(1)[0] for key, counts in forms.items() if len(counts) > 1}
    if not usual:
        return
    for card in catalog:
        for component in card.components:
            key, form = _key(component.value, card), component.value
            if key not in usual or form.isupper():
                continue
            expected, entries = usual[key]
            if (
                form != expected
                and not expected.isupper()
                and entries >= max(_LEAST, _TIMES * forms[key][form])
            ):
                yield Finding(
                    Catalog.text(card, component),
                    f"{form!r} is spelled {expected!r} in {entries} other entries",
                    f"write {expected!r}",
                )


def _key(form: str, card: Card) -> tuple[str, str | None]:
    return folded(form).replace(" ", ""), card.language
