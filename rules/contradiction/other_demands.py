"""Two demands exclude each other, on an axis that has no rule of its own.

The vocabulary `demands` lists such axes under `more`: British and American spelling, serif and sans-serif, capitals
and small letters. Editors add theirs there.

```bad
British spelling in every caption. Labels are short, in [[American English]].
```

```good
British spelling in every caption. Not American spelling.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

from ._demands import axes_of, clashes


@rule("CON109", "excluding-demands", Severity.WARNING)
def excluding_demands(prompt: Prompt, context: Context) -> Iterator[Finding]:
    for axis in axes_of(context).more:
        yield from clashes(prompt, context, axis)
