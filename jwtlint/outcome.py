"""What came of one record or picture, as workers return it and as it is kept for later runs."""

import zlib
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from .calendar import Days
from .catalog.card import Card, Snippet
from .finding import Diagnostic, Failure, LocatedEdit, Location, Notice, NotRun, Result
from .picture.model import Fidelity
from .suppress import Tally

if TYPE_CHECKING:
    import msgspec


class EntryNote(NamedTuple):
    """What a run must know of an entry: its id, and the picture that it names, as it is written."""

    id: str | None
    picture: str | None


class Outcome(NamedTuple):
    """What came of a record or picture.

    `read` is false where nothing could be. `tally` says what the suppressions of the configuration did, `days` when
    all of it holds.
    """

    result: Result
    entries: tuple[EntryNote, ...] = ()
    cards: tuple[Card, ...] = ()
    tally: Tally = Tally()
    days: Days = Days()
    read: bool = True

    def moved(self, line: int, column: int) -> "Outcome":
        """The same for a record that begins at that line and column (from 1) of its file."""
        if (line, column) == (1, 1):
            return self
        move = _Move(line - 1, column - 1)
        result = self.result
        return self._replace(
            result=replace(
                result,
                diagnostics=tuple(map(move.diagnostic, result.diagnostics)),
                notices=tuple(map(move.notice, result.notices)),
            ),
            cards=tuple(map(move.card, self.cards)),
        )


class _Move(NamedTuple):
    """Moves places by lines, and on the first line by columns."""

    lines: int
    columns: int

    def diagnostic(self, one: Diagnostic) -> Diagnostic:
        fix = one.fix
        if fix is not None:
            edits = tuple(LocatedEdit(self.location(edit.location), edit.replacement) for edit in fix.edits)
            fix = replace(fix, edits=edits)
        related = tuple(replace(other, location=self.location(other.location)) for other in one.related)
        return replace(one, location=self.location(one.location), related=related, fix=fix)

    def location(self, one: Location) -> Location:
        if one.line is None or one.column is None or one.end_line is None or one.end_column is None:
            return one
        line, column = self.position(one.line, one.column)
        end_line, end_column = self.position(one.end_line, one.end_column)
        return Location(
            one.path, line, column, end_line, end_column, one.region, one.span, one.picture_size, one.step
        )

    def notice(self, one: Notice) -> Notice:
        return one if one.line is None else replace(one, line=one.line + self.lines)

    def card(self, one: Card) -> Card:
        return one._replace(
            id=self.snippet(one.id),
            title=self.snippet(one.title),
            target=self.snippet(one.target),
            picture=self.snippet(one.picture),
            prompt=self.snippet(one.prompt),
            components=tuple(found for part in one.components if (found := self.snippet(part))),
        )

    def snippet(self, one: Snippet | None) -> Snippet | None:
        if one is None:
            return None
        return Snippet(
            one.value, *self.position(one.line, one.column), *self.position(one.end_line, one.end_column)
        )

    def position(self, line: int, column: int) -> tuple[int, int]:
        return line + self.lines, column + self.columns if line == 1 else column


class _Plain(NamedTuple):
    """An outcome without what its record says of it: the path, and for each rule the same reason."""

    diagnostics: tuple[Diagnostic, ...]
    not_run: tuple[tuple[str, str | None, tuple[str, ...]], ...]
    suppressed: int
    errors: tuple[Failure, ...]
    notices: tuple[Notice, ...]
    unconfirmed: int
    fidelity: Fidelity | None
    picture: bool
    entry: str | None
    entries: tuple[EntryNote, ...]
    cards: tuple[Card, ...]
    used: tuple[int, ...]
    judged: tuple[int, ...]
    days: Days
    read: bool


@cache
def _codec() -> "tuple[msgspec.msgpack.Encoder, msgspec.msgpack.Decoder[_Plain]]":
    import msgspec

    return msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(_Plain)


def pack(outcome: Outcome) -> bytes:
    """An outcome as bytes."""
    result = outcome.result
    skipped = groupby(result.not_run, key=lambda one: (one.reason, one.entry))
    plain = _Plain(
        result.diagnostics,
        tuple((reason, entry, tuple(one.rule for one in some)) for (reason, entry), some in skipped),
        result.suppressed,
        result.errors,
        result.notices,
        result.unconfirmed,
        result.fidelity,
        result.picture,
        result.entry,
        outcome.entries,
        outcome.cards,
        tuple(sorted(outcome.tally.used)),
        tuple(sorted(outcome.tally.judged)),
        outcome.days,
        outcome.read,
    )
    return zlib.compress(_codec()[0].encode(plain), 1)


def unpack(packed: bytes, path: str) -> Outcome:
    """The outcome of a record or picture of that path.

    Raises ValueError for bytes that are none: nothing else can come of them, whoever has written them.
    """
    import msgspec

    try:
        plain = _codec()[1].decode(zlib.decompress(packed))
    except (zlib.error, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ValueError(f"no outcome: {error}") from None
    result = Result(
        path,
        plain.diagnostics,
        tuple(NotRun(rule, reason, path, entry) for reason, entry, rules in plain.not_run for rule in rules),
        plain.suppressed,
        plain.errors,
        plain.notices,
        plain.unconfirmed,
        plain.fidelity,
        plain.picture,
        plain.entry,
    )
    tally = Tally(frozenset(plain.used), frozenset(plain.judged))
    return Outcome(result, plain.entries, plain.cards, tally, plain.days, plain.read)


def kept(packed: bytes | None, path: str, today: date) -> Outcome | None:
    """What an earlier run kept, if it is sound and still holds."""
    if packed is None:
        return None
    try:
        outcome = unpack(packed, path)
    except ValueError:
        return None
    return outcome if outcome.days.include(today) else None
