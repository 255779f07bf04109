"""A drawn status code stands with the reason phrase of another code.

The pairs are those of the IANA registry of HTTP status codes and RFC 9110, section 15. Prompts are judged by
status-phrase-mismatch; this is what was drawn, whether the prompt asked for it or not.

```bad
--- drawn
Login Service
[[401 Forbidden]]
```

```good
--- drawn
Login Service
403 Forbidden
401 Invalid token
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.status import OTHER_CODES, PHRASES, statuses
from jwtlint.picture.layout import DrawnLine, Layout
from jwtlint.picture.picture import Picture
from jwtlint.rule import rule

from ._words import AGAIN, reread


@rule("PIC151", "status-phrase-drawn", Severity.ERROR)
def status_phrase_drawn(layout: Layout, picture: Picture) -> Iterator[Finding]:
    for block in layout.blocks:
        whole = " ".join(line.text.value for line in block).casefold()
        if not any(protocol in whole for protocol in OTHER_CODES):
            for line in block:
                if picture.legible(line):
                    yield from _mismatches(line, picture)


def _mismatches(line: DrawnLine, picture: Picture) -> Iterator[Finding]:
    value = line.text.value
    for status in statuses(value):
        if status.phrase_code is not None and status.contradicts(value):
            words = line.text.cut(status.start, status.phrase_end)
            yield Finding(
                words,
                f"{status.code} is not “{status.phrase}”, that is {status.phrase_code}",
                f"{AGAIN}: {status.phrase_code} {PHRASES[status.phrase_code]}",
                confidence=reread(picture, words),
            )
