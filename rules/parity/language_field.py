"""The entry of a translation still says that it is in the language of the original, or in a third one.

```bad
---
title: Orders of the day
language: English (EN)
---
Title: "Orders of the day". All text must be in English.
--- translated {scope=full}
---
title: Pedidos del día
language: [[English (EN)]]
---
Title: "Pedidos del día". All text must be in Spanish.
```

```good
---
title: Orders of the day
language: English (EN)
---
Title: "Orders of the day". All text must be in English.
--- translated {scope=full}
---
title: Pedidos del día
language: Spanish (ES)
---
Title: "Pedidos del día". All text must be in Spanish.
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Field
from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.pair import Languages, Pair
from jwtlint.rule import rule


@rule("PAR171", "language-field-kept", Severity.WARNING)
def language_field_kept(pair: Pair, languages: Languages) -> Iterator[Finding]:
    field = pair.translation.entry.get(Field.LANGUAGE)
    before = pair.original.entry.get(Field.LANGUAGE)
    if field is None:
        return
    code = pair.words.code_of(field.value)
    if code is not None and code != languages.target:
        yield Finding(
            field,
            f"the entry says {field.value!r}, but the translation is in {pair.words.name_of(languages.target)}",
            f"write {pair.words.name_of(languages.target)}",
            related=(Related(before, "the language of the original"),) if before else (),
        )
