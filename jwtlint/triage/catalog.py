"""The entries that reports are about, found by their file or by their id."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from ..crash import told
from ..document import Document
from ..engine import Linter
from ..entry.discover import discover, load
from ..entry.model import Entry
from ..entry.read import read_entries
from ..finding import Failure
from ..pairing import is_picture
from ..source import SourceError


class NoEntryError(Exception):
    """No entry is called so, or several are. The message is one line: what was looked for, and the remedy."""


class _Known(NamedTuple):
    entry: Entry
    names: tuple[str, ...]


class Catalog:
    """Entries of files and folders. Nothing is read before an entry is asked for."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = tuple(paths)
        self.failures: list[Failure] = []
        """What could not be read."""

    def find(self, name: str) -> Entry:
        """The entry of a file, or the one with that id.

        A file of the catalog is also found by its name without the ending, or by the beginning of it up to a mark
        such as "_": "002" finds "002_jwt-flow.txt". Raises NoEntryError, and SourceError for a file that cannot be
        read.
        """
        if _is_file(name):
            return _only([*read_entries(load(Path(name)))], name)
        known = self._known
        found = [one.entry for one in known if name in one.names]
        if not found and name:
            found = [one.entry for one in known if any(_begins(other, name) for other in one.names)]
        if not found:
            where = f"in {len(known)} entries of the catalog" if self._paths else "and there is no --catalog"
            raise NoEntryError(f"{name!r} is no file, {where}; give a file, or an id and --catalog PATH")
        return _only(found, name)

    def documents(self, linter: Linter) -> Iterator[Document]:
        """Every entry, to be parsed when it is needed."""
        return (Document(one.entry, linter.context) for one in self._known)

    @cached_property
    def _known(self) -> tuple[_Known, ...]:
        return tuple(self._read())

    def _read(self) -> Iterator[_Known]:
        for one in discover(self._paths):
            if isinstance(one, SourceError):
                self.failures.append(Failure(one.path, one.reason))
            elif not is_picture(one):
                yield from self._entries(one)

    def _entries(self, path: Path) -> Iterator[_Known]:
        try:
            entries = list(read_entries(load(path)))
        except SourceError as error:
            self.failures.append(Failure(error.path, error.reason))
            return
        except Exception as error:
            self.failures.append(Failure(str(path), told(error)))
            return
        for entry in entries:
            names = [entry.id] if entry.id else []
            if len(entries) == 1:
                names += [path.stem, path.name]
            yield _Known(entry, tuple(names))


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def _only(entries: Sequence[Entry], name: str) -> Entry:
    if len(entries) == 1:
        return entries[0]
    raise NoEntryError(
        f"{name!r} means {len(entries)} entries; name one by its id, and their file with --catalog"
    )


def _begins(whole: str, part: str) -> bool:
    return whole.startswith(part) and not whole[len(part)].isalnum()
