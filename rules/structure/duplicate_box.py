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

from ._reading import misread, overlap


@rule("STR103", "duplicate-box", Severity.WARNING)
def duplicate_box(prompt: Prompt) -> Iterator[Finding]:
    first: dict[tuple[str, ...], Box] = {}
    for box in prompt.boxes:
        name = words_of(box.name.value)
        other = first.setdefault(name, box)
        if other is box or overlap(box.text, other.text) or misread(box, prompt) or misread(other, prompt):
            continue
        described = (box.role or box.icon) and (other.role or other.icon)
        yield Finding(
            box.name,
            f"the box {box.name.value!r} is declared twice",
            "keep one of them, or tell them apart by name",
            related=(Related(other.name, "declared here first"),),
            severity=Severity.WARNING if described else Severity.INFO,
        )
