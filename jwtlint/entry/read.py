"""From a file to its entries.

A reader is one file of this package with one function, `read(source)`: the entries of a document in the
reader's form, or None where the document has another form. A new form is a new file and its line in
`READERS`.
"""

from collections.abc import Callable, Iterable, Iterator

from ..source import Source, SourceError
from . import markdown, page, prompt
from .model import Entry

Reader = Callable[[Source], Iterable[Entry] | None]

# The first that takes the document reads it; a bare prompt is what is left.
READERS: tuple[Reader, ...] = (page.read, markdown.read, prompt.read)


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
