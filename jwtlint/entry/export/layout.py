"""Tells where in a JSON file the entries are, by looking at as much of it as needed."""

import re
from collections.abc import Callable, Iterator

from .extent import Extent
from .frame import MAX_RECORD
from .objects import Layout, Shape
from .tape import Tape

_BLANKS = re.compile(rb"[ \t\r\n]*+")
_SCALAR = re.compile(rb'[^\s,\[\]{}"]++')
LOOKED_AT = 20
"""Entries that are looked at to tell what a file is."""

IsEntry = Callable[[bytes], bool]


def layout_of(tape: Tape, is_entry: IsEntry) -> Layout:
    """Where the entries are. `is_entry` tells whether the bytes of an object are an entry; nothing is taken.

    Where no object is, the only list of objects is the one that is meant, or else all values that are objects.
    """
    peek = _Peek(tape)
    match peek.sign():
        case b"[":
            return Layout(Shape.LIST)
        case b"{":
            return _of_object(peek, is_entry)
    return Layout(Shape.ENTRIES)


def _of_object(peek: "_Peek", is_entry: IsEntry) -> Layout:
    lists: list[bytes] = []
    empty: list[bytes] = []
    objects = 0
    own: list[bytes] = []
    for key, sign in peek.members():
        if sign == b"[":
            found = [value for value in peek.elements() if value.startswith(b"{")]
            if any(map(is_entry, found)):
                return Layout(Shape.MEMBER, key)
            (lists if found else empty).append(key)
        elif (value := peek.value()) and sign == b"{":
            if is_entry(value):
                return Layout(Shape.MAPPING)
            objects += 1
        elif value:
            own.append(key + b":" + value)
            if is_entry(b"{%b}" % own[-1]):
                return Layout(Shape.ENTRIES)
    if not own and not objects:
        lists = lists or empty
    if len(lists) == 1 and not is_entry(b"{%b}" % b",".join(own)):
        return Layout(Shape.MEMBER, lists[0])
    return Layout(Shape.MAPPING if objects and not own and not lists else Shape.ENTRIES)


class _Peek:
    """Goes through the beginning of a file without taking it."""

    def __init__(self, tape: Tape) -> None:
        self._tape = tape
        self._at = 0

    def sign(self) -> bytes:
        """The next sign that is no blank; nothing at the end."""
        tape = self._tape
        while True:
            found = _BLANKS.match(tape.buffer, tape.start + self._at)
            self._at = (found.end() if found else len(tape.buffer)) - tape.start
            if self._at < len(tape) or not self._more():
                return tape.buffer[tape.start + self._at : tape.start + self._at + 1]

    def members(self) -> Iterator[tuple[bytes, bytes]]:
        """The keys of the object that stands here, as they are written, and the sign that each value begins with.

        Whoever takes them goes over the value before he asks for the next.
        """
        self.sign()
        self._at += 1
        while self._separated():
            start = self._at
            if self.sign() != b'"' or self.value() is None:
                return
            key = self._since(start)
            if self.sign() != b":":
                return
            self._at += 1
            yield key, self.sign()

    def elements(self) -> Iterator[bytes]:
        """The first elements of the list that stands here; behind them the whole of it is gone over."""
        whole = self._at
        self._at += 1
        for _ in range(LOOKED_AT):
            if not self._separated() or (element := self.value()) is None:
                break
            yield element
        self._at = whole
        self.value()

    def value(self) -> bytes | None:
        """The value that stands here, and go behind it; None where it has no end."""
        match self.sign():
            case b"{" | b"[":
                extent = Extent()
            case b'"':
                extent = Extent.of_string()
            case _:
                return self._scalar()
        tape, start = self._tape, self._at
        while (whole := extent.scan(tape.buffer, tape.start + start)) is None and self._more():
            pass
        self._at = start + extent.at
        return self._since(start) if whole else None

    def _scalar(self) -> bytes | None:
        tape, start = self._tape, self._at
        while (found := _SCALAR.match(tape.buffer, tape.start + start)) and found.end() == len(tape.buffer):
            if not self._more():
                break
        self._at = found.end() - tape.start if found else start
        return self._since(start) or None

    def _separated(self) -> bool:
        """Go over a comma. Returns whether something follows in the same brackets."""
        if self.sign() == b",":
            self._at += 1
        return self.sign() not in (b"", b"}", b"]")

    def _since(self, start: int) -> bytes:
        tape = self._tape
        return tape.buffer[tape.start + start : tape.start + self._at]

    def _more(self) -> bool:
        return len(self._tape) <= MAX_RECORD and self._tape.more()
