"""Something that bears a text in the original has none in the translation: a title, a role, the label of an arrow.

```bad
Browser → API: "[[GET /orders]]"
API → Browser: "200 OK"
--- translated
Navegador → API
API → Navegador: "200 OK"
```

```good
Browser → API: "GET /orders"
--- translated
Navegador → API: "GET /orders"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.pair import Pair
from jwtlint.rule import rule
from jwtlint.text import Text


@rule("PAR116", "text-lost", Severity.ERROR)
def text_lost(pair: Pair, diagram: Diagram) -> Iterator[Finding]:
    # Where arrows are missing, a caption too many is the label of one of them.
    whole = all(one.original and one.translation for one in diagram.arrows)
    for caption in diagram.captions:
        if caption.translation is None or (caption.original is None and whole):
            yield from _told("this caption", caption.original, caption.translation, None, None)
    yield from _told("the title", diagram.original.title, diagram.translation.title, None, None)
    for box, twin, _ in diagram.boxes:
        if box and twin:
            yield from _told(f"the role of {box.name.value!r}", box.role, twin.role, box.name, twin.name)
    for arrow, counterpart, _ in diagram.arrows:
        if arrow and counterpart:
            name = f"the label of the arrow {arrow}"
            yield from _told(name, arrow.label, counterpart.label, arrow.text, counterpart.text)


def _told(
    name: str, one: Text | None, other: Text | None, here: Text | None, there: Text | None
) -> Iterator[Finding]:
    if one and not other:
        beside = (Related(there, "it belongs here"),) if there else ()
        yield Finding(one, f"{name} is missing in the translation", "translate it", related=beside)
    elif other and not one:
        beside = (Related(here, "nothing of it is here"),) if here else ()
        yield Finding(
            other,
            f"{name} is not in the original",
            "remove it; a translation adds nothing",
            related=beside,
            severity=Severity.WARNING,
        )
