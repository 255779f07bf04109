"""What came of one record or picture."""

from dataclasses import replace
from typing import NamedTuple

from .calendar import Days
from .catalog.card import Card, Snippet
from .finding import Diagnostic, LocatedEdit, Location, Notice, Result
from .suppress import Tally


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
