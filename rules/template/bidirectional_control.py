"""A bidirectional control makes the text look different from what it says.

An override shows "gnp.revoc" as "cover.png", to an editor as to a reviewer, while the generator reads the letters in
their order (Unicode Technical Report 36; CVE-2021-42574). Isolates and marks are meant where the text has letters
of a script that runs from right to left.

```bad
Web Page → Object Store: "PUT [[\u202egnp.revoc\u202c]]"
```

```fixed
Web Page → Object Store: "PUT gnp.revoc"
```

```good
Web Page → Object Store: "PUT cover.png". Title: "\u2067شبكة\u2069 DNS".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Edit, Finding, Fix, Safety, Severity
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Text

_CONTROL = lazy("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STRETCH = lazy(
    "[\u202a-\u202e](?:[^\u202a-\u202e\n]{0,200}[\u202c])?|[\u2066-\u2068](?:[^\u2066-\u2069\n]{0,200}\u2069)?"
    "|[\u061c\u200e\u200f\u2069]"
)
_OVERRIDES = frozenset("\u202d\u202e")
_RIGHT_TO_LEFT = lazy("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@rule("TPL123", "bidirectional-control", Severity.ERROR)
def bidirectional_control(text: Text) -> Iterator[Finding]:
    value = text.value
    if value.isascii() or not _CONTROL.search(value):
        return
    right_to_left = _RIGHT_TO_LEFT.search(value) is not None
    for match in _STRETCH.finditer(value):
        controls = list(_CONTROL.finditer(value, *match.span()))
        override = match.group()[0] in _OVERRIDES
        if right_to_left and not override:
            continue
        code = f"U+{ord(match.group()[0]):04X}"
        shown = _CONTROL.sub("", match.group())
        yield Finding(
            text.matched(match),
            f"a bidirectional control ({code}) changes how {shown!r} looks"
            if shown
            else f"a bidirectional control ({code})",
            "remove it, and write the characters in the order in which they are read",
            fix=Fix(
                "remove the bidirectional controls",
                Safety.UNSAFE if override else Safety.SAFE,
                tuple(Edit(text.matched(control), "") for control in controls),
            ),
            severity=None if override else Severity.WARNING,
        )
