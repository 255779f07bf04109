"""A character was left as it is written in HTML or in a program: `&amp;`, `\\u00e9`.

The text went through a converter once too often, or once too little; the generator draws the escape. Prompts about HTML
and escaping mean it.

```bad
Title: "Backup [[&amp;]] Restore". Label one arrow "Gen[[\\u00e8]]ve".
```

```fixed
Title: "Backup & Restore". Label one arrow "Genève".
```

```good
Title: "Backup & Restore". Browser → Search API: "GET /q?a=1&copy=2".
```
"""

import re
from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity, replace
from jwtlint.passage import Passage
from jwtlint.regex import lazy
from jwtlint.rule import rule

from ._leaks import is_meant, speaks_of

_ESCAPE = lazy(
    r"&(?:amp|quot|apos|lt|gt|nbsp|ndash|mdash|hellip|copy|reg|deg|times|[aeiouAEIOU]uml|szlig|[aeiouAEIOU](?:acute|grave|circ)"
    r"|ccedil|ntilde|[lr]squo|[lr]dquo|#\d{2,6}|#[xX][0-9a-fA-F]{2,5})(?:;|\Z)"
    r"|\\u[0-9a-fA-F]{4}|\\x[89a-fA-F][0-9a-fA-F](?![0-9a-fA-F])"
)
_TOPIC = lazy(
    r"\b(?:HTML|XSS|escap(?:e|es|ed|ing)|entit(?:y|ies)|sanitiz\w+|encod(?:es?|ed|ing|er)|Unicode|UTF-8)\b",
    re.IGNORECASE,
)


@rule("TPL124", "escaped-character", Severity.WARNING)
def escaped_character(passage: Passage, context: Context) -> Iterator[Finding]:
    text = passage.text
    value = text.value
    if "&" not in value and "\\" not in value:
        return
    for match in _ESCAPE.finditer(value):
        if is_meant(passage, *match.span(), context):
            continue
        meant = speaks_of(passage, _TOPIC)
        character = _unescaped(match.group())
        yield Finding(
            text.matched(match),
            f"{match.group()} is the escape of {character!r}",
            "write the character",
            fix=None
            if meant or not character.isprintable()
            else replace(text.matched(match), character, "write the character"),
            severity=Severity.INFO if meant else None,
        )


def _unescaped(escape: str) -> str:
    if escape.startswith("\\"):
        return chr(int(escape[2:], 16))
    from html import unescape

    return unescape(escape)
