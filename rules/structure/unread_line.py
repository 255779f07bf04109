"""A line of a sequence diagram could not be read, so that nothing about it was checked.

Mermaid and PlantUML draw nothing at all where they meet a line that they do not understand. Where they do
understand it, and only jwtlint does not (a macro, an included file), the arrows that it stands for are missing
in everything that is said about the flow. `jwtlint show` prints what was understood.

```bad
sequenceDiagram
  Browser->>API Server: GET /orders
  [[API Server: 200 OK]]
```

```good
sequenceDiagram
  Browser->>API Server: GET /orders
  API Server-->>Browser: 200 OK
```
"""

from collections.abc import Iterator

from jwtlint.document import Document
from jwtlint.finding import Finding, Related, Severity
from jwtlint.rule import rule

_MOST = 20


@rule("STR107", "unread-line", Severity.INFO)
def unread_line(document: Document) -> Iterator[Finding]:
    if not document.is_diagram or document.prompt is None or not document.prompt.unread:
        return
    first, *others = document.prompt.unread
    yield Finding(
        first,
        "this line could not be read, and what it draws was not checked",
        "write it as a message, a participant or a frame of the diagram's language",
        related=tuple(Related(other, "neither could this one") for other in others[:_MOST]),
    )
