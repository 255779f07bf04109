"""A word is drawn with other letters or digits than the prompt asks for.

Image generators draw letters, not words: one or two wrong letters in otherwise perfect text are their second most
frequent defect. The word was read again at other sizes before it is reported; casing, and letters that no reader
can tell apart (I l 1, O 0, rn m), are no difference.

```bad
Draw a diagram titled "Checkout Flow" with boxes labeled "Browser" and "Payment Service".
--- drawn
Checkout Flow
[[Brwoser]]
Payment Service
```

```bad
Draw a port map titled "Local Setup": a box labeled "Collector" with the note "port 4318".
--- drawn
Local Setup
Collector
port [[4313]]
```

```good
Draw a diagram titled "Checkout Flow" with boxes labeled "Browser" and "AI Service".
--- drawn
CHECKOUT FLOW
Browser
Al Service
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Related, Severity
from jwtlint.picture.comparison import Comparison
from jwtlint.picture.suspects import Suspect, slips
from jwtlint.rule import rule
from jwtlint.text import Text

from ._words import AGAIN, reread, spelling_severity


@rule("PIC101", "misdrawn-word", Severity.ERROR, supersedes=("PIC102", "PIC103", "SPL103"))
def misdrawn_word(comparison: Comparison, context: Context) -> Iterator[Finding]:
    for one in slips(comparison, context):
        meant = one.meant
        yield Finding(
            one.drawn,
            f"{one.drawn.value!r} is drawn where {meant!r} is asked for{_where(one)}",
            AGAIN,
            related=(Related(one.asked, "it is asked for here"),) if isinstance(one.asked, Text) else (),
            severity=spelling_severity(comparison.picture),
            confidence=reread(comparison.picture, one.drawn, meant),
        )


def _where(one: Suspect) -> str:
    if one.match is None or one.match.expected.text.value == one.meant:
        return ""
    return f" in the {one.match.expected}"
