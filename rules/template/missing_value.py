"""A program's word for a missing value ("undefined", "null", "NaN") stands where a value belongs.

As technical words the three are common ("undefined behaviour", "null if the row is gone", "NaN values"), so a finding
needs a sign that a value was wanted: a unit or a plural behind it, a size, title or audience before it, or nothing
else in the whole label.

```bad
Poster for [[undefined]] readers. Outline width [[null]] px. Show [[NaN]] replicas at the start.
```

```good
Boxes: Parser, Orders DB. Parser → Orders DB: "INSERT NULL if the date is missing".
Orders DB → Parser: "id or null". Make clear that the order of the rows is undefined.
```
"""

import re
from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.passage import Passage, Role
from jwtlint.regex import lazy
from jwtlint.rule import Where, rule

from ._leaks import INSTRUCTIONS, is_meant, speaks_of

_WORD = lazy(
    r"(?:(?<![\w.$/<`\"'“‘-])|(?<=\d[-–]))(?P<word>undefined|null|NaN)(?:[x×](?:undefined|null|NaN|\d+))?(?![\w/>`(=\"'”’-])"
)
_RANGE = lazy(r"\d[-–]\Z")
_QUOTES = "\"“‘'«"
_QUOTED = lazy(r"[\"“‘'«](?P<word>undefined|null|NaN)[\"”’'»]")
_WITHIN = 48
_MEASURE = lazy(
    r"\s?(?:px|pixels?|percent|per cent|%|[KMGT]i?B|bytes?|ms|seconds?|minutes?|hours?|days?|pt|cm|mm|dpi|x \d|× ?\d)(?!\w)"
)
_PLURAL = lazy(
    r"\s(?:(?:\w+-)?\w+\s)?(?:readers|boxes|arrows|steps|icons|replicas|colou?rs|labels|users|students|developers|engineers"
    r"|beginners|audience|palette|style|look|theme|background|requests|shards|nodes|pods|workers|items|copies|columns|rows"
    r"|lines|pages|entries in the legend)\b"
)
_WANTS_VALUE = lazy(
    r"(?:\b(?:titled|entitled|named|called|headline|heading|width|height|size|resolution|palette|audience|readers?"
    r"|title|style|theme|colou?rs?|background|language|font|mood|layout|caption)(?:\sof)?\s?[:=]?\s?#?"
    r"|\b(?:archetype|arrows|boxes|count|description|format|icons|labels|legend|lettering|number|ratio|steps|subtitle|tone"
    r"|version)\s?[:=]\s?"
    r"|(?<![\w-])(?:aimed at|legend 1(?:-|–|to )))\Z",
    re.IGNORECASE,
)
_FOR_READERS = lazy(r"\b(?:for|by|in|with|using|from)\s(?:an?\s|the\s)?\Z", re.IGNORECASE)
_NAME_BEFORE = lazy(
    r"\b(?:id|number|name|url|address|key|token|version|code|price|total|amount|date|time)\s\Z", re.I
)
_BEHAVIOUR = lazy(
    r"\s(?:behaviou?rs?|variables?|references?|methods?|functions?|symbols?|values?|state|order(?:ing)?|propert(?:y|ies)|index"
    r"|keys?|results?|fields?|inputs?|errors?|checks?|if|when|unless|until|in|as|or|and|by|for|on|pointers?|bytes?|hypothes[ie]s)\b"
)
_SAID_OF = lazy(
    r"(?:\b(?:is|are|be|was|were|remains?|returns?|stays?|becomes?|or|and|not|typeof|as|to|an?|left|keeps?|stays|if|no)\s"
    r"|[=!:|&,]\s?)\Z",
    re.IGNORECASE,
)
_TOPIC = lazy(
    r"\b(?:JavaScript|TypeScript|optional chaining|null ?safety|nullable|floating[ -]point|IEEE 754|hoisting)\b"
)


@rule("TPL104", "missing-value", Severity.WARNING, where=Where.BOTH)
def missing_value(passage: Passage, context: Context) -> Iterator[Finding]:
    text = passage.text
    value = text.value
    if "undefined" not in value and "null" not in value and "NaN" not in value:
        return
    for match in (*_WORD.finditer(value), *_QUOTED.finditer(value)):
        start, end = match.span("word")
        if not _stands_for_value(passage, match) or is_meant(passage, start, end, context):
            continue
        yield Finding(
            text.matched(match, "word"),
            f"{match['word']!r} stands where a value belongs",
            "write the value, or remove the words around it",
            severity=Severity.INFO if speaks_of(passage, _TOPIC) else None,
        )


def _stands_for_value(passage: Passage, match: re.Match[str]) -> bool:
    value = match.string
    start, end = match.span("word")
    if match["word"] == value.strip():
        return passage.role is not Role.LABEL or match["word"] == "undefined"
    before = value[max(0, start - _WITHIN) : start]
    if value[end : end + 1] in ("x", "×") or _RANGE.search(before):
        return True
    after = value[end : end + _WITHIN]
    if _MEASURE.match(after) or (_PLURAL.match(after) and not _SAID_OF.search(before)):
        return True
    if before[-1:] in _QUOTES:
        before = before[:-1]
    if passage.role in INSTRUCTIONS and _WANTS_VALUE.search(before) and not _BEHAVIOUR.match(after):
        return True
    if match["word"] != "undefined" or _BEHAVIOUR.match(after) or _SAID_OF.search(before):
        return False
    if passage.role in INSTRUCTIONS:
        return bool(_FOR_READERS.search(before))
    return not after.strip() and bool(_NAME_BEFORE.search(before))
