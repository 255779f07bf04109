"""The name of a data type in brackets, such as "(array)", stands where a template wrote a value of that type.

Programs that fill a template sometimes add what kind of value they filled in. In a list of data fields ("roles
(array), exp (number)") type names are meant, and nothing is reported.

```bad
All text in the picture is written in English [[(array)]]. Numbers stay as digits.
```

```fixed
All text in the picture is written in English. Numbers stay as digits.
```

```good
The token holds the claims sub (string), roles (array) and exp (number). Show an array of boxes in two rows.
```
"""

import re
from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity, replace
from jwtlint.passage import Passage
from jwtlint.regex import lazy
from jwtlint.rule import Where, rule

from ._leaks import INSTRUCTIONS, is_meant

_NAME = lazy(r"\((?:[Aa]rray|[Oo]bject|[Ss]tring|boolean|dict|tuple|int|integer|float|null|undefined|NaN)\)")
_ANY_TYPE = lazy(
    r"\((?:array|object|string|boolean|bool|dict|list|map|tuple|int|integer|number|float|null|optional|date)\)",
    re.IGNORECASE,
)
_FIELD_BEFORE = lazy(
    r"(?:\b(?:empty|missing|absent|blank|invalid|optional|roles|scopes?|aud|tags|ids?|items|claims?|fields?|param\w*|keys?|values?|types?|returns?|payload"
    r"|body|json|entries|data|elements|numbers|strings|rows|list|property|properties|attributes?|columns?)"
    r"|\w_\w+|(?-i:[a-z]+[A-Z])\w*|`)\Z",
    re.IGNORECASE,
)
_LOOK_BACK = 40


@rule("TPL101", "leaked-type-name", Severity.ERROR, where=Where.BOTH)
def leaked_type_name(passage: Passage, context: Context) -> Iterator[Finding]:
    text = passage.text
    value = text.value
    if ")" not in value:
        return
    for match in _NAME.finditer(value):
        start, end = match.span()
        before = value[max(0, start - _LOOK_BACK) : start].rstrip(" \t")
        if _FIELD_BEFORE.search(before) or is_meant(passage, start, end, context):
            continue
        around = value[max(0, start - 200) : end + 200]
        if len({found.casefold() for found in _ANY_TYPE.findall(around)}) > 1:
            continue
        certain = passage.role in INSTRUCTIONS
        name = text.matched(match)
        blanks = len(value[max(0, start - _LOOK_BACK) : start]) - len(before)
        yield Finding(
            name,
            f"{name.value} is the name of a data type that a template left behind",
            "remove it",
            fix=replace(text.cut(start - blanks, end), "", f"remove {name.value}") if certain else None,
            severity=None if certain else Severity.INFO,
        )
