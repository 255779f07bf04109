"""The entries that reports are about, found by their file or by their id."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..document import Document
from ..engine import Linter
from ..entry.model import EXPORTS, Entry
from ..entry_files import entries_of, files_of
from ..finding import Failure
from ..linters import Linters
from ..pairing import is_picture
from ..source import SourceError


class NoEntryError(Exception):
    """No entry is called so, or several are. The message is one line: what was looked for, and the remedy."""


class Catalog:
    """Entries of files, folders and exports. Nothing is read before an entry is asked for.

    An export is read as far as the entry that is asked for; its ids are taken to be unique.
    """

    def __init__(self, paths: Sequence[str], linters: Linters) -> None:
        self._linters = linters
        self._has_paths = bool(paths)
        self._files = (one for path in paths for one in files_of(path, linters))
        self._exported: dict[str, Entry] = {}
        """Those of exports that were passed, by id."""
        self._others: list[tuple[Entry, tuple[str, ...]]] = []
        """Those of other files, with their names."""
        self._unread = self._read()
        self.failures: list[Failure] = []
        """What could not be read."""

    def find(self, name: str) -> Entry:
        """The entry of a file, or the one with that id.

        A file of the catalog is also found by its name without the ending, or by the beginning of it up to a mark
        such as "_": "002" finds "002_jwt-flow.txt". Raises NoEntryError, SourceError for a file that cannot be read,
        and ConfigError for a configuration that cannot be used.
        """
        if _is_file(name):
            return _only(self._of_file(Path(name)), name)
        while name not in self._exported and next(self._unread, None):
            pass
        if name in self._exported:
            return self._exported[name]
        found = [entry for entry, names in self._others if name in names]
        if not found and name:
            found = [entry for entry, names in self._others if any(_begins(other, name) for other in names)]
        if not found:
            size = len(self._exported) + len(self._others)
            where = f"in {size} entries of the catalog" if self._has_paths else "and there is no --catalog"
            raise NoEntryError(f"{name!r} is no file, {where}; give a file, or an id and --catalog PATH")
        return _only(found, name)

    def documents(self, linter: Linter) -> Iterator[Document]:
        """Every entry, to be parsed when it is needed."""
        for _ in self._unread:
            pass
        yield from (Document(one, linter.context) for one, _ in self._others)
        yield from (Document(one, linter.context) for one in self._exported.values())

    def _of_file(self, path: Path) -> list[Entry]:
        entries: list[Entry] = []
        for one in entries_of(path, self._linters):
            if isinstance(one, Failure):
                raise SourceError(one.path, one.reason)
            entries.append(one)
        return entries

    def _read(self) -> Iterator[Entry]:
        """The entries that nobody has read yet; each is kept."""
        for file in self._files:
            if isinstance(file, SourceError):
                self.failures.append(Failure(file.path, file.reason))
            elif not is_picture(file):
                yield from self._exports(file) if _is_export(file) else self._documents(file)

    def _exports(self, file: Path) -> Iterator[Entry]:
        for one in entries_of(file, self._linters):
            if isinstance(one, Failure):
                self.failures.append(one)
            elif one.id:
                self._exported.setdefault(one.id, one)
                yield one

    def _documents(self, file: Path) -> Iterator[Entry]:
        found = list(entries_of(file, self._linters))
        entries = [one for one in found if isinstance(one, Entry)]
        self.failures += [one for one in found if isinstance(one, Failure)]
        for one in entries:
            names = [one.id] if one.id else []
            if len(entries) == 1:
                names += [file.stem, file.name]
            self._others.append((one, tuple(names)))
            yield one


def _is_export(path: Path) -> bool:
    return path.name.lower().endswith(EXPORTS)


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
