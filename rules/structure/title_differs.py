"""The title of the catalog entry does not contain the title that the picture shows.

A visitor finds one title in the catalog and another on the picture. More words around or between are no harm:
what counts is that all words of the picture's title are in there.

```bad
---
title: [[How a cache saves time]]
---
Infographic titled "Cache Hit and Miss". Boxes: Browser, Cache. Browser → Cache: "get 7".
```

```good
---
title: Cache hit and miss, explained for beginners
---
Infographic titled "Cache Hit and Miss". Boxes: Browser, Cache. Browser → Cache: "get 7".
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Entry
from jwtlint.finding import Finding, Related, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy
from jwtlint.rule import rule

_WORD = lazy(r"[^\W_]+")


@rule("STR106", "title-differs", Severity.INFO)
def title_differs(entry: Entry, prompt: Prompt) -> Iterator[Finding]:
    drawn = prompt.title
    if drawn is None or not entry.titles:
        return
    wanted = _words(drawn.value)
    if wanted <= _words(" ".join(title.value for title in entry.titles)):
        return
    yield Finding(
        entry.titles[0],
        f"the entry's title does not contain {drawn.value!r}, the title in the picture",
        "use the same title in both, or let the one contain the other",
        related=(Related(drawn, "the title in the picture"),),
    )


def _words(title: str) -> set[str]:
    return set(_WORD.findall(title.casefold()))
