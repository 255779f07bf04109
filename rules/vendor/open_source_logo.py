"""The logo or mascot of an open-source product is asked for where the prompt wants generic icons.

Open-source projects have trademarks, too ("Docker whale", "Kubernetes wheel"). Their names may stand as text.
Where the prompt forbids no brands, it is for information.

```bad
Boxes: Cache (icon: the [[Redis]] logo; role: keeps sessions), Database (icon: cylinder).
Generic icons only, no vendor branding.
```

```good
Boxes: Redis (icon: memory chip; role: keeps sessions), Database (icon: cylinder).
Generic icons only, no vendor branding, no Redis logo.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.lexicon.mention import Mention
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

from ._branding import forbids_vendors, instead


@rule("VND104", "open-source-logo", Severity.WARNING, mentions="vendor")
def open_source_logo(mention: Mention, prompt: Prompt) -> Iterator[Finding]:
    data = mention.data
    if mention.negated or mention.passage.of_entry or not (data["open_source"] and data["logo"]):
        return
    yield Finding(
        mention.text,
        f"the logo or mascot of {mention.term.name} is asked for",
        instead(mention, "draw"),
        severity=Severity.WARNING if forbids_vendors(prompt) else Severity.INFO,
    )
