"""A field of the entry holds what a program writes for a missing value, or a variable that was not filled in.

Visitors of the catalog read it as it is, and search engines index it.

```bad
---
title: Cache hit and miss
style: [[undefined]]
use_case: "[[{{use_case}}]]"
---
Infographic titled "Cache Hit and Miss". Boxes: Browser, Cache. Browser → Cache: "get 7".
```

```good
---
title: Undefined behaviour in C, explained
style: none of the usual ones
---
Infographic titled "Undefined Behaviour". Boxes: Compiler, Program. Compiler → Program: "translate".
```
"""

import re
from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Severity
from jwtlint.regex import lazy
from jwtlint.rule import rule

_MISSING = lazy(
    r"\W*(?:undefined|null|NaN|(?-i:None)|nil|N/?A|\[object \w+\]|Invalid Date|TODO|TBD|TBC|FIXME|lorem ipsum.*"
    r"|(?:undefined|NaN|null)\s?(?:px|[KMG]?B|[x×].*|\(.*\)|:.*))\W*"
    r"|.*(?:\{\{[^{}]*\}\}|\$\{[^{}]*\}|<%.*%>|\[object \w+\]|\((?:undefined|null|NaN|array|object)\)).*",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 300
# Passages of these are read by the rules about templates.
_READ_ELSEWHERE = frozenset({Field.DESCRIPTION, Field.ALT, Field.SEO_TARGET})


@rule(
    "CAT101",
    "unfilled-field",
    Severity.ERROR,
    supersedes=("CAT102", "CAT103", "CAT104", "CAT106", "CAT107", "CAT110", "CAT111"),
)
def unfilled_field(entry: Entry) -> Iterator[Finding]:
    for field, text in entry.fields.items():
        if field in _READ_ELSEWHERE or len(text) > _LONGEST:
            continue
        if _MISSING.fullmatch(text.value):
            yield Finding(
                text,
                f"the {field.value} was not filled in: {text.value!r}",
                "write the value, or remove the field",
            )
