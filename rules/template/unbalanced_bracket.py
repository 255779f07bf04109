"""A bracket has no partner.

What belongs to a box, and what to the next, is lost where a bracket stays open. Enumerators such as "1)", smileys,
half-open intervals such as [0, 10) and code are none.

```bad
Boxes: Leader [[(icon: crown]]; Lease Store (icon: hourglass; role: grants a lease). Index Job copies [[articles every 10 min)]].
```

```good
Boxes: 1) Leader (icon: crown), 2) Lease Store (icon: hourglass). The values [0, 10) are kept :) and `f(x` is code.
Variants: a) flat, b) isometric (the default).
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.rule import rule
from jwtlint.text import Text

from ._pairs import ANEW, CODE, closed, opened

_MARK = re.compile(
    rf"""{CODE}|{ANEW}
    | (?P<other>
        (?<![\w)])[\[(]\s?-?[\d.∞]+\s?,\s?-?[\d.∞]+\s?[\])]   # intervals
      | (?<=\s)[:;=8][-']?[()\[\]](?=\s|[.,!?]|\Z)            # smileys
      | \\[()\[\]{{}}]
      | \[\ ?[xX]?\ ?\](?=\s)
      )
    | (?P<enumerator>(?:(?<=\s)|(?<=\A)|(?<=[;:,*_(\[—–/]))(?:\d{{1,3}}[a-z]?|[A-Za-z]|[ivx]{{1,4}})\))
    | (?P<bracket>[()\[\]{{}}])
    """,
    re.VERBOSE,
)
_BRACKET = re.compile(r"[()\[\]{}]")
_PARTNER = {")": "(", "]": "[", "}": "{"}


@rule("TPL132", "unbalanced-bracket", Severity.WARNING)
def unbalanced_bracket(text: Text) -> Iterator[Finding]:
    value = text.value
    if not _BRACKET.search(value):
        return
    unclosed, unopened = _without_partner(value)
    for at in unclosed:
        yield Finding(
            opened(text, at, _BRACKET), f"the bracket {value[at]} is never closed", "close it where its words end"
        )
    for at in unopened:
        yield Finding(closed(text, at + 1), f"the bracket {value[at]} was never opened", "open it, or remove it")


def _without_partner(value: str) -> tuple[list[int], list[int]]:
    """Offsets of the opening and of the closing brackets that stand alone."""
    unclosed: list[int] = []
    unopened: list[int] = []
    stack: list[int] = []
    for match in _MARK.finditer(value):
        kind, at = match.lastgroup, match.end() - 1
        if kind == "anew":
            unclosed += stack
            stack = []
            continue
        if kind == "enumerator" and _enumerates(value, match, stack):
            continue
        if kind not in ("bracket", "enumerator"):
            continue
        mark = value[at]
        if mark not in _PARTNER:
            stack.append(at)
        elif stack and value[stack[-1]] == _PARTNER[mark]:
            stack.pop()
        elif len(stack) > 1 and value[stack[-2]] == _PARTNER[mark]:
            # The inner one was not closed; it does not make this one wrong as well.
            unclosed.append(stack[-1])
            del stack[-2:]
        else:
            unopened.append(at)
    return unclosed + stack, unopened


def _enumerates(value: str, match: re.Match[str], stack: list[int]) -> bool:
    """Is "2)" the number of an item, or does it close an open bracket?"""
    if not stack or value[stack[-1]] != "(":
        return True
    if match.start() and value[match.start() - 1] == "(":
        return False
    following = _BRACKET.search(value, match.end(), match.end() + 400)
    return following is not None and following.group() == ")" and value[match.end() : match.end() + 1].isspace()
