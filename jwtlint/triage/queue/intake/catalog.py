"""Finds entries by what people call them."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from ....entry.discover import discover, load
from ....entry.model import Entry
from ....entry.read import read_entries
from ....pairing import is_picture
from ....source import SourceError
from ....suggest import hint
from ..errors import QueueError


class Found(NamedTuple):
    """An entry, and what the queue calls it: by its id, or else by its path in the catalog."""

    name: str
    entry: Entry


class Catalog:
    """The entries of some files and folders, read when the first is asked for by its name."""

    def __init__(self, places: Sequence[str]) -> None:
        self._places = places

    def find(self, name: str) -> Found:
        """The entry with this id, or of the file of this path or name.

        Raises QueueError where there is no such entry or more than one, SourceError where its file cannot be read.
        """
        if _is_file(name):
            found = list(_in_file(Path(name), self._called(Path(name))))
        else:
            found = self._by_name.get(name, [])
        if not found:
            where = ", ".join(self._places)
            if not where:
                raise QueueError(f"{name}: no such file; to name an entry by its id, say --catalog, too")
            raise QueueError(f"there is no entry {name!r} in {where}{hint(name, self._by_name)}")
        if len(found) > 1:
            places = ", ".join(dict.fromkeys(one.entry.path for one in found))
            raise QueueError(
                f"{len(found)} entries are called {name!r} ({places}); name one by its id or file"
            )
        return found[0]

    def _called(self, path: Path) -> str:
        """What a file is called here, whether it is found by its path or through the catalog."""
        absolute = path.absolute()
        for place in self._places:
            folder = Path(place).absolute()
            if folder != absolute and absolute.is_relative_to(folder):
                return absolute.relative_to(folder).as_posix()
        return path.name

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries; those of a file that cannot be read are left out."""
        return (one.entry for one in self._all)

    @cached_property
    def _all(self) -> tuple[Found, ...]:
        return tuple(one for place in self._places for one in _in_place(Path(place)))

    @cached_property
    def _by_name(self) -> dict[str, list[Found]]:
        """By id, path in the catalog, file name, and file name without its ending."""
        names: dict[str, list[Found]] = {}
        for one in self._all:
            path = Path(one.entry.path)
            for name in dict.fromkeys((one.name, path.name, path.stem)):
                names.setdefault(name, []).append(one)
        return names


def _in_place(place: Path) -> Iterator[Found]:
    for path in discover([place]):
        if isinstance(path, SourceError) or is_picture(path):
            continue
        inside = path.relative_to(place).as_posix() if path != place else path.name
        try:
            yield from _in_file(path, inside)
        except SourceError:
            # `check` reports broken files; here they only are not what was asked for.
            continue


def _in_file(path: Path, called: str) -> Iterator[Found]:
    entries = list(read_entries(load(path)))
    for number, entry in enumerate(entries, 1):
        yield Found(entry.id or (called if len(entries) == 1 else f"{called}#{number}"), entry)


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False
