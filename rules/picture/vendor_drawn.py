"""A vendor or its product is named in the picture.

Generic diagrams outlive products and offend nobody. A warning where the prompt does not ask for the name, an error
where it forbids brands; for information where the prompt itself names it (the prompt is then what has to change).
Names are read; logos without words are not recognised.

```bad
Draw a diagram titled "Order Events" with boxes labeled "Web Shop" and "Event Stream".
--- drawn
Order Events
Web Shop
[[Kinesis]]
```

```good
Draw a diagram titled "Order Events" with boxes labeled "Web Shop" and "Event Stream".
--- drawn
Order Events
Web Shop
Event Stream
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.document import Document
from jwtlint.finding import Finding, Severity
from jwtlint.picture.layout import Layout
from jwtlint.prompt.model import Topic
from jwtlint.rule import rule
from jwtlint.text import Text

from ._words import ANEW


@rule("PIC150", "vendor-drawn", Severity.WARNING)
def vendor_drawn(layout: Layout, document: Document, context: Context) -> Iterator[Finding]:
    for mention in document.mentions["vendor"]:
        if not mention.negated and not mention.data["open_source"]:
            yield _finding(mention.text, str(mention.data["generic"]), document)
    named = {mention.text.place for mention in document.mentions["vendor"]}
    alone = _ambiguous_names(context)
    for line in layout.lines:
        name = line.text.value
        if name in alone and line.text.place not in named and document.prompt and not _asked(name, document):
            yield _finding(
                line.text, context.vocabulary("vendors").get("generic", {}).get(name, ""), document
            )


def _finding(text: Text, generic: str, document: Document) -> Finding:
    name, prompt = text.value, document.prompt
    forbidden = prompt is not None and any(
        one.topic is Topic.VENDORS and one.negative for one in prompt.constraints
    )
    if prompt is None or _asked(name, document):
        severity = Severity.INFO
    else:
        severity = Severity.ERROR if forbidden else Severity.WARNING
    return Finding(
        text,
        f"{name!r} names a vendor or its product",
        f"{ANEW}; show {generic!r} instead" if generic else ANEW,
        severity=severity,
    )


def _asked(name: str, document: Document) -> bool:
    return document.comparison is not None and document.comparison.names(name)


def _ambiguous_names(context: Context) -> frozenset[str]:
    """Names that are ordinary words, too: a label that is nothing else, and that nobody asked for, is the vendor."""
    vendors = context.vocabulary("vendors").get("vendor", ())
    return frozenset(name for vendor in vendors for name in vendor.get("ambiguous", ()))
