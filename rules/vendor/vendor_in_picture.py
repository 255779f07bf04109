"""A vendor or its product is named in the picture.

Generic diagrams outlive products and offend nobody. An error where the prompt itself forbids brands and the
name stands in words that are drawn, otherwise a warning; for information where the prompt is about that
vendor by its title or first sentence and forbids no brands, or only quotes a search phrase.

```bad
Boxes:
- Web Shop (basket icon; role: sends clicks)
- [[Kinesis]] (pipe icon; role: keeps events)
Arrows: Web Shop → Kinesis: "click 7". No vendor branding.
```

```good
Boxes:
- Web Shop (basket icon; role: sends clicks)
- Event Stream (pipe icon; role: keeps events)
Arrows: Web Shop → Event Stream: "click 7". No vendor branding, so neither Kinesis nor Pub/Sub by name.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.lexicon.mention import Mention
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

from ._branding import forbids_vendors, instead, is_search_hint, is_subject


@rule("VND102", "vendor-in-picture", Severity.WARNING, mentions="vendor")
def vendor_in_picture(mention: Mention, prompt: Prompt, context: Context) -> Iterator[Finding]:
    passage, data = mention.passage, mention.data
    if mention.negated or passage.of_entry or data["open_source"] or data["logo"]:
        return
    if not passage.drawn and any(mention.text.value in box.name.value for box in prompt.boxes):
        return
    if is_subject(mention, prompt, context) or is_search_hint(mention):
        severity = Severity.INFO
    elif passage.drawn and forbids_vendors(prompt):
        severity = Severity.ERROR
    else:
        severity = Severity.WARNING
    yield Finding(
        mention.text,
        f"{mention.text.value!r} names a vendor or its product",
        instead(mention, "show"),
        severity=severity,
    )
