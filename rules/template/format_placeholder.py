"""A placeholder of a format string, such as "%s", was never filled in.

In SQL with bound parameters, in patterns of dates and in prompts about logging or printf such signs are meant.

```bad
Infographic titled "[[%s]]" about restoring a mailbox. Show [[%d]] boxes.
```

```good
Boxes: Importer, Orders DB. Importer → Orders DB: "SELECT id FROM orders WHERE day = %s".
Use 60 % of the width; dates read as %Y-%m-%d. Orders DB → Importer: "50%discount".
```
"""

import re
from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.passage import Passage
from jwtlint.regex import lazy
from jwtlint.rule import Where, rule

from ._leaks import is_meant, speaks_of

_PLACEHOLDER = lazy(
    r"(?<![\w%/&=?:-])(?:%(?:\d\$)?[sdi@](?![\w%])|%\([A-Za-z_]\w{0,40}\)[sdrif](?!\w)|%\.\d[fg](?!\w)"
    r"|\{(?:\d|)\}(?![\w/{},)]))"
)
_BRACES_FOR_VALUE = lazy(
    r"(?:\b(?:titled|named|called|entitled|for|in|of|by|style|palette|theme)\s)?[\"“'‘]\Z|\b(?:titled|for|by)\s\Z"
)
_BOUND = lazy(r"(?:[=<>(,]|\b(?:LIKE|IN|LIMIT|VALUES|SET|OFFSET))\s?['(]?\Z")
_SQL = lazy(r"\b(?:SELECT|INSERT|UPDATE|DELETE|VALUES|WHERE)\b")
_TOPIC = lazy(
    r"\b(?:s?printf|format strings?|strftime|logg(?:er|ing)|log (?:format|line|pattern|message)s?|placeholders?"
    r"|bound parameters?|prepared statements?|parameteri[sz]ed|localisation|localization|i18n|gettext)\b",
    re.IGNORECASE,
)


@rule("TPL105", "format-placeholder", Severity.ERROR, where=Where.BOTH)
def format_placeholder(passage: Passage, context: Context) -> Iterator[Finding]:
    text = passage.text
    value = text.value
    if "%" not in value and "{" not in value:
        return
    for match in _PLACEHOLDER.finditer(value):
        start, end = match.span()
        before = value[max(0, start - 8) : start]
        if match.group().startswith("{") and not _wants_value(passage, match, before):
            continue
        bound = _BOUND.search(before) and _SQL.search(value, max(0, start - 200), end)
        if bound or is_meant(passage, start, end, context):
            continue
        yield Finding(
            text.matched(match),
            f"the placeholder {match.group()} of a format string was not filled in",
            "write the value, or remove it",
            severity=Severity.INFO if speaks_of(passage, _TOPIC) else None,
        )


def _wants_value(passage: Passage, match: re.Match[str], before: str) -> bool:
    """Do braces stand for a value, and not for an empty object, a set or a repetition?"""
    if passage.drawn:
        return False
    return match.group() != "{}" or _BRACES_FOR_VALUE.search(before) is not None
