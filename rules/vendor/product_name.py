"""A box bears the name of an open-source product.

The text is allowed; a generic name ("Cache", "Queue", "Database") says what the box does and outlives the
product. Silent where the title of the picture names the product: then it is the subject.

```bad
Boxes: API Server (server icon; role: answers), [[RabbitMQ]] (tray icon; role: holds jobs).
```

```good
Boxes: API Server (server icon; role: answers), Queue (tray icon; role: holds jobs).
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.lexicon.mention import Mention
from jwtlint.passage import Role
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

# The generic name of a kind of component.
_GENERIC = {
    "auth": "Auth Service",
    "cache": "Cache",
    "db": "Database",
    "gateway": "API Gateway",
    "objectstore": "Object Storage",
    "observability": "Monitoring",
    "queue": "Queue",
}


@rule("VND105", "product-name", Severity.INFO, mentions="vendor")
def product_name(mention: Mention, prompt: Prompt, context: Context) -> Iterator[Finding]:
    data = mention.data
    if mention.negated or mention.passage.role is not Role.BOX or not data["open_source"] or data["logo"]:
        return
    if prompt.title is not None and mention.text.value in prompt.title.value:
        return
    generic = _generic(mention.term.name, context)
    if generic:
        message = f"the box is named after the product {mention.term.name}"
        yield Finding(mention.text, message, f"{generic!r} says what it does")


def _generic(product: str, context: Context) -> str | None:
    kinds = context.vocabulary("components").get("kinds", {})
    name = product.casefold()
    return next(
        (generic for kind, generic in _GENERIC.items() if name in kinds.get(kind, {}).get("aliases", ())),
        None,
    )
