"""Filler text such as "Lorem ipsum" stands where words of the subject belong.

A request for filler text ("fill the mock-up of a page with lorem ipsum") is only worth a look.

```bad
Boxes: Query Engine — icon: telescope — role: [[Lorem ipsum dolor sit amet]]; File Storage — icon: folders — role: holds
one folder per month.
```

```good
Boxes: Query Engine — icon: telescope — role: reads one folder per month. Do not use lorem ipsum anywhere.
```
"""

import re
from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.passage import Passage
from jwtlint.regex import lazy
from jwtlint.rule import Where, rule

from ._leaks import is_meant

_LATIN = (
    "lorem|ipsum|dolor|sit|amet|consectetur|consetetur|adipiscing|sadipscing|elit|elitr|sed|do|eiusmod|diam|nonumy"
    "|tempor|incididunt|ut|labore|et|dolore|magna|aliqua|aliquyam|erat|enim|ad|minim|veniam|quis|nostrud"
)
_FILLER = lazy(
    rf"\b(?:lorem\s+ipsum|dolor\s+sit\s+amet|consectetur\s+adipiscing)(?:[\s,.]+(?:{_LATIN})\b){{0,40}}"
    r"|\b(?:blah[\s,-]+blah(?:[\s,-]+blah)*|asdf(?:asdf|ghjk)?)\b",
    re.IGNORECASE,
)
_MENTIONED = 3


@rule("TPL107", "filler-text", Severity.ERROR, where=Where.BOTH)
def filler_text(passage: Passage, context: Context) -> Iterator[Finding]:
    text = passage.text
    value = text.value
    if (
        "psum" not in value
        and "PSUM" not in value
        and "olor" not in value
        and "lah" not in value
        and "sdf" not in value
    ):
        return
    for match in _FILLER.finditer(value):
        filler = text.matched(match)
        if is_meant(passage, *match.span(), context) or _is_forbidden(passage, match, context):
            continue
        spoken_of = len(match.group().split()) < _MENTIONED and not passage.drawn
        yield Finding(
            filler,
            f"{filler.value!r} is filler text",
            "write what the picture shall say",
            severity=Severity.INFO if spoken_of else None,
        )


def _is_forbidden(passage: Passage, match: re.Match[str], context: Context) -> bool:
    return context.polarity.of(match.string, match.start(), match.end(), passage.language).negated
