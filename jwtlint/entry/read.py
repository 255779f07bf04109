"""From a file to its entries.

A reader is one file of this package with one function, `read(source)`: the entries of a document in the
reader's form, or None where the document has another form. A new form is a new file and its line in
`READERS`.
"""

from collections.abc import Callable, Iterable, Iterator

from ..source import Source, SourceError
from . import page, prompt
from .export.source import RecordSource
from .model import MARKDOWN, MERMAID, PLANTUML, Entry

Reader = Callable[[Source], Iterable[Entry] | None]


def _export(source: Source) -> Iterable[Entry] | None:
    """Like `_markdown`, for a record of an export."""
    if not isinstance(source, RecordSource):
        return None
    from .export import read

    return (read.read(source),)


def _mermaid(source: Source) -> Iterable[Entry] | None:
    """Like `_markdown`, for Mermaid."""
    if not source.path.lower().endswith(MERMAID) and "sequenceDiagram" not in source.value:
        return None
    from . import mermaid

    return mermaid.read(source)


def _plantuml(source: Source) -> Iterable[Entry] | None:
    """Like `_markdown`, for PlantUML."""
    if not source.path.lower().endswith(PLANTUML) and "@startuml" not in source.value:
        return None
    from . import plantuml

    return plantuml.read(source)


def _markdown(source: Source) -> Iterable[Entry] | None:
    """Leaves the Markdown reader, and what it needs, unloaded where a file cannot be meant for it."""
    if not source.path.lower().endswith(MARKDOWN) and not source.value.startswith("---"):
        return None
    from . import markdown

    return markdown.read(source)


# The first that takes the document reads it; a bare prompt is what is left.
READERS: tuple[Reader, ...] = (_export, _mermaid, _plantuml, page.read, _markdown, prompt.read)


def read_entries(source: Source) -> Iterator[Entry]:
    """The entries of a file, in order.

    The form is told from the file's ending and its content. Raises SourceError for a file without any text,
    and for one that is broken in its own form.
    """
    if not source.value.strip():
        raise SourceError(source.path, "empty; nothing to check")
    for reader in READERS:
        entries = reader(source)
        if entries is not None:
            return iter(entries)
    raise AssertionError("every text is at least a prompt")
