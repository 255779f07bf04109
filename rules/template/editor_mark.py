"""A note of the editor to herself ("TODO: add icon", "TBD") was left in the text.

The generator takes it for something to draw, or for a part of the name beside it. Lists of things to do are a topic like
any other, and a board may have a column TODO.

```bad
Boxes: Order Service — scroll icon — role: opens the order. Palette: [[TBD]]. [[FIXME: icons of the other boxes]].
```

```good
Infographic "A TODO list app". Boxes: TODO API, List DB. TODO API → List DB: "insert TODO item".
Explain TBD, trunk-based development, in a note.
```
"""

import re
from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.passage import Passage
from jwtlint.regex import lazy
from jwtlint.rule import rule

from ._leaks import is_meant, speaks_of

_REMARK = r"(?:\s?\([^()\n]{1,40}\))?\s?[:：](?:\s?[^\n;|.\"”»()\[\]—–]{1,80})?"
_MARK = lazy(
    rf"(?<![\w#@-])(?:(?P<todo>TODO|FIXME)(?P<remark>{_REMARK})?|(?P<open>TB[DC])(?:{_REMARK})?|(?P<crosses>XXX)(?:{_REMARK}|(?<=\AXXX)\Z)"
    rf"|(?:(?<=[:—–-]\s)|(?<=[(\[])|\A)(?P<words>(?:to be (?:defined|decided|determined|confirmed|filled in)|(?:fill|add) (?:this )?(?:in )?later)(?=\s*[.;,)\]|—–-]|\s*\Z)))"
    r"(?![\w-])"
)
_NOUN_BEHIND = lazy(
    r"\s?(?:lists?|apps?|items?|API|services?|boards?|columns?|cards?|comments?|tags?|entr(?:y|ies)|DB|database|tables?|states?"
    r"|tasks?|tickets?|lane|view|page|widget|reminders?|marks?|notes?)\b",
    re.IGNORECASE,
)
_BOARD = lazy(
    r"\b(?:kanban|doing|in progress|IN_PROGRESS|backlog|scrum|to-?do (?:list|app|item|board))\b",
    re.IGNORECASE,
)
_TRUNK = lazy(r"\btrunk[ -]based\b", re.IGNORECASE)


@rule("TPL108", "editor-mark", Severity.ERROR)
def editor_mark(passage: Passage, context: Context) -> Iterator[Finding]:
    text = passage.text
    value = text.value
    if (
        "TODO" not in value
        and "FIXME" not in value
        and "TB" not in value
        and "XXX" not in value
        and "e d" not in value
    ):
        return
    for match in _MARK.finditer(value):
        start, end = match.span()
        if _NOUN_BEHIND.match(value, end) or is_meant(passage, start, end, context):
            continue
        if match["open"] and speaks_of(passage, _TRUNK):
            continue
        mark = text.matched(match).strip()
        if match["words"] and context.polarity.of(value, start, end, passage.language).negated:
            continue
        yield Finding(
            mark,
            f"{mark.value!r} is a note of the editor",
            "do what it says, and remove it",
            severity=_severity(passage, match),
        )


def _severity(passage: Passage, match: re.Match[str]) -> Severity | None:
    if match["todo"] and not match["remark"]:
        return Severity.INFO if speaks_of(passage, _BOARD) else Severity.WARNING
    if match["todo"] and speaks_of(passage, _BOARD):
        return Severity.INFO
    return Severity.WARNING if match["open"] or match["words"] else None
