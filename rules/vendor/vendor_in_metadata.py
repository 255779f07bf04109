"""A vendor is named in the title, description or alt text of the entry.

Visitors who search for that vendor find a generic diagram, and readers take it for the vendor's own. In the
SEO target it is for information only: these are the words that people search for.

```bad
---
title: Single sign-on in pictures
description: An [[Okta]] inspired infographic of single sign-on.
---
Infographic titled "Single Sign-On". Boxes: Browser, Identity Provider.
```

```good
---
title: Single sign-on in pictures
description: A vendor-neutral infographic of single sign-on.
---
Infographic titled "Single Sign-On". Boxes: Browser, Identity Provider. No Okta or Auth0 logos.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.lexicon.mention import Mention
from jwtlint.passage import Role
from jwtlint.rule import rule

from ._branding import instead


@rule("VND103", "vendor-in-metadata", Severity.WARNING, mentions="vendor")
def vendor_in_metadata(mention: Mention) -> Iterator[Finding]:
    if mention.negated or not mention.passage.of_entry or mention.data["open_source"]:
        return
    target = mention.passage.role is Role.ENTRY_TARGET
    yield Finding(
        mention.text,
        f"the {mention.passage.role.value} names the vendor {mention.term.name}",
        "" if target else instead(mention, "say"),
        severity=Severity.INFO if target else Severity.WARNING,
    )
