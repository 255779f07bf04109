"""Checks records and pictures by a recipe: in this process, or in one of many."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from .catalog.card import Card, PictureCard, card_of
from .crash import told
from .document import Document
from .engine import Linter
from .entry.export.source import source_of
from .entry.model import Entry, Field
from .entry.read import read_entries
from .entry.record import Record
from .finding import Failure, NotRun, Result
from .outcome import EntryNote, Outcome
from .picture.reader import Choice, ReaderError, Readers, readers_of
from .recipe import Recipe, linter_of
from .source import START, Source, SourceError

if TYPE_CHECKING:
    from .picture.cache import Cache
    from .picture.picture import Picture

_VENDORS, _SPELLING, _WATERMARK = "PIC150", "PIC102", "PIC160"


class Shown(NamedTuple):
    """A picture to check: its bytes, and the record and number of the entry that it belongs to."""

    path: str
    name: str | None
    raw: bytes
    record: Record | None = None
    number: int = 0


class Worker:
    """Checks one thing after the other. Rules, readers and their models are loaded once; `sights` is the folder of what
    was read before."""

    def __init__(self, linter: Linter, reader: Choice, sights: Path | None) -> None:
        self._linter = linter
        self._fields = linter.settings.fields
        self._reader = reader
        self._folder = sights

    @cached_property
    def readers(self) -> Readers | ReaderError:
        """The readers of pictures, or why there are none."""
        try:
            return readers_of(self._reader)
        except ReaderError as error:
            return error

    @cached_property
    def _sights(self) -> "Cache":
        from .picture.cache import Cache

        return Cache(self._folder)

    def check(self, record: Record) -> Outcome:
        """Check a record as if it began its file; whatever is wrong with it stops no other."""
        return self._guarded(record.path, lambda: self._checked(record))

    def check_picture(self, shown: Shown) -> Outcome:
        """Check a picture, likewise."""
        return self._guarded(shown.path, lambda: self._seen(shown))

    def picture_state(self, shown: Shown) -> str:
        """Changes when a picture would be read otherwise; who reads it, and in which languages, is part of it.

        Raises SourceError for a picture that cannot be decoded, or that nobody can read.
        """
        return self._picture(shown, self._entry(shown)).sight_name

    def _guarded(self, path: str, work: Callable[[], Outcome]) -> Outcome:
        suppressor, calendar = self._linter.suppressor, self._linter.context.calendar
        suppressor.take_tally()
        calendar.take_days()
        try:
            outcome = work()
        except SourceError as error:
            failure = Failure(error.path, error.reason)
        except Exception as error:
            failure = Failure(path, told(error))
        else:
            return outcome._replace(tally=suppressor.take_tally(), days=calendar.take_days())
        return Outcome(Result(path, errors=(failure,)), read=False)

    def _checked(self, record: Record) -> Outcome:
        source = source_of(record, self._fields)
        # What is wrong with a record is told where it stands; what is found, as if it began its file.
        documents = documents_of(source, self._linter)
        source.first = START
        result = Result.joined(source.path, [self._linter.lint_document(one) for one in documents])
        notes = notes_of(one.entry for one in documents)
        return Outcome(result, notes, cards_of(documents))

    def _seen(self, shown: Shown) -> Outcome:
        entry = self._entry(shown)
        picture = self._picture(shown, entry)
        picture.look()
        result = self._linter.lint_picture(picture, entry)
        not_seen = tuple(_not_seen(picture, self._linter, result))
        return Outcome(replace(result, not_run=(*result.not_run, *not_seen)), cards=(_card(shown, picture),))

    def _entry(self, shown: Shown) -> Entry | None:
        if shown.record is None:
            return None
        return list(read_entries(source_of(shown.record, self._fields)))[shown.number]

    def _picture(self, shown: Shown, entry: Entry | None) -> "Picture":
        from .picture.file import examine
        from .picture.picture import Picture

        file = examine(shown.path, shown.raw)
        if isinstance(self.readers, ReaderError):
            raise SourceError(shown.path, f"not read: {self.readers}; --reader none checks only its file")
        languages = languages_of(entry, self._linter.context.languages.identify)
        return Picture(file, self.readers, languages, self._sights, shown.name)


_lock = Lock()
"""A worker of a cluster may run several things at once in one process; what a linter notes is for one of them."""


_workers: dict[str, Worker] = {}
_MOST_WORKERS = 8
"""A worker of a cluster lives for weeks, and each day has recipes of its own."""


def worker_of(recipe: Recipe) -> Worker:
    """The worker of this process for a recipe. Raises RuleError as `linter_of` does."""
    key = recipe.key
    if key not in _workers:
        if len(_workers) >= _MOST_WORKERS:
            del _workers[next(iter(_workers))]
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        _workers[key] = Worker(linter_of(recipe), recipe.reader, recipe.sights)
    return _workers[key]


def check_records(recipe: Recipe, records: Sequence[Record]) -> list[bytes]:
    """Check some records; returns their outcomes, packed."""
    from .packing import packed

    with _lock:
        worker = worker_of(recipe)
        return [packed(worker.check(record)) for record in records]


def check_picture(recipe: Recipe, shown: Shown) -> bytes:
    """Check one picture; returns the outcome, packed."""
    from .packing import packed

    with _lock:
        return packed(worker_of(recipe).check_picture(shown))


def documents_of(source: Source, linter: Linter) -> list[Document]:
    """The entries of a record, as the rules of a linter read them. Raises SourceError."""
    return [Document(entry, linter.context) for entry in read_entries(source)]


def cards_of(documents: Iterable[Document]) -> tuple[Card, ...]:
    """What the catalog keeps of the entries of a record."""
    return tuple(card_of(one, at) for at, one in enumerate(documents))


def notes_of(entries: Iterable[Entry]) -> tuple[EntryNote, ...]:
    """What a run must know of the entries of a record."""
    return tuple(
        EntryNote(one.id, picture.value if (picture := one.get(Field.PICTURE)) else None) for one in entries
    )


def _card(shown: Shown, picture: "Picture") -> Card:
    from .catalog.look import look_of

    seen = PictureCard(shown.path, bytes.fromhex(picture.file.picture_hash), look_of(picture.image))
    record = shown.record
    path, name = (record.path, record.name) if record is not None else (shown.path, shown.name)
    return Card(shown.number, path, name or path, pictures=(seen,))


def _not_seen(picture: "Picture", linter: Linter, result: Result) -> Iterator[NotRun]:
    """What nobody looked for on a picture, or only with half an eye."""
    active = {rule.id for rule in linter.active}
    if _VENDORS in active:
        unread = "drawn logos: not checked, only names in letters are read"
        yield NotRun(_VENDORS, unread, result.path, inherent=True)
    if _WATERMARK in active and not picture.readers.readers:
        yield NotRun(_WATERMARK, "marks in words: not checked, as nobody read the picture", result.path)
    for reader in picture.readers.readers:
        for remedy in reader.missing(picture.languages):
            yield NotRun(_SPELLING, f"{reader.name} lacks the letters of a language ({remedy})", result.path)


def languages_of(entry: Entry | None, identify: Callable[[str], str | None]) -> tuple[str, ...]:
    """The languages that the text of a picture may be in: those of its entry, and English."""
    texts = [entry.prompt, entry.get(Field.DESCRIPTION)] if entry else []
    found = [code for text in texts if text and (code := identify(text.value))]
    return tuple(dict.fromkeys((*found, "en")))
