"""Reads PlantUML sequence diagrams: files, and any text that begins with `@startuml`.

Each diagram of a file is an entry whose prompt is the diagram; `diagram.plantuml` reads it.
"""

import re
from collections.abc import Iterable, Iterator

from ..regex import lazy
from ..source import Source, SourceError
from ..text import Text
from .model import PLANTUML, Entry

FORM = "plantuml"
_START = lazy(r"^[ \t]*@start(?P<kind>[a-z]+)[^\n]*$", re.MULTILINE)
_END = lazy(r"^[ \t]*@end[a-z]+\b", re.MULTILINE)
# Comments may stand before the first diagram.
_BEGIN = lazy(r"(?:\s++|'[^\n]*+)*+@startuml\b")


def read(source: Source) -> Iterable[Entry] | None:
    """The diagrams of a file; None for other text.

    Raises SourceError where the file is to be PlantUML and holds another sort of diagram.
    """
    named = source.path.lower().endswith(PLANTUML)
    if not named and not _BEGIN.match(source.value):
        return None
    entries = [Entry(source, FORM, diagram) for diagram in _diagrams(source)]
    if not entries:
        raise SourceError(source.path, "nothing between @startuml and @enduml; nothing to check")
    return entries


def is_sequence(text: Text) -> bool:
    """Is it a sequence diagram? Nothing in PlantUML says so but what is drawn."""
    from ..diagram.plantuml import draws_messages

    start = _START.match(text.value.lstrip())
    return (start is None or start["kind"] == "uml") and draws_messages(text)


def _diagrams(source: Source) -> Iterator[Text]:
    """What stands between each @startuml and its end, or all of a file without them."""
    from ..diagram.plantuml import foreign

    whole = source.text
    at, found = 0, False
    while start := _START.search(source.value, at):
        end = _END.search(source.value, start.end())
        at = end.start() if end else len(whole)
        found = True
        if start["kind"] != "uml":
            _refuse(source, whole.matched(start).strip())
        diagram = whole.cut(start.end(), at).strip()
        if other := foreign(diagram):
            _refuse(source, other)
        if diagram:
            yield diagram
    if not found:
        diagram = whole.strip()
        if other := foreign(diagram):
            _refuse(source, other)
        yield diagram


def _refuse(source: Source, line: Text) -> None:
    position = source.position(line.span.start)
    words = " ".join(line.value.split())[:40]
    raise SourceError(
        source.path,
        f"line {position.line}: {words!r} belongs to another sort of diagram; of PlantUML only sequence diagrams can be"
        " checked",
    )
