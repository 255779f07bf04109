"""An arrow of the original is missing in the translation, or the translation has one more.

A re-render swaps the language and nothing else. Arrows are recognised by their ends, their order and the protocol words
of their labels, so that one lost arrow is one finding. One that only stands elsewhere in the order is reported, too.
Where a side has lines that announce arrows and could not be read, the arrows may stand there: that is told instead.

```bad
Browser → API: "GET /orders"
[[API → Store: "SELECT orders"]]
API → Browser: "200 OK"
--- translated
Navegador → API: "GET /orders"
API → Navegador: "200 OK"
```

```good
Browser → API: "GET /orders"
API → Store: "SELECT orders"
--- translated
Navegador → API: "GET /orders"
API → Almacén: "SELECT pedidos"
```
"""

from collections.abc import Iterator, Sequence

from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.pair import Pair
from jwtlint.rule import rule
from jwtlint.text import Text

from ._parts import unpaired


@rule("PAR111", "arrow-lost", Severity.ERROR)
def arrow_lost(pair: Pair, diagram: Diagram) -> Iterator[Finding]:
    # An arrow of a box that is missing is missing with it.
    arrows = [
        one
        for one in diagram.arrows
        if all(arrow is None or not diagram.hangs_on_lost_box(arrow) for arrow in one[:2])
    ]
    for side, prompt in (("original", diagram.original), ("translation", diagram.translation)):
        lost = [one for one in arrows if one[side == "translation"] is None]
        if prompt.unread and lost:
            yield _not_compared(side, prompt.unread, len(lost))
            arrows = [one for one in arrows if one not in lost]
    yield from unpaired(arrows, lambda arrow: arrow.text, lambda arrow: f"the arrow {arrow}")
    for aligned in diagram.arrows:
        if aligned.moved and aligned.translation is not None and aligned.original is not None:
            yield Finding(
                aligned.translation.text,
                f"the arrow {aligned.original} of the original stands elsewhere in the order",
                "put it where the original has it",
                related=(Related(aligned.original.text, "its place in the original"),),
                severity=Severity.WARNING,
            )


def _not_compared(side: str, unread: Sequence[Text], lost: int) -> Finding:
    """Some arrows have no counterpart, but it may stand where nothing could be read."""
    arrows = "an arrow was" if lost == 1 else f"{lost} arrows were"
    return Finding(
        unread[0],
        f"{arrows} not compared: the {side} announces arrows here that could not be read",
        "write them in the form of the other side",
        related=tuple(Related(one, "not read either") for one in unread[1:]),
        severity=Severity.WARNING,
    )
