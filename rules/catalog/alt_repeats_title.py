"""The alternative text repeats the title of the entry.

Who cannot see the picture hears the same words twice and still does not know what it shows.

```bad
---
title: Group claims in an ID token
alt: [[Group claims in an ID token.]]
---
Infographic titled "Group Claims".
```

```good
---
title: Group claims in an ID token
alt: Infographic of an app that reads group claims from the ID token of a provider.
---
Infographic titled "Group Claims".
```
"""

from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Related, Severity
from jwtlint.regex import lazy
from jwtlint.rule import rule

_WORD = lazy(r"[^\W_]+")


@rule("CAT116", "alt-repeats-title", Severity.WARNING)
def alt_repeats_title(entry: Entry) -> Iterator[Finding]:
    text = entry.get(Field.ALT)
    said = _words(text.value) if text else []
    if not text or not said:
        return
    for title in entry.titles:
        if _words(title.value) == said:
            yield Finding(
                text,
                "the alternative text only repeats the title",
                "say what the picture shows",
                related=(Related(title, "the title"),),
            )
            return


def _words(value: str) -> list[str]:
    return _WORD.findall(value.casefold())
