"""The language field names no language, or a code that does not exist.

```bad
---
title: Cache hit and miss
language: [[xx]]
---
Infographic titled "Cache Hit and Miss".
```

```bad
---
title: Cache hit and miss
language: [[Englsh]]
---
Infographic titled "Cache Hit and Miss".
```

```good
---
title: Cache hit and miss
language: en-GB
---
Infographic titled "Cache Hit and Miss".
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Severity
from jwtlint.rule import rule
from jwtlint.suggest import hint

from ._languages import LONGEST, code_of_name, is_tag, read_language


@rule("CAT111", "unknown-language", Severity.WARNING)
def unknown_language(entry: Entry, context: Context) -> Iterator[Finding]:
    text = entry.get(Field.LANGUAGE)
    if not text:
        return
    name, code = read_language(text.value, context)
    if name and code_of_name(name, context) is None:
        known = context.vocabulary("languages").get("codes", {}) if len(name) <= LONGEST else ()
        yield Finding(
            text,
            f"no language is called {name[:LONGEST]!r}{hint(name, known)}",
            "write the name of a language",
        )
    elif code and not name and not is_tag(code, context):
        yield Finding(text, f"{code!r} is no language tag (BCP 47)", "write a code such as en or pt-BR")
