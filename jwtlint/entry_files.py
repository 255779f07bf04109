"""The entries of files, folders and exports, one after another."""

from collections.abc import Iterator
from pathlib import Path

from .crash import told
from .entry.discover import discover
from .entry.export.source import source_of
from .entry.export.split import is_export, split
from .entry.model import Entry
from .entry.read import read_entries
from .finding import Failure
from .linters import Linters
from .source import SourceError


def files_of(path: str, linters: Linters) -> Iterator[Path | SourceError]:
    """The files that a path means, pictures among them; of a folder without what its configuration leaves out."""
    exclude, root = linters.exclusions(Path(path))
    return discover([path], exclude, root, lambda one: is_export(one, linters.fields(one)))


def entries_of(path: Path, linters: Linters) -> Iterator[Entry | Failure]:
    """The entries of a file, in order; of an export each as soon as it is read. What is wrong with one stops no other.

    Raises ConfigError for a configuration that cannot be used.
    """
    fields, name = linters.fields(path), linters.name_of(str(path))
    for record in split(path, fields):
        try:
            if isinstance(record, SourceError):
                raise record
            yield from read_entries(source_of(record._replace(name=name), fields))
        except SourceError as error:
            yield Failure(error.path, error.reason)
        except Exception as error:
            yield Failure(str(path), told(error))
