"""The prompt demands another format than the entry says that the picture has.

A portrait prompt beside a square resolution means that the picture was drawn with other settings than the prompt
asks for, or that one of both is out of date.

```bad
---
title: Signing in
resolution: 1024x1024
---
[[Portrait infographic]] "Signing In". Boxes: Browser, API Server. Browser → API Server: "POST /login".
```

```good
---
title: Signing in
resolution: 1024x1536
---
Portrait infographic "Signing In". Boxes: Browser, API Server. Browser → API Server: "POST /login".
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Related, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Text

from ._demands import hits_of, stance_of
from ._format import AXIS, shape, sizes
from ._prose import prose_of
from ._stance import Stance

_SIDES = lazy(r"(\d{1,5})\s*[x×:]\s*(\d{1,5})")


@rule("CON116", "format-differs", Severity.INFO)
def format_differs(entry: Entry, prompt: Prompt, context: Context) -> Iterator[Finding]:
    shapes: dict[str, Text] = {}
    for which in (Field.RESOLUTION, Field.RATIO):
        value = entry.get(which)
        sides = _SIDES.search(value.value) if value else None
        if value and sides and (found := shape(int(sides[1]), int(sides[2]))):
            shapes.setdefault(found, value)
    if len(shapes) != 1:
        return
    [(actual, field)] = shapes.items()
    hits = (*hits_of(prompt, context).get(AXIS, ()), *sizes(prompt))
    demanded = [hit for hit in hits if stance_of(hit, prompt, context) is Stance.ASKED]
    if demanded and all(hit.answer != actual for hit in demanded):
        text = prose_of(prompt).text(demanded[0].start, demanded[0].end)
        yield Finding(
            text,
            f"the prompt demands a {demanded[0].answer} picture, but the entry's is {actual}",
            "change one of both",
            related=(Related(field, "the entry says so"),),
        )
