"""JSON Lines: one record a line (jsonlines.org), blank lines aside."""

import re
from collections.abc import Iterator

from .frame import BLANKS, MAX_RECORD, TOO_LARGE, Broken, Framed, Piece
from .tape import Tape

_BLANKS = re.compile(rb"[ \t\r\n]++")


def pieces(tape: Tape) -> Iterator[Piece]:
    """The lines of a file, each a record with what stands around it."""
    searched = 0
    while True:
        if not searched and (blank := _BLANKS.match(tape.buffer, tape.start)):
            yield tape.take(len(blank[0]))
        found = tape.buffer.find(b"\n", tape.start + searched)
        if found < 0 and len(tape) > MAX_RECORD:
            yield from _too_large(tape)
            searched = 0
        elif found < 0:
            searched = len(tape)
            if not tape.more():
                yield from _line(tape, len(tape))
                return
        else:
            yield from _line(tape, found + 1 - tape.start)
            searched = 0


def _line(tape: Tape, length: int) -> Iterator[Piece]:
    line = tape.buffer[tape.start : tape.start + length]
    record = line.rstrip(BLANKS)
    if not record:
        if line:
            yield tape.take(length)
        return
    at = tape.position()
    if len(record) > MAX_RECORD:
        yield Broken(at, TOO_LARGE)
        yield tape.take(len(record))
    else:
        yield Framed(tape.take(len(record)), at)
    if rest := length - len(record):
        yield tape.take(rest)


def _too_large(tape: Tape) -> Iterator[Piece]:
    """Leave out what is left of a line without an end in sight."""
    yield Broken(tape.position(), TOO_LARGE)
    while (found := tape.buffer.find(b"\n", tape.start)) < 0:
        yield tape.take(len(tape))
        if not tape.more():
            return
    yield tape.take(found - tape.start)
