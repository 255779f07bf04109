"""Reading marks that come in pairs: what is code, and where an open mark cannot be closed any more."""

import re

from jwtlint.regex import lazy
from jwtlint.text import Text

# Code is not read; behind a blank line, and at the next item of a list or row of a table, everything begins anew.
CODE = r"(?P<code>```[\s\S]*?```|`[^`\n]{1,300}`)"
ANEW = r"(?P<anew>\n[ \t]*(?=\n|[-*•▪◦–+#|]|(?:step[ \t]*)?\d{1,3}[.):]|\(?[a-z0-9]\)))"

# More than these nobody reads.
MOST = 100

_STOP = lazy(r"[;\n]|[.!?](?:\s|\Z)")
_LONGEST = 60
_WORDS_BEFORE = lazy(r"(?:[^\s()\[\]{}]+[ \t]+){0,2}[^\s()\[\]{}]*\Z")


def opened(text: Text, start: int, other: re.Pattern[str]) -> Text:
    """From an opening mark to where its words may end: before `other`, or with the clause."""
    value = text.value
    end = min(start + _LONGEST, len(value))
    for pattern in (other, _STOP):
        if found := pattern.search(value, start + 1, end):
            end = found.start()
    if end == start + _LONGEST and end < len(value) and value[end].isalnum():
        end = start + len(value[start:end].rpartition(" ")[0]) or end
    words = text.cut(start, end).strip(" \t,:-—–→>=")
    return words if len(words) > 1 else text.cut(start, start + 1)


def closed(text: Text, end: int) -> Text:
    """The words before a closing mark, with it."""
    before = _WORDS_BEFORE.search(text.value, max(0, end - 1 - _LONGEST), end - 1)
    return text.cut(before.start() if before else end - 1, end).strip()
