"""A certificate or compliance is claimed ("SOC 2 certified", "GDPR compliant").

A drawing cannot be certified: that takes an assessor, a scope and a date. A hedge such as "illustrative" does
not help. Naming a topic ("relates to GDPR") is fine, and so is compliance with a specification ("RFC 7519
compliant").

```bad
Print this line in the corner: "[[SOC 2 certified]] architecture".
```

```good
Print this line in the corner: "Relates to SOC 2 topics; no SOC 2 certification is implied".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.lexicon.mention import Mention
from jwtlint.rule import Where, rule

from ._claims import judge


@rule("SEC103", "compliance-claim", Severity.ERROR, mentions="claim", where=Where.BOTH)
def compliance_claim(mention: Mention) -> Iterator[Finding]:
    if mention.term.data["group"] == "compliance":
        yield from judge(mention, f"{mention.text.value!r} claims a certificate", excused=False)
