"""Looks at the entry that a report is about, as it stands now."""

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from ....document import Document
from ....engine import Linter
from ....entry.model import EXPORTS, PICTURES, Entry, Field
from ....finding import Result, Severity
from ....linters import Linters, Overrides
from ....pairing import named_in
from ....picture.file import MAX_BYTES
from ....picture.picture import Picture
from ....picture.reader import Choice
from ....source import SourceError
from ...catalog import Catalog
from ...labels import labels_of
from ...model import Assessment, case_hash
from ...pictured import Pictured
from ..model import Content, Look


class Looked(NamedTuple):
    """An entry with what the linter says of it; `seen` is what it says of the picture, None where nobody read one.

    `assess` judges the text of a report against all that.
    """

    document: Document
    result: Result
    seen: Result | None
    assess: Callable[[str], Assessment]


Inspector = Callable[[Entry, Linter, Picture | None, Iterable[Document]], Looked]
"""Looks at an entry and its picture; the documents are the entries of the same catalog."""


class Contents:
    """The contents of a catalog (files and folders), each looked at once, when the first report asks for it."""

    def __init__(self, catalog: Sequence[str], inspect: Inspector, reader: Choice = Choice.AUTO) -> None:
        self._inspect = inspect
        self._pictured = Pictured(reader.value)
        # What visitors report is often no more than an info to the linter.
        self._linters = Linters(Overrides(min_severity=Severity.INFO))
        self._catalog = Catalog(catalog, self._linters)
        self._contents: dict[str, Content] = {}

    def of(self, name: str) -> Content:
        """The content of an entry.

        Raises NoEntryError where it is not found, SourceError where it cannot be read.
        """
        if name not in self._contents:
            self._contents[name] = self._look_at(self._catalog.find(name))
        return self._contents[name]

    def _look_at(self, entry: Entry) -> Content:
        linter = self._linters.of(entry.path)
        path = _picture_of(entry)
        raw = _bytes(path) if path else None
        picture = self._picture(path, entry, linter) if path else None
        looked = self._inspect(entry, linter, picture, self._catalog.documents(linter))
        prompt = looked.document.prompt
        title = entry.get(Field.TITLE) or (prompt.title if prompt else None)
        drawn = (rule.id for rule in linter.active if rule.reads_pictures)
        return Content(
            entry.id or Path(entry.path).name,
            case_hash(entry, raw),
            looked.assess,
            title.value if title else "",
            labels_of(looked.document),
            path.absolute() if path else None,
            blake2b(raw, digest_size=20).hexdigest() if raw is not None else None,
            _look(looked.result, (rule.id for rule in linter.active if rule.reads_entries)),
            _look(looked.seen, drawn) if looked.seen else None,
        )

    def _picture(self, path: Path, entry: Entry, linter: Linter) -> Picture | None:
        """The picture, as far as somebody can read it: that it is broken may be what visitors report."""
        try:
            picture = self._pictured.open(path, entry, linter)
            picture.look()
        except SourceError:
            return None
        return picture


def _bytes(path: Path) -> bytes | None:
    """The bytes of a picture, sound or not; None where they cannot be had."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES)
    except OSError:
        return None


def _look(result: Result, rules: Iterable[str]) -> Look:
    missed = {one.rule for one in result.not_run}
    return Look(frozenset(rules) - missed, result.diagnostics)


def _picture_of(entry: Entry) -> Path | None:
    """The picture that an entry names, or the one beside it that is called like its file.

    What is called like an export is the picture of none of its entries.
    """
    named = named_in(entry)
    if named is not None:
        return named.path
    if entry.path.lower().endswith(EXPORTS):
        return None
    beside = (Path(entry.path).with_suffix(ending) for ending in PICTURES)
    return next((one for one in beside if one.is_file()), None)
