"""A run over files: each document, record and picture is checked once, and comes back in its order."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .catalog.card import Card
from .config_file import ConfigError
from .crash import told
from .engine import Linter
from .entry.discover import discover
from .entry.export.source import source_of
from .entry.export.split import is_export, split
from .entry.model import EXPORTS
from .entry.read import read_entries
from .entry.record import Form, Record
from .finding import Failure, Notice, NotRun, Result
from .fixer import Applied, fix
from .labour import Labour, Options
from .linters import Linters
from .outcome import EntryNote, Outcome
from .pairing import Pairing, is_picture, named_by
from .picture.file import read as read_picture
from .rule import RuleError
from .shard import Shard
from .source import MAX_BYTES, Source, SourceError
from .suppress import Tally
from .worker import Shown, cards_of, documents_of, notes_of

if TYPE_CHECKING:
    from .changed import Changed
    from .entry.export.changes import Changes
    from .touched import Touched

STDIN = "-"
STDIN_NAME = "<stdin>"
_AT_ONCE = 24
"""Records that are looked up, and handed to a worker, at once."""


class Fixing(Enum):
    """Which fixes to make."""

    NONE = "none"
    SAFE = "safe"
    UNSAFE = "unsafe"


class Checked(NamedTuple):
    """What came of one document, record or picture.

    `source` is what was read, None where nothing was; after fixing it is the fixed text, and `before` the
    original. `found` is what it deserved before fixing, None where nothing was to be fixed. `failing` tells that
    something is, and `was_failing` that something was before fixing, as bad as the settings' `fail_on`. `piped`: it came from the standard input. `unit` numbers the documents and records of the
    run from 0; a picture has the number of its entry. `cards` are what the catalog keeps of it. `changes`, behind the
    records of an export, is what fixing made of them. `opens`: it is the first record of its file that is checked, or all of it.
    """

    path: str
    result: Result
    source: Source | None = None
    before: Source | None = None
    applied: tuple[Applied, ...] = ()
    found: Result | None = None
    failing: bool = False
    was_failing: bool = False
    piped: bool = False
    unit: int = 0
    cards: tuple[Card, ...] = ()
    changes: "Changes | None" = None
    opens: bool = True


class _Unit(NamedTuple):
    """A record on its way, with the linter that is meant for it. `opens`: it is the first of its file that is wanted."""

    number: int
    record: Record
    linter: Linter
    opens: bool = True
    piped: bool = False
    export: "_Export | None" = None


class _Export(NamedTuple):
    """What fixing makes of the records of an export, gathered for the whole file."""

    path: str
    changes: "Changes"
    applied: list[Applied]


_Step = _Unit | Checked | _Export
"""A record to check, what is known without checking, or the end of an export whose records are fixed."""


class Session:
    """Checks files, each with the settings that hold where it lies; one that fails stops no other.

    `prompt` is a file that pictures without an entry of their own are held against. In `drawn` lies what earlier
    runs drew: pictures that a folder on the command line has there are not meant; nor are the reports that they have
    `written`. Of a run that is divided only the `shard` is checked, and with `changed` only what has changed.
    """

    def __init__(
        self,
        linters: Linters,
        options: Options = Options(),  # noqa: B008
        *,
        fixing: Fixing = Fixing.NONE,
        stdin_name: str = STDIN_NAME,
        prompt: str | None = None,
        drawn: Path | None = None,
        shard: Shard | None = None,
        changed: "Changed | None" = None,
        written: Iterable[Path] = (),
    ) -> None:
        self._linters = linters
        self._fixing = fixing
        self._stdin_name = stdin_name
        self._prompt = prompt
        self._drawn = drawn.absolute() if drawn is not None else None
        self._shard = shard
        self._changed = changed
        self._touched: Touched | None = None
        self._labour = Labour(options)
        self._told: set[Failure] = set()
        self._seen = {one.absolute() for one in written}
        self._pairing = Pairing((), ())
        self._owner: tuple[Record, int] | None = None
        self._taken: set[Path] = set()
        self.size = self.read = 0
        """Bytes of all files that are checked, and of what is handed out already."""
        self.units = 0
        """How many documents and records there were so far, and pictures of nobody."""

    def check(self, paths: Sequence[str]) -> Iterator[Checked]:
        """Check files, folders and "-" (standard input), in this order; nothing is written.

        The pictures of an entry follow it, those of nobody come last. Raises RuleError where the command line names a
        rule or pack that does not exist.
        """
        found = [one for path in (*paths, *self._prompts(paths)) for one in self._meant(path)]
        files = [one for one in found if isinstance(one, Path)]
        self.size = sum(map(_size, files))
        documents = [one for one in files if not is_picture(one)]
        self._pairing = Pairing(documents, [one for one in files if is_picture(one)])
        if self._changed is not None:
            from .touched import Touched

            self._touched = Touched(self._changed, self._pairing, self._prompt)
        try:
            steps = self._steps(one for one in found if not (isinstance(one, Path) and is_picture(one)))
            yield from self._with_pictures(self._checked(steps))
            yield from self._left_over()
        finally:
            self._labour.close()

    @property
    def lost(self) -> list[Notice]:
        """What a missing reader or language costs."""
        return self._labour.notices

    def notices(self, paths: Sequence[str]) -> Iterator[Notice]:
        """What is left to say when everything is checked: what nobody could read, suppressions without use."""
        yield from self.lost
        covered = [Path(path) for path in paths if path != STDIN]
        for linter in self._linters:
            yield from linter.suppressor.unused(covered)

    def _prompts(self, paths: Sequence[str]) -> tuple[str, ...]:
        return (self._prompt,) if self._prompt is not None and self._prompt not in paths else ()

    def _meant(self, path: str) -> Iterator[Path | SourceError | None]:
        """The files that a path means; None for the standard input."""
        if path == STDIN:
            yield None
        elif not path:
            yield SourceError("", "an empty path; name a file or folder")
        else:
            yield from self._found(path)

    def _found(self, path: str) -> Iterator[Path | SourceError]:
        """What a path means, without what an earlier one meant already."""
        folder = Path(path)
        if not folder.is_dir():
            found = discover([path])
        else:
            patterns, root = self._linters.exclusions(folder)
            found = discover([path], patterns, root, self._is_export)
        for one in found:
            if isinstance(one, SourceError):
                yield one
            elif (name := one.absolute()) not in self._seen and not (
                folder != one and (self._linters.excludes(one) or self._is_drawn(folder, one))
            ):
                self._seen.add(name)
                yield one

    def _is_export(self, path: Path) -> bool:
        return is_export(path, self._linters.fields(path))

    def _is_drawn(self, folder: Path, one: Path) -> bool:
        """Did an earlier run draw a file of this folder? Who names the folder of drawings itself means them."""
        drawn = self._drawn
        if drawn is None or not is_picture(one) or folder.absolute().is_relative_to(drawn):
            return False
        return one.absolute().is_relative_to(drawn)

    def _steps(self, found: Iterable[Path | SourceError | None]) -> Iterator[_Step]:
        """The records of the files, and what cannot be read."""
        for one in found:
            if isinstance(one, SourceError):
                yield from self._failed(one.path, one.reason)
            elif one is None:
                yield from self._prepared(self._stdin_name, self._stdin, piped=True)
            else:
                yield from self._prepared(str(one), partial(split, one, self._linters.fields(one)))

    def _prepared(
        self, path: str, read: Callable[[], Iterable[Record | SourceError]], *, piped: bool = False
    ) -> Iterator[_Step]:
        """The records of a file that are in this part of the run."""
        try:
            linter = self._linters.of(path)
            name = self._linters.name_of(path)
            export = self._export(path, linter) if not piped else None
            opens = True
            for one in read():
                if isinstance(one, SourceError):
                    yield from self._failed(one.path, one.reason)
                    continue
                number = self._next()
                self.read += len(one.raw)
                wanted = piped or self._is_wanted(one, linter)
                if not self._takes(name, one.number):
                    self._claim(one, linter)
                elif wanted:
                    yield _Unit(number, one._replace(name=name), linter, opens, piped, export)
                opens = opens and not wanted
            if export is not None:
                yield export
        except ConfigError as error:
            yield from self._failed("", error.failure.reason)
        except SourceError as error:
            yield from self._failed(error.path, error.reason)
        except RuleError:
            raise
        except OSError as error:
            yield from self._failed(path, f"cannot be read: {error.strerror or error}")
        except Exception as error:
            yield from self._failed(path, told(error))

    def _export(self, path: str, linter: Linter) -> _Export | None:
        """Where to gather the fixes of a file of many records; None for any other file."""
        if self._fixing is Fixing.NONE or not path.lower().endswith(EXPORTS):
            return None
        from .entry.export.changes import Changes

        return _Export(path, Changes(Path(path), linter.settings.fields), [])

    def _stdin(self) -> Iterator[Record]:
        yield Record(self._stdin_name, sys.stdin.buffer.read(MAX_BYTES + 1))

    def _next(self) -> int:
        self.units += 1
        return self.units - 1

    def _takes(self, name: str, number: int = 0) -> bool:
        return self._shard is None or self._shard.takes(name, number)

    def _claim(self, record: Record, linter: Linter) -> None:
        """Note the pictures of a record that is in another part: they are not those of nobody."""
        if not self._pairing.pictures:
            return
        try:
            notes = notes_of(read_entries(source_of(record, linter.settings.fields)))
        except SourceError:
            return
        self._note_owner(record)
        for note in notes:
            pictures, _ = self._pictures_of(record, note, alone=len(notes) == 1)
            self._taken.update(one.absolute() for one in pictures)

    def _is_wanted(self, record: Record, linter: Linter) -> bool:
        return self._touched is None or self._touched.record(record, linter.settings.fields)

    def _failed(self, path: str, reason: str) -> Iterator[Checked]:
        """Say what could not be read, once: a broken configuration fails for each file that it governs."""
        failure = Failure(path, reason)
        number = self._next()
        if self._takes(path) and self._is_news(failure):
            yield Checked(path, Result(path, errors=(failure,)), unit=number)

    def _is_news(self, failure: Failure) -> bool:
        news = bool(failure.path) or failure not in self._told
        self._told.add(failure)
        return news

    def _checked(self, steps: Iterable[_Step]) -> Iterator["_Text"]:
        """What came of each step, in order; some of them are on their way at once."""
        waiting: deque[Callable[[], list[_Text]]] = deque()
        steps = iter(steps)
        first = list(islice(steps, _AT_ONCE))
        # Starting processes, and looking into the cache, takes longer than checking a few texts. An export is one file
        # of many records.
        few = len(first) < _AT_ONCE
        steps = chain(first, steps)
        while some := list(islice(steps, 1 if few else _AT_ONCE)):
            waiting.append(self._begun(some, few))
            while len(waiting) > self._labour.ahead:
                yield from waiting.popleft()()
        while waiting:
            yield from waiting.popleft()()

    def _begun(self, steps: Sequence[_Step], few: bool) -> "Callable[[], list[_Text]]":
        """Hand out the records of some steps; returns how to wait for them."""
        if self._fixing is not Fixing.NONE:
            return lambda: [text for one in steps for text in self._after_fixing(one)]
        units = [one for one in steps if isinstance(one, _Unit)]
        begun = self._labour.records([(one.record, one.linter) for one in units], few=few)

        def finished() -> list[_Text]:
            outcomes = iter(begun())
            return [
                _text(one, next(outcomes)) if isinstance(one, _Unit) else _Text(one)
                for one in steps
                if not isinstance(one, _Export)
            ]

        return finished

    def _after_fixing(self, step: _Step) -> "Iterator[_Text]":
        match step:
            case Checked():
                yield _Text(step)
            case _Unit():
                yield self._fixed(step)
            case _Export(path, changes, applied) if changes:
                end = Checked(path, Result(path), applied=tuple(applied), unit=self.units, changes=changes)
                yield _Text(end)

    def _fixed(self, unit: _Unit) -> "_Text":
        """Check a document and make its fixes."""
        linter, record = unit.linter, unit.record
        try:
            source = source_of(record, linter.settings.fields)
            fixed = fix(linter, source, unsafe=self._fixing is Fixing.UNSAFE)
            documents = documents_of(fixed.source, linter)
        except SourceError as error:
            failure = Failure(error.path, error.reason)
        except Exception as error:
            failure = Failure(record.path, told(error))
        else:
            checked = Checked(
                record.path,
                fixed.result,
                fixed.source,
                source,
                fixed.applied,
                fixed.found,
                failing=linter.fails(fixed.result),
                was_failing=linter.fails(fixed.found),
                piped=unit.piped,
                unit=unit.number,
                cards=cards_of(documents),
                opens=unit.opens,
            )
            after = record._replace(raw=fixed.source.encode(fixed.source.value))
            if unit.export is not None:
                if after != record:
                    unit.export.changes.add(record, after.raw)
                unit.export.applied.extend(fixed.applied)
                checked = checked._replace(before=None, applied=())
            notes = notes_of(one.entry for one in documents)
            return _Text(checked, unit._replace(record=after), notes, linter.suppressor.take_tally())
        return _Text(Checked(record.path, Result(record.path, errors=(failure,)), unit=unit.number))

    def _with_pictures(self, texts: Iterable["_Text"]) -> Iterator[Checked]:
        """Each text, and the pictures of its entries behind it."""
        waiting: deque[tuple[Checked, list[Callable[[], Checked]]]] = deque()
        begun = 0
        for text in texts:
            checked, pictures = self._paired(text)
            waiting.append((checked, pictures))
            begun += len(pictures)
            while waiting and (begun > self._labour.ahead or not any(some for _, some in waiting)):
                checked, pictures = waiting.popleft()
                begun -= len(pictures)
                yield checked
                yield from (one() for one in pictures)
        for checked, pictures in waiting:
            yield checked
            yield from (one() for one in pictures)

    def _paired(self, text: "_Text") -> tuple[Checked, list[Callable[[], Checked]]]:
        """Find the pictures of a text's entries, begin to check them, and say which checks miss one."""
        checked, unit, notes, tally = text
        if unit is None:
            return checked, []
        record, linter = unit.record, unit.linter
        linter.suppressor.add(tally)
        self._note_owner(record)
        begun: list[Callable[[], Checked]] = []
        not_run: list[NotRun] = []
        for number, note in enumerate(notes):
            pictures, why = self._pictures_of(record, note, alone=len(notes) == 1)
            for one in pictures:
                self._taken.add(one.absolute())
                begun.append(self._picture(one, unit.number, record, number))
            if not pictures and self._owner != (record, number):
                not_run += [NotRun(rule, why, record.path, note.id) for rule in linter.picture_rules]
        result = checked.result
        return checked._replace(result=replace(result, not_run=(*result.not_run, *not_run))), begun

    def _note_owner(self, record: Record) -> None:
        """Is it the prompt that pictures of nobody are held against?"""
        if self._prompt is not None and Path(record.path).absolute() == Path(self._prompt).absolute():
            self._owner = (record, 0)

    def _pictures_of(self, record: Record, note: EntryNote, *, alone: bool) -> tuple[list[Path], str]:
        """The pictures of an entry, and why there are none; `alone`: its record has no other entry."""
        named = named_by(record.path, note.picture)
        pictures = [named.path] if named and named.path else []
        # A picture that is called like an export, or lies alone beside it, belongs to none of its records.
        if alone and record.form is Form.DOCUMENT:
            owned = self._pairing.of(record.path)
            pictures += [one for one in owned if not any(map(one.samefile, pictures))]
        return pictures, named.why if named else "no picture"

    def _left_over(self) -> Iterator[Checked]:
        """The pictures of nobody, held against the prompt that is meant for them."""
        waiting: deque[Callable[[], Checked]] = deque()
        for one in self._pairing.pictures:
            if one.absolute() in self._taken or (self._touched and not self._touched.picture(one)):
                continue
            number = self._next()
            record, entry = self._owner or (None, 0)
            if self._takes(str(one)):
                waiting.append(self._picture(one, number, record, entry))
            while len(waiting) > self._labour.ahead:
                yield waiting.popleft()()
        while waiting:
            yield waiting.popleft()()

    def _picture(self, path: Path, unit: int, record: Record | None, entry: int) -> Callable[[], Checked]:
        """Begin to check a picture."""
        whose = record.path if record is not None else str(path)
        try:
            linter = self._linters.of(whose)
            raw = read_picture(path)
            self.read += len(raw)
            shown = Shown(str(path), self._linters.name_of(str(path)), raw, record, entry)
        except ConfigError as error:
            failure = error.failure
            return lambda: self._failure(failure, str(path), unit)
        except SourceError as error:
            failure = Failure(error.path, error.reason)
            return lambda: self._failure(failure, str(path), unit)
        begun = self._labour.picture(shown, linter, alone=len(self._pairing.pictures) < 2)

        def finished() -> Checked:
            outcome = begun()
            linter.suppressor.add(outcome.tally)
            failing = linter.fails(outcome.result)
            source: Source | None = None
            if outcome.result.picture:
                source = Source(str(path), "")
                if record is not None:
                    source = source_of(record, linter.settings.fields)
            return Checked(
                str(path),
                outcome.result,
                source,
                failing=failing,
                was_failing=failing,
                unit=unit,
                cards=outcome.cards,
            )

        return finished

    def _failure(self, failure: Failure, path: str, unit: int) -> Checked:
        errors = (failure,) if self._is_news(failure) else ()
        return Checked(path, Result(path, errors=errors), unit=unit)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


class _Text(NamedTuple):
    """What came of a document or record, with what its pictures need to be found."""

    checked: Checked
    unit: _Unit | None = None
    notes: Sequence[EntryNote] = ()
    tally: Tally = Tally()


def _text(unit: _Unit, outcome: Outcome) -> _Text:
    record = unit.record
    source = source_of(record, unit.linter.settings.fields) if outcome.read else None
    outcome = outcome.moved(record.line, record.column)
    failing = unit.linter.fails(outcome.result)
    checked = Checked(
        record.path,
        outcome.result,
        source,
        failing=failing,
        was_failing=failing,
        piped=unit.piped,
        unit=unit.number,
        cards=outcome.cards,
        opens=unit.opens,
    )
    return _Text(checked, unit, outcome.entries, outcome.tally)
