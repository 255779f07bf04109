"""The same box is declared twice.

The generator draws two boxes of one name, and every arrow that names it has two places to go. If two are
meant, they need different names ("Worker A", "Worker B").

```bad
Boxes:
- Job Queue (belt icon; role: holds jobs)
- Worker (hammer icon; role: runs jobs)
- [[Job Queue]] (tray icon; role: keeps failed jobs)
Arrows: Job Queue → Worker: "next job"; Worker → Job Queue: "done".
```

```good
Boxes:
- Job Queue (belt icon; role: holds jobs)
- Worker (hammer icon; role: runs jobs)
- Dead-Letter Queue (tray icon; role: keeps failed jobs)
Arrows: Job Queue → Worker: "next job"; Worker → Job Queue: "done"; Worker → Dead-Letter Queue: "failed job".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.prompt.model import Box, Prompt
from jwtlint.prompt.names import words_of
from jwtlint.rule import rule

from ._reading import Reading, overlap

# What is declared more often than that is no component, but the name of a field ("Visual: …").
_MOST = 2


@rule("STR103", "duplicate-box", Severity.WARNING)
def duplicate_box(prompt: Prompt) -> Iterator[Finding]:
    declared: dict[tuple[str, ...], list[Box]] = {}
    for box in prompt.boxes:
        declared.setdefault(words_of(box.name.value), []).append(box)
    reading = Reading(prompt)
    for first, *again in declared.values():
        if not again or len(again) >= _MOST or overlap(first.text, again[0].text):
            continue
        second = again[0]
        if reading.misread(first) or reading.misread(second):
            continue
        described = (first.role or first.icon) and (second.role or second.icon)
        yield Finding(
            second.name,
            f"the box {second.name.value!r} is declared twice",
            "keep one of them, or tell them apart by name",
            related=(Related(first.name, "declared here first"),),
            severity=Severity.WARNING if described else Severity.INFO,
        )
