"""The logo, icon or badge of a vendor is asked for.

Logos are trademarks, generators draw them wrong, and a catalog of generic diagrams takes sides with them.
Prohibitions ("no AWS logos") are silent. A warning only where the prompt is about that vendor by its title or
first sentence and forbids no brands.

```bad
Boxes: Edge Node (icon: server with the [[Akamai]] logo; role: answers from nearby), Origin (icon: server).
```

```good
Boxes: Edge Node (icon: server in a cloud; role: answers from nearby), Origin (icon: server).
Generic icons only, no Akamai or Cloudflare logos.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.lexicon.mention import Mention
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

from ._branding import instead, is_subject


@rule("VND101", "vendor-logo", Severity.ERROR, mentions="vendor")
def vendor_logo(mention: Mention, prompt: Prompt, context: Context) -> Iterator[Finding]:
    data = mention.data
    if mention.negated or mention.passage.of_entry or data["open_source"] or not data["logo"]:
        return
    yield Finding(
        mention.text,
        f"a logo or icon of {mention.term.name} is asked for",
        instead(mention, "draw"),
        severity=Severity.WARNING if is_subject(mention, prompt, context) else Severity.ERROR,
    )
