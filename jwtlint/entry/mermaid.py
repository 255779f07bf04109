"""Reads Mermaid sequence diagrams: files, and any text that begins with `sequenceDiagram`.

A diagram is an entry whose prompt is the diagram; `diagram.mermaid` reads it.
"""

import re
from collections.abc import Iterable

from ..regex import lazy
from ..source import Source, SourceError
from .model import MERMAID, Entry

FORM = "mermaid"
_WORD = lazy(r"[\w-]+")
_MAX_NAME = 40


def read(source: Source) -> Iterable[Entry] | None:
    """The diagram of a file; None for other text.

    Raises SourceError where the file is to be Mermaid, by its ending, and holds another sort of diagram.
    """
    value = source.value
    if is_sequence(value, 0, len(value)):
        return (Entry(source, FORM, source.text.strip()),)
    if not source.path.lower().endswith(MERMAID):
        return None
    begin = _begin(value, 0, len(value))
    word = _WORD.match(value, begin, begin + _MAX_NAME)
    what = f"begins with {word[0]!r}" if word else "has no sequenceDiagram"
    raise SourceError(source.path, f"the diagram {what}; of Mermaid only sequence diagrams can be checked")


def is_sequence(value: str, start: int, end: int) -> bool:
    """Does a sequence diagram stand there?"""
    return value.startswith("sequenceDiagram", _begin(value, start, end), end)


def _begin(value: str, start: int, end: int) -> int:
    """Where the diagram begins, behind front matter, directives and comments."""
    at, fresh = start, True
    while at < end:
        line_end = value.find("\n", at, end)
        line_end = end if line_end < 0 else line_end
        line = value[at:line_end].strip()
        closing = None
        if line.startswith("%%{"):
            closing = _DIRECTIVE_END.search(value, at, end)
        elif line == "---" and fresh:
            closing = _FRONT_MATTER_END.search(value, line_end, end)
            fresh = False
        elif line and not line.startswith("%%"):
            return at + value[at:line_end].index(line)
        at = closing.end() if closing else line_end + 1
    return end


_DIRECTIVE_END = lazy(r"\}%%")
_FRONT_MATTER_END = lazy(r"^[ \t]*---[ \t\r]*$", re.MULTILINE)
