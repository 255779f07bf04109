"""Where the next entry of a JSON file begins, seen from within one that is broken."""

import re
from collections.abc import Callable, Iterator

from .frame import Piece, drop
from .tape import Tape

KEPT = 1024
"""Bytes that are looked at together; nothing that is searched for is longer."""

_OBJECT = re.compile(rb',([ \t\r\n]*+)\{[ \t\r\n]*+("[^"\\\r\n]{0,200}+")[ \t\r\n]*+:')
_MEMBER = re.compile(rb',([ \t\r\n]*+)("[^"\\\r\n]{0,200}+")[ \t\r\n]*+:[ \t\r\n]*+\{')
_FIRST_KEY = re.compile(rb'\{[ \t\r\n]*+("[^"\\\r\n]{0,200}+")')
_LINE = re.compile(rb"\n(?=\{)")

Target = Callable[[bytes, int], int | None]
"""Finds where to go on, in a buffer from an offset on: the offset of what parts two entries."""


def next_element(tape: Tape, lead: bytes) -> Target:
    """The comma before the next element of a list that has the same indent and the same first key as this one.

    Inside a string the quotes of a key would be escaped; inside a list further down the indent or the key differs.
    """
    first = _FIRST_KEY.match(tape.buffer, tape.start)
    return _like(_OBJECT, lead, first[1] if first else None)


def next_member(lead: bytes) -> Target:
    """The comma before the next member of an object that has the same indent and an object for a value."""
    return _like(_MEMBER, lead, None)


def next_line(buffer: bytes, start: int) -> int | None:
    """The end of the line before one that begins with an object."""
    found = _LINE.search(buffer, start)
    return found.start() if found else None


def list_under(key: bytes) -> Target:
    """The key, as it is written, before a list."""
    pattern = re.compile(re.escape(key) + rb"[ \t\r\n]*+:[ \t\r\n]*+\[")

    def find(buffer: bytes, start: int) -> int | None:
        found = pattern.search(buffer, start)
        return found.start() if found else None

    return find


def _like(pattern: re.Pattern[bytes], lead: bytes, key: bytes | None) -> Target:
    indented = b"\n" in lead

    def find(buffer: bytes, start: int) -> int | None:
        for found in pattern.finditer(buffer, start):
            if (not indented or found[1] == lead) and key in (None, found[2]):
                return found.start()
        return None

    return find


def resume(tape: Tape, target: Target, search: int) -> Iterator[Piece]:
    """Go on to the target, or to the end of the file."""
    while (found := target(tape.buffer, tape.start + search)) is None:
        search = max(0, search - max(0, len(tape) - KEPT))
        yield from drop(tape, KEPT)
        if not tape.more():
            yield from drop(tape, 0)
            return
    if found > tape.start:
        yield tape.take(found - tape.start)
