"""A claim of unbreakable or graded cryptography ("military-grade", "uncrackable").

Strength depends on algorithms, keys, implementation and time; grades such as "military" name no standard.
Name the algorithm instead.

```bad
Show a caption: "Every backup uses [[military-grade]] encryption".
```

```good
Show a caption: "Every backup is encrypted with AES-256-GCM". Avoid "military-grade" wording.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.lexicon.mention import Mention
from jwtlint.rule import Where, rule

from ._claims import judge


@rule("SEC102", "unbreakable-cryptography", Severity.ERROR, mentions="claim", where=Where.BOTH)
def unbreakable_cryptography(mention: Mention) -> Iterator[Finding]:
    if mention.term.data["group"] == "cryptography":
        yield from judge(mention, f"{mention.text.value!r} promises cryptography that nothing breaks")
