"""The name of the language and its code do not belong together.

Programs trust the code, visitors the name: the page is announced in one language and read in another. Codes are those
of BCP 47 (RFC 5646); a region where the language is written, as in "Portuguese (BR)", is right as well.

```bad
---
title: Volltextsuche in drei Schritten
language: [[German (FR)]]
---
Infografik „Volltextsuche“.
```

```good
---
title: Busca de texto em três passos
language: Portuguese (BR)
---
Infográfico “Busca de texto”.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Severity
from jwtlint.rule import rule

from ._languages import code_of_name, fits, read_language


@rule("CAT110", "language-name-and-code", Severity.ERROR)
def language_name_and_code(entry: Entry, context: Context) -> Iterator[Finding]:
    text = entry.get(Field.LANGUAGE)
    if not text:
        return
    name, code = read_language(text.value, context)
    if not name or not code:
        return
    language = code_of_name(name, context)
    if language is None or fits(language, code, context):
        return
    yield Finding(
        text,
        f"{code} is not the code of {name}, nor of a region where it is written",
        f"write {name} ({language.upper()}), or correct the name",
    )
