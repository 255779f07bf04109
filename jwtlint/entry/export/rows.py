"""CSV (RFC 4180): one record a row; cells in quotes may hold line ends, and quotes written twice."""

import re
from collections.abc import Iterator
from functools import lru_cache

from .frame import MAX_RECORD, TOO_LARGE, Broken, Framed, Patience, Piece, drop
from .tape import Tape

_QUOTED = re.compile(rb'[^"]*+(?:""[^"]*+)*+')
_BLANK_LINES = re.compile(rb"[\r\n]++")
_MAX_COUNTED = 1_000
_KEPT = 64 << 10
"""Bytes that are looked at together for the next row; three rows are hardly ever longer."""
_REMEDY = 'write quotes inside it twice, as in a""b, and one behind it'


def pieces(tape: Tape, delimiter: bytes, columns: int) -> Iterator[Piece]:
    """The rows of a file, without their line ends; blank lines are none.

    Where a quote is never closed, reading goes on at the next line that has as many cells as there are `columns`.
    """
    patience = Patience()
    while len(tape) or tape.more():
        if blank := _BLANK_LINES.match(tape.buffer, tape.start):
            yield tape.take(len(blank[0]))
            continue
        row = _Row(delimiter)
        while (whole := row.scan(tape.buffer, tape.start)) is None and len(tape) <= MAX_RECORD:
            if not tape.more():
                whole = row.scan(tape.buffer, tape.start, ended=True)
                break
        if whole:
            yield from _row(tape, row)
        elif row.opening is not None:
            search = patience.from_where(row.opening, row.at)
            yield from _unclosed(tape, row, search, _next_row(delimiter, columns), endless=whole is None)
        else:
            yield Broken(tape.position(), TOO_LARGE)
            yield from _rest(tape, row)


class _Row:
    """Finds where a row ends; goes on when more of it has been read.

    Offsets are relative to where the row begins. All before `at` is looked at. `opening` is the quote that opens
    the cell in which `at` is; `spoilt` that of a cell which goes on behind its closing quote.
    """

    def __init__(self, delimiter: bytes) -> None:
        self.at = 0
        self.opening: int | None = None
        self.spoilt: int | None = None
        self._delimiter = delimiter
        self._feed = -1
        self._begun = False

    def scan(self, buffer: bytes, start: int, *, ended: bool = False) -> bool | None:
        """True: the row ends at `at`. False: its open cell does not end as it should. None: more has to be read."""
        while True:
            position = start + self.at
            if self.opening is None:
                end = self._line_end(buffer, start)
                if (quote := self._quote(buffer, start, end)) < 0:
                    self.at = min(end + 1, len(buffer)) - start
                    return True if end < len(buffer) or ended else None
                self.opening = quote - start
                self.at = self.opening + 1
                continue
            found = _QUOTED.match(buffer, position)
            assert found is not None, "no quote is a match, too"
            end = found.end()
            behind = buffer[end + 1 : end + 3]
            self.at = end - start
            if end == len(buffer) or (behind in (b"", b"\r") and not ended):
                return False if ended else None
            self.at += 1
            if behind[:1] not in (b"", b"\n", self._delimiter) and behind not in (b"\r", b"\r\n"):
                if b"\n" in buffer[start + self.opening : end]:
                    return False
                self.spoilt = self.opening
            self.opening = None

    def move(self, length: int) -> None:
        """So many bytes before `at` are there no longer."""
        self.at -= length
        self._feed = max(-1, self._feed - length)
        if self.opening is not None:
            self.opening = max(0, self.opening - length)

    def _line_end(self, buffer: bytes, start: int) -> int:
        """The next line feed outside quotes, or the end of the buffer."""
        if self._feed < self.at:
            found = buffer.find(b"\n", start + self.at)
            self._feed = found - start if found >= 0 else -1
        return start + self._feed if self._feed >= 0 else len(buffer)

    def _quote(self, buffer: bytes, start: int, end: int) -> int:
        """The next quote that opens a cell; -1 where none does."""
        position = start + self.at
        first = not self._begun
        self._begun = self._begun or position < len(buffer)
        if first and buffer[position : position + 1] == b'"':
            return position
        found = buffer.find(self._delimiter + b'"', max(start, position - 1), end)
        return found + 1 if found >= 0 else -1


def _row(tape: Tape, row: _Row) -> Iterator[Piece]:
    """A row that has an end."""
    raw = tape.buffer[tape.start : tape.start + row.at]
    record = raw.removesuffix(b"\n").removesuffix(b"\r")
    at = tape.position()
    if row.spoilt is not None:
        reason = f"the quoted cell that begins here goes on behind its closing quote; {_REMEDY}"
        yield Broken(tape.position(row.spoilt), reason)
        yield tape.take(row.at)
        return
    if len(record) > MAX_RECORD:
        yield Broken(at, TOO_LARGE)
    elif record.strip():
        yield Framed(tape.take(len(record)), at)
        row.at -= len(record)
    if row.at:
        yield tape.take(row.at)


def _unclosed(
    tape: Tape, row: _Row, search: int, next_row: re.Pattern[bytes], *, endless: bool
) -> Iterator[Piece]:
    """A row with a cell that is not closed; or, where that has no end in sight, a cell larger than a record can be."""
    assert row.opening is not None
    at = tape.position(row.opening)
    begins = next_row.search(tape.buffer, tape.start + search)
    if begins is None and endless and len(tape) > MAX_RECORD:
        yield Broken(tape.position(), TOO_LARGE)
        yield from _rest(tape, row)
        return
    yield Broken(at, f"the quoted cell that begins here is never closed; {_REMEDY}")
    while begins is None or begins.end(1) == len(tape.buffer):
        if begins is None:
            search = max(0, search - max(0, len(tape) - _KEPT))
            yield from drop(tape, _KEPT)
        if not tape.more():
            break
        begins = next_row.search(tape.buffer, tape.start + search)
    yield tape.take(begins.end() - tape.start if begins else len(tape))


def _rest(tape: Tape, row: _Row) -> Iterator[Piece]:
    """Leave out what is left of a row that is too large."""
    while row.scan(tape.buffer, tape.start) is None:
        # A delimiter at the end may stand before a quote.
        if (looked_at := row.at - 1) > 0:
            yield tape.take(looked_at)
            row.move(looked_at)
        if not tape.more():
            yield tape.take(len(tape))
            return
    yield tape.take(row.at)


@lru_cache(maxsize=64)
def _next_row(delimiter: bytes, columns: int) -> re.Pattern[bytes]:
    """The end of the line before one that is a row, as those behind it are.

    A line of prose, too, can have the right number of commas, but hardly three of them on end, or all up to the end
    of a file that does not end within a line.
    """
    if not 1 < columns <= _MAX_COUNTED:
        return re.compile(rb"(?!)")
    sign = re.escape(delimiter)
    cell = rb'(?:"[^"]*+(?:""[^"]*+)*+"|[^"\r\n%b][^\r\n%b]*+|)' % (sign, sign)
    row = rb"%b(?:%b%b){%d}" % (cell, sign, cell, columns - 1)
    line = rb"%b\r?\n" % row
    return re.compile(rb"\n(?=((?:%b){3}|(?:%b){1,2}(?:%b)?\Z))" % (line, line, row))
