"""A declared box takes no part in the flow: no arrow starts or ends at it.

A box that nothing reaches looks like a mistake of the picture, and mostly an arrow was forgotten. It is only
worth a look where the prompt explains why the box stands alone: a boundary, decoration, a note, something
optional.

```bad
Boxes:
- Browser (window icon; role: sends requests)
- API Server (server icon; role: answers)
- [[Audit Log]] (scroll icon; role: keeps events)
Arrows: Browser → API Server: "GET /orders"; API Server → Browser: "200 OK".
```

```good
Boxes:
- Browser (window icon; role: sends requests)
- API Server (server icon; role: answers)
- Audit Log (scroll icon; role: keeps events)
Arrows:
- Browser → API Server: "GET /orders"
- API Server → Audit Log: "order read"
- API Server → Browser: "200 OK"
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Box, Prompt
from jwtlint.regex import lazy
from jwtlint.rule import rule

from ._reading import Reading, Spans, elsewhere

_FEWEST_ARROWS = 2
# More boxes or arrow ends than that in doubt are a sign of a text that was not understood.
_MOST = 20
# What makes a box that stands alone deliberate: its declaration says so, or its name is a place, not a part.
_ALONE = lazy(
    r"""\b(?:
        optional(?:ly)? | decorat\w+ | decor | ornament\w* | backdrop | background(?![
        ](?:jobs?|work\w*|tasks?|process\w*|events?|sync\w*|thread)) | boundar\w+ | border | perimeter |
        only[ ]if | if[ ]needed | if[ ]space | surround\w* | enclos\w+ | stands?[ ]alone | no[ ]arrows? |
        not[ ]connected | for[ ]context | context[ ]only | just[ ]for | opcional\w* | decorativ\w+ |
        optionnel\w* | opzionale | facultati\w+ | grenze | rahmen | hintergrund | frontera | límite | fondo
        | cadre
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_PLACE = lazy(
    r"\b(?:internet|clouds?|network|zone|region|VPC|subnet|perimeter|data ?cent(?:er|re))\b", re.IGNORECASE
)


@rule("STR102", "orphan-box", Severity.WARNING)
def orphan_box(prompt: Prompt) -> Iterator[Finding]:
    if len(prompt.arrows) < _FEWEST_ARROWS or prompt.unread:
        return
    touched = _touched(prompt)
    alone = [box for box in prompt.boxes if box not in touched]
    if not alone or len(alone) > _MOST or Reading(prompt).doubtful:
        return
    known = [text for box in prompt.boxes for text in (box.text, box.name)] + [
        step.text for step in prompt.steps
    ]
    spans = Spans([*known, prompt.title] if prompt.title else known)
    alone = [box for box in alone if not any(elsewhere(name, prompt, spans) for name in box.names)]
    # Where many boxes stand alone, or arrows lead nowhere, the arrows were not read completely.
    certain = len(alone) * 3 <= len(prompt.boxes) and all(
        arrow.source_box and arrow.target_box for arrow in prompt.arrows
    )
    for box in alone:
        deliberate = _ALONE.search(box.text.value) or _PLACE.search(box.name.value)
        yield Finding(
            box.name,
            f"no arrow starts or ends at {box.name.value!r}",
            "connect the box, or leave it out",
            severity=Severity.WARNING if certain and not deliberate else Severity.INFO,
        )


def _touched(prompt: Prompt) -> set[Box]:
    """The boxes that the ends of arrows mean, or may mean."""
    found: set[Box] = set()
    asked: set[str] = set()
    for arrow in prompt.arrows:
        for end, box in ((arrow.source, arrow.source_box), (arrow.target, arrow.target_box)):
            if box is not None:
                found.add(box)
            elif end.value not in asked and len(asked) < _MOST:
                asked.add(end.value)
                found.update(prompt.names.candidates(end.value))
    return found
