"""The pictures of a pair: which they are, and reading both."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from .document import Document
from .engine import Linter
from .entry.model import PICTURES, Entry
from .finding import NotRun, Result
from .pairing import named_in
from .parity.drawn import DrawnPair
from .parity.pair import Pair
from .picture.cache import Cache
from .picture.file import load
from .picture.picture import Picture
from .picture.reader import Choice, ReaderError, Readers, readers_of
from .source import SourceError
from .worker import languages_of


class Pictures(NamedTuple):
    """The pictures of an original and its translation. `missing` says why there are not two."""

    original: Path | None
    translation: Path | None
    missing: str = ""


def pictures_of(original: Entry, translation: Entry) -> Pictures:
    """The pictures that two entries name, or that lie beside them and are called like them."""
    found = []
    for side, entry in (("original", original), ("translation", translation)):
        named = named_in(entry)
        path = named.path if named else next(iter(_beside(Path(entry.path))), None)
        if path is None:
            return Pictures(None, None, (named.why if named else "") or f"the {side} has no picture")
        found.append(path)
    if found[0].samefile(found[1]):
        return Pictures(None, None, "both name the same picture")
    return Pictures(found[0], found[1])


def _beside(document: Path) -> Iterable[Path]:
    """Pictures in the folder of a document that are called like it, but for the ending."""
    return (one for ending in PICTURES if (one := document.with_suffix(ending)).is_file())


class DrawnPairs:
    """Reads the pictures of pairs. Readers and their models are loaded once; `cache` holds earlier readings."""

    def __init__(self, reader: Choice, cache: Path | None) -> None:
        self._reader = reader
        self._cache = cache

    @property
    def off(self) -> bool:
        """Does nobody want pictures to be read?"""
        return self._reader is Choice.NONE

    @cached_property
    def readers(self) -> Readers | ReaderError:
        """The readers of the run, or why there are none."""
        try:
            return readers_of(self._reader)
        except ReaderError as error:
            return error

    def lint(self, pair: Pair, pictures: tuple[Path, Path], linter: Linter) -> Result:
        """Hold the picture of a translation against that of its original.

        Raises SourceError for a picture that cannot be decoded, and where nobody can read.
        """
        documents = (pair.original, pair.translation)
        drawn = [
            self._drawn(document, path, linter) for document, path in zip(documents, pictures, strict=True)
        ]
        return linter.lint_drawn_pair(DrawnPair(pair, drawn[0], drawn[1]))

    def _drawn(self, document: Document, path: Path, linter: Linter) -> Document:
        if isinstance(self.readers, ReaderError):
            raise SourceError(str(path), f"not read: {self.readers}; --reader none compares only the texts")
        entry, context = document.entry, linter.context
        languages = languages_of(entry, context.languages.identify)
        picture = Picture(load(path), self.readers, languages, Cache(self._cache))
        picture.look()
        drawn = Document(entry, context, picture)
        if drawn.comparison and drawn.comparison.worth_a_closer_look and picture.look_closer():
            drawn = Document(entry, context, picture)
        picture.keep()
        return drawn


def without_pictures(result: Result, linter: Linter, reason: str, entry: Entry) -> Result:
    """A result that says which rules saw no pictures."""
    skipped = tuple(
        NotRun(rule.id, reason, entry.path, entry.id)
        for rule in linter.active
        if rule.reads_drawn_pairs and not rule.reads_pairs
    )
    return replace(result, not_run=(*result.not_run, *skipped))
