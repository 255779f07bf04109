"""A direction of the prompt is drawn as text.

The most frequent defect of today's generators: headings of the prompt ("=== TOP TIER ==="), places in the layout,
colours, icons and fonts that were meant for whoever draws appear as labels. Some forms are directions wherever they
stand; others only where the prompt has the same words outside its quotations.

```bad
--- drawn
[[=== TOP TIER: "Frontend Layer" ===]]
Command Console
Target Group [[(Green Tint)]]
```

```bad
A box "Vault" with shield icon, centered, and a legend "HTTP Request Flow" (blue).
--- drawn
Vault
[[with shield icon]]
HTTP Request Flow [[(Blue)]]
```

```good
A box "Vault" with shield icon, and boxes labeled "Top Secret" and "Blue Team (Blue)". Show "Deployment (Blue/Green)".
--- drawn
Vault
Top Secret
Blue Team (Blue)
Deployment (Blue/Green)
a == b
```

```good
--- drawn
MIDDLE TIER: Application Server
Penetration Test (Black Box)
API style: REST
Fuente: Banco de Datos
=== 3 passed in 0.12s ===
pages/[icon].tsx
```
"""

from collections.abc import Iterator

from jwtlint.document import Document
from jwtlint.finding import Finding, Severity
from jwtlint.picture.comparison import Comparison, regions_of
from jwtlint.picture.layout import DrawnLine, Layout
from jwtlint.rule import rule
from jwtlint.text import Text

from ._directions import ALWAYS, HEADING, IN_PROMPT, MARKED
from ._words import ANEW, reread

_BORDER = 0.15


@rule("PIC120", "direction-drawn", Severity.ERROR, supersedes=("PIC102", "PIC103"))
def direction_drawn(layout: Layout, document: Document) -> Iterator[Finding]:
    picture = document.picture
    assert picture is not None
    for line in layout.lines:
        if not picture.legible(line):
            continue
        found = next(_directions(line, document.comparison), None)
        if found is None and _heads_the_picture(line, layout, picture.size[1]):
            found = line.text, "the name of a part of the layout"
        if found is not None:
            words, what = found
            yield Finding(
                words,
                f"{words.value!r} is {what}, drawn as text",
                ANEW,
                severity=Severity.ERROR if document.comparison else Severity.WARNING,
                confidence=reread(picture, words),
            )


def _directions(line: DrawnLine, comparison: Comparison | None) -> Iterator[tuple[Text, str]]:
    for pattern, what in ALWAYS:
        found = line.text.search(pattern)
        if found is None:
            continue
        if not _is_wanted(found.value, comparison, verbatim=pattern is MARKED):
            yield found.strip(), what
    if comparison is None:
        return
    for pattern, what in IN_PROMPT:
        found = line.text.search(pattern)
        if found is None:
            continue
        rest = [region for region in regions_of(line.text) if region not in comparison.answered]
        whole = line.text if rest and len(rest) == len(list(regions_of(line.text))) else found
        for words in (whole, found):
            if comparison.directs(words.value) and not comparison.expects(words.value):
                yield words.strip(), what
                break


def _is_wanted(words: str, comparison: Comparison | None, *, verbatim: bool) -> bool:
    """Does the prompt ask for these words? Marks around them count only where it quotes them with the words."""
    if comparison is None or not comparison.expects(words):
        return False
    return not verbatim or any(
        " ".join(words.split()) in " ".join(one.expected.text.value.split()) for one in comparison.matches
    )


def _heads_the_picture(line: DrawnLine, layout: Layout, height: int) -> bool:
    """Does the name of a part stand alone at the edge of a picture that is not about headers and payloads?"""
    if not HEADING.fullmatch(line.text.value):
        return False
    top, bottom = line.region.top, line.region.bottom
    at_edge = bottom < _BORDER * height or top > (1 - _BORDER) * height
    return at_edge and not any("payload" in other.text.value.casefold() for other in layout.lines)
