"""An arrow has a label without any text.

A generator fills an empty label with words of its own.

```bad
Boxes: Tape Robot (arm icon), Tape Shelf (shelf icon), Disk (disk icon).
Arrows: Disk → Tape Robot: "Saturday backup"; Tape Robot → Tape Shelf: [[""]].
```

```good
Boxes: Tape Robot (arm icon), Tape Shelf (shelf icon), Disk (disk icon).
Arrows: Disk → Tape Robot: "Saturday backup"; Tape Robot → Tape Shelf: "tape 12".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Arrow, Prompt
from jwtlint.regex import lazy
from jwtlint.rule import rule

_EMPTY_QUOTES = lazy(r"\"\s{0,9}\"|“\s{0,9}”|„\s{0,9}[“”]|«\s{0,9}»|''|‘\s{0,9}’|``")
_EMPTY_CELL = lazy(r"\|[ \t]{0,99}(?:\||$)")
_NOTHING_FOLLOWS = lazy(r"(?:\blabell?ed(?: as| with)?|[:=])\s*$", re.IGNORECASE)


@rule("STR104", "empty-label", Severity.WARNING)
def empty_label(arrow: Arrow, prompt: Prompt) -> Iterator[Finding]:
    if arrow.label is not None and arrow.label.value.strip():
        return
    words = arrow.text.strip()
    if arrow.label is not None and (quotes := words.search(_EMPTY_QUOTES)):
        place = quotes
    elif arrow.source_box and arrow.target_box and _unfinished(words.value, prompt):
        place = words
    else:
        return
    yield Finding(
        place, f"the label of {arrow} has no text", "say what goes over this arrow, or leave the label out"
    )


def _unfinished(words: str, prompt: Prompt) -> bool:
    """Does the clause promise a label, by its last words or by an empty cell where other rows have a text?"""
    if _NOTHING_FOLLOWS.search(words):
        return True
    return bool(_EMPTY_CELL.search(words)) and any(arrow.label for arrow in prompt.arrows)
