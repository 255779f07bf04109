"""Two sentences run together: the full stop between them is missing.

The generator reads "no watermarks No real logos" as one demand, and may take the second half for a part of the first.

```bad
Numbers stay as digits, [[no watermarks Keep the]] boxes apart.
```

```fixed
Numbers stay as digits, no watermarks. Keep the boxes apart.
```

```good
Numbers stay as digits, no watermarks. Keep the Use Case box and the red Add button apart; the note reads All clear.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity, replace
from jwtlint.passage import Passage, Role
from jwtlint.rule import rule

from ._sentences import run_ons

_WHOLE_SENTENCES = frozenset(
    {Role.PROSE, Role.NOTE, Role.STEP, Role.DESCRIPTION, Role.ENTRY_DESCRIPTION, Role.ENTRY_ALT}
)


@rule("TPL112", "run-together", Severity.WARNING)
def run_together(passage: Passage) -> Iterator[Finding]:
    if passage.role not in _WHOLE_SENTENCES:
        return
    text = passage.text
    for run_on in run_ons(text.value, passage.language):
        words = text.cut(run_on.start, run_on.end)
        blank = text.cut(run_on.blank_start, run_on.blank_end)
        yield Finding(
            words,
            f"two sentences run together in {words.value!r}",
            "end the first with a full stop",
            fix=replace(blank, ". ", "end the sentence"),
        )
