"""Finds the entry that a report is about, and looks at it as it stands now."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from ....document import Document
from ....entry.discover import discover, load
from ....entry.model import PICTURES, Entry, Field
from ....entry.read import read_entries
from ....finding import Result
from ....linters import Linters
from ....pairing import is_picture, named_by
from ....picture.cache import default_folder
from ....picture.reader import Choice
from ....pictures import Job, Options, PictureChecker
from ....source import SourceError
from ....suggest import hint
from ...model import Assessment, case_hash
from ..errors import QueueError
from ..model import Content, Look


class Subject(NamedTuple):
    """An entry with what the linter says of it; `seen` is what it says of the picture, None where it saw none."""

    document: Document
    result: Result
    seen: Result | None


Judge = Callable[[Subject], Callable[[str], Assessment]]
"""Makes, of what a report is about, the function that judges texts against it."""


class Contents:
    """The contents of a catalog (files and folders), each looked at once, when the first report asks for it."""

    def __init__(self, catalog: Sequence[str], judge: Judge, reader: Choice = Choice.AUTO) -> None:
        self._catalog = catalog
        self._judge = judge
        self._reader = reader
        self._linters = Linters()
        self._contents: dict[str, Content] = {}

    def of(self, name: str) -> Content:
        """The content of the entry with this id, or of the file of this path or name.

        Raises QueueError where there is no such entry or more than one, SourceError where it cannot be read.
        """
        if name not in self._contents:
            self._contents[name] = self._looked_at(name, self._entry(name))
        return self._contents[name]

    def _entry(self, name: str) -> Entry:
        found = list(self._in_file(Path(name))) if _is_file(name) else self._by_name.get(name, [])
        if not found:
            where = ", ".join(self._catalog) or "no catalog; name one with --catalog"
            raise QueueError(f"there is no entry {name!r} in {where}{hint(name, self._by_name)}")
        if len(found) > 1:
            places = ", ".join(dict.fromkeys(entry.path for entry in found))
            raise QueueError(
                f"{len(found)} entries are called {name!r} ({places}); name one by its id or file"
            )
        return found[0]

    @cached_property
    def _by_name(self) -> dict[str, list[Entry]]:
        """The entries of the catalog by id, file name, and file name without ending. What is broken has no entry."""
        names: dict[str, list[Entry]] = {}
        for path in discover(self._catalog):
            if isinstance(path, SourceError) or is_picture(path):
                continue
            for entry in self._in_catalog(path):
                for name in dict.fromkeys((entry.id, path.name, path.stem)):
                    if name:
                        names.setdefault(name, []).append(entry)
        return names

    def _in_catalog(self, path: Path) -> Iterator[Entry]:
        try:
            yield from self._in_file(path)
        except SourceError:
            # `check` reports broken files; here they only are not what was asked for.
            return

    @staticmethod
    def _in_file(path: Path) -> Iterator[Entry]:
        return read_entries(load(path))

    def _looked_at(self, name: str, entry: Entry) -> Content:
        linter = self._linters.of(entry.path)
        document = Document(entry, linter.context)
        result = linter.lint_entry(entry)
        picture = _picture_of(entry)
        seen = self._checker.check(Job(picture, entry)).result if picture else None
        if seen is not None and not seen.picture:
            seen = None
        raw = picture.read_bytes() if picture else None
        title = entry.get(Field.TITLE) or (document.prompt.title if document.prompt else None)
        return Content(
            entry.id or name,
            case_hash(entry, raw),
            self._judge(Subject(document, result, seen)),
            title.value if title else "",
            tuple(_labels(document)),
            picture.absolute() if picture else None,
            blake2b(raw, digest_size=20).hexdigest() if raw is not None else None,
            _look(result, (rule.id for rule in linter.active if rule.reads_entries)),
            _look(seen, (rule.id for rule in linter.active if rule.reads_pictures)) if seen else None,
        )

    @cached_property
    def _checker(self) -> PictureChecker:
        return PictureChecker(self._linters, Options(self._reader, default_folder()))


def _look(result: Result, rules: Iterable[str]) -> Look:
    missed = {one.rule for one in result.not_run}
    return Look(frozenset(rules) - missed, result.diagnostics)


def _labels(document: Document) -> Iterator[str]:
    """The names of boxes, then the labels of arrows, each once."""
    prompt = document.prompt
    if prompt is None:
        return
    labels = [box.name.value for box in prompt.boxes]
    labels += [arrow.label.value for arrow in prompt.arrows if arrow.label]
    yield from dict.fromkeys(labels)


def _picture_of(entry: Entry) -> Path | None:
    """The picture that an entry names, or the one beside it that is called like its file."""
    named = named_by(entry)
    if named is not None:
        return named.path
    beside = (Path(entry.path).with_suffix(ending) for ending in PICTURES)
    return next((one for one in beside if one.is_file()), None)


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False
