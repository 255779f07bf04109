"""The picture is meant for beginners in one place and for experts in another.

The audience decides how many words a label has and what needs no explanation. A sentence that names both ("for
beginners and experts alike") means both.

```bad
Draw this for absolute beginners, with everyday words. The picture is [[for senior database architects]] only.
```

```good
Draw this for beginners and senior engineers alike. It shows how a senior node is elected.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

from ._demands import clashes


@rule("CON105", "audience-clash", Severity.WARNING)
def audience_clash(prompt: Prompt, context: Context) -> Iterator[Finding]:
    yield from clashes(prompt, context, "audience")
