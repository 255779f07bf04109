"""A bracket has no partner.

What belongs to a box, and what to the next, is lost where a bracket stays open. Enumerators such as "1)", smileys,
half-open intervals such as [0, 10) and code are none.

```bad
Boxes: Leader [[(icon: crown]]; Lease Store (icon: hourglass; role: grants a lease).
```

```bad
Boxes: Leader (icon: crown); Index Job, which copies [[every 10 min)]]; Reader Page (icon: bench).
```

```good
Boxes: 1) Leader (icon: crown), 2) Lease Store (icon: hourglass). The values [0, 10) are kept :) and `f(x` is code.
Variants: a) flat, b) isometric (the default).
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Text

from ._pairs import ANEW, CODE, MOST, closed, opened

_MARK = lazy(
    rf"""{CODE}|{ANEW}
    | (?P<other>
        (?<![\w)])[\[(\]]\s?[-–]?[\d.:∞/]{{1,20}}\s?[,;]\s?[-–]?[\d.:∞/]{{1,20}}\s?[\])\[]  # intervals
      | (?<=\s)[:;=8][-']?[()\[\]](?=\s|["'”’»“`.,;!?]|\Z)                     # smileys
      | \\[()\[\]{{}}]
      | \[\ ?[xX]?\ ?\](?=\s)
      )
    | (?P<enumerator>(?:(?<=\s)|(?<=\A)|(?<=[;:,*_(\[—–/]))(?:\d{{1,3}}[a-z]?|[A-Za-z]|[ivx]{{1,4}})\))
    | (?P<bracket>[()\[\]{{}}])
    """,
    re.VERBOSE,
)
# Pairs within a line, and numbers of items: most prompts have no other brackets.
_PAIR = lazy(r"\([^()\[\]{}\n]*\)|\[[^()\[\]{}\n]*\]|\{[^()\[\]{}\n]*\}")
_NUMBER = lazy(r"\)(?=\s)(?:(?<=\s\d\))|(?<=\s\d\d\)))")
_BRACKET = lazy(r"[()\[\]{}]")
_FIRST = frozenset(("1)", "a)", "A)", "i)"))
_LONGEST_ITEM = 400
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_PARTNER = {")": "(", "]": "[", "}": "{"}


@rule("TPL132", "unbalanced-bracket", Severity.WARNING)
def unbalanced_bracket(text: Text) -> Iterator[Finding]:
    value = text.value
    rest = _PAIR.sub("", _NUMBER.sub("", value))
    if not _BRACKET.search(rest) or not _BRACKET.search(_PAIR.sub("", rest)):
        return
    unclosed, unopened = _without_partner(value)
    for at in unclosed[:MOST]:
        yield Finding(
            opened(text, at, _BRACKET),
            f"the bracket {value[at]} is never closed",
            "close it where its words end",
        )
    for at in unopened[:MOST]:
        yield Finding(
            closed(text, at + 1), f"the bracket {value[at]} was never opened", "open it, or remove it"
        )


def _without_partner(value: str) -> tuple[list[int], list[int]]:
    """Offsets of the opening and of the closing brackets that stand alone."""
    unclosed: list[int] = []
    unopened: list[int] = []
    stack: list[int] = []
    listed = -1
    for match in _MARK.finditer(value):
        kind, at = match.lastgroup, match.end() - 1
        if kind == "anew":
            # What ends its line opens a block of code, which has lines and items of its own.
            unclosed += [at for at in stack if value[at + 1 : at + 2] != "\n"]
            stack = [at for at in stack if value[at + 1 : at + 2] == "\n"]
            continue
        if kind == "enumerator" and _enumerates(value, match, stack, listed):
            listed = at
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
        elif stack and not _is_closed_later(value, stack[-1], at):
            # One slip: the wrong kind of bracket.
            unclosed.append(stack.pop())
        else:
            unopened.append(at)
    return unclosed + stack, unopened


def _is_closed_later(value: str, opening: int, after: int) -> bool:
    """Does the partner of an open bracket follow, before another bracket of its kind is opened?"""
    mark = value[opening]
    partner = _CLOSING[mark]
    end = after + _LONGEST_ITEM
    found, again = value.find(partner, after, end), value.find(mark, after, end)
    return found >= 0 and not 0 <= again < found


def _enumerates(value: str, match: re.Match[str], stack: list[int], listed: int) -> bool:
    """Is "2)" the number of an item, or does it close an open bracket? `listed` is where the last item was."""
    if not stack or value[stack[-1]] != "(":
        return True
    if match.start() and value[match.start() - 1] == "(":
        return False
    if match.group() not in _FIRST and listed < stack[-1]:
        return False
    following = _BRACKET.search(value, match.end(), match.end() + _LONGEST_ITEM)
    return (
        following is not None and following.group() == ")" and value[match.end() : match.end() + 1].isspace()
    )
