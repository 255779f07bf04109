"""The picture is said to be audited, approved or proven in production.

Nobody audited a teaching diagram. Readers who take it for a reviewed reference will copy its simplifications.
A hedge such as "conceptual" does not help; "not an audited architecture" is the note that belongs there.

```bad
Add a note box: "[[Audited reference architecture]] for sign-in".
```

```good
Add a note box: "Conceptual sign-in flow, not an audited reference architecture".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.lexicon.mention import Mention
from jwtlint.rule import Where, rule

from ._claims import judge


@rule("SEC104", "audit-claim", Severity.ERROR, mentions="claim", where=Where.BOTH)
def audit_claim(mention: Mention) -> Iterator[Finding]:
    if mention.term.data["group"] == "audit":
        yield from judge(mention, f"{mention.text.value!r} claims an approval", excused=False)
