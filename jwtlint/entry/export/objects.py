"""JSON: a list of objects, an object that holds such a list, or an object of objects."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from .extent import Extent
from .frame import BLANKS, MAX_DEPTH, MAX_RECORD, TOO_LARGE, Broken, Framed, Patience, Piece, drop
from .resume import KEPT, Target, list_under, next_element, next_line, next_member, resume
from .tape import Tape

_BLANKS = re.compile(rb"[ \t\r\n]*+")
_KEY = re.compile(rb'("[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+")[ \t\r\n]*+:[ \t\r\n]*+')
_SCALAR = re.compile(rb'[^\s,\[\]{}"]++')
# Numbers and strings of a list, one behind the other.
_STRAYS = re.compile(rb'[^{}\[\]"]*+(?:"[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+"[^{}\[\]"]*+)*+')
_MAX_KEY = 64 << 10
_NO_OBJECT = "this is no object, so it is no entry; an entry is written {…}, with a key for each field"


class Shape(Enum):
    """Where in a JSON file the entries are."""

    ENTRIES = "entries one behind the other, or only one"
    LIST = "a list of entries"
    MEMBER = "an object with a list of entries"
    MAPPING = "an object whose values are entries"


class Layout(NamedTuple):
    """A shape, and the key (as it is written, with its quotes) of the member that holds the list."""

    shape: Shape
    key: bytes = b""


def pieces(tape: Tape, layout: Layout) -> Iterator[Piece]:
    """The objects of a file that are entries, and what stands between them."""
    reader = _Reader(tape, layout)
    yield from reader.blanks()
    match layout.shape:
        case Shape.ENTRIES:
            yield from reader.elements(None)
        case Shape.LIST:
            yield tape.take(1)
            yield from reader.elements(b"]")
        case Shape.MEMBER | Shape.MAPPING:
            yield tape.take(1)
            yield from reader.members()
    yield from reader.rest()


class _Reader:
    """Walks through a file. Every method yields what it has gone over."""

    def __init__(self, tape: Tape, layout: Layout) -> None:
        self._tape = tape
        self._layout = layout
        self._patience = Patience()
        self._said: set[str] = set()
        self._lead = b""
        self._ended = False

    def blanks(self) -> Iterator[Piece]:
        """Go to the next sign; keep the blanks before it, as far as they tell how lines are indented."""
        tape = self._tape
        self._lead = b""
        while True:
            found = _BLANKS.match(tape.buffer, tape.start)
            if found and found.end() > tape.start:
                blanks = tape.take(found.end() - tape.start)
                self._lead = (self._lead + blanks)[-KEPT:]
                yield blanks
            if len(tape) or not tape.more():
                return

    def elements(self, closing: bytes | None) -> Iterator[Piece]:
        """The elements of a list, up to its end; or objects one behind the other, up to the end of the file."""
        tape = self._tape
        before = b""
        stray = False
        while True:
            yield from self.blanks()
            sign = self._sign()
            if not sign:
                if closing:
                    yield from self._end_of_file()
                return
            if sign == closing or sign == b",":
                if before == b"," or (sign == b"," and not before):
                    yield from self._say("there is a comma too much here; remove it")
                yield tape.take(1)
                if sign == closing:
                    return
                before = b","
                continue
            if before not in (b"", b",") and closing:
                yield from self._say("a comma is missing here, before the next entry; write one")
            before = b"}"
            target = next_element(tape, self._lead) if closing else next_line
            if sign == b"{":
                stray = False
                yield from self._record(0, target)
                continue
            if not stray:
                yield Broken(tape.position(), _NO_OBJECT)
            stray = True
            found = _STRAYS.match(tape.buffer, tape.start)
            if found and found.end() > tape.start:
                run = tape.take(found.end() - tape.start)
                before = b"," if run.rstrip(BLANKS).endswith(b",") else before
                yield run
            else:
                yield from self._skip(target)

    def members(self) -> Iterator[Piece]:
        """The members of the object that the file is."""
        tape = self._tape
        while True:
            yield from self.blanks()
            sign = self._sign()
            if not sign:
                yield from self._end_of_file()
                return
            if sign in (b",", b"}"):
                yield tape.take(1)
                if sign == b"}":
                    return
                continue
            key = self._key()
            if key is None:
                yield Broken(
                    tape.position(), "no JSON: a key in quotes and a colon are expected here; mend it"
                )
                yield from self._resume(self._next_list_or_member(), 1)
                continue
            value = self._sign(len(key))
            if value == b"{" and self._layout.shape is Shape.MAPPING:
                yield from self._record(len(key), next_member(self._lead))
                continue
            listed = value == b"[" and key.startswith(self._layout.key) and self._layout.shape is Shape.MEMBER
            yield tape.take(len(key) + listed)
            if listed:
                yield from self.elements(b"]")
            else:
                yield from self._skip(self._next_list_or_member())

    def rest(self) -> Iterator[Piece]:
        """What stands behind the end."""
        yield from self.blanks()
        if self._sign() and not self._ended:
            yield Broken(self._tape.position(), "the entries ended before this; what follows was not read")
        while self._sign():
            yield from drop(self._tape, 0)

    def _sign(self, ahead: int = 0) -> bytes:
        tape = self._tape
        while len(tape) <= ahead and tape.more():
            pass
        return tape.buffer[tape.start + ahead : tape.start + ahead + 1]

    def _key(self) -> bytes | None:
        """The key that stands here, up to its value."""
        tape = self._tape
        while True:
            found = _KEY.match(tape.buffer, tape.start)
            if found and found.end() < len(tape.buffer):
                return tape.buffer[tape.start : found.end()]
            if len(tape) > _MAX_KEY or not tape.more():
                return None

    def _say(self, reason: str) -> Iterator[Piece]:
        """Say once in a file what may be wrong in it everywhere."""
        if reason not in self._said:
            self._said.add(reason)
            yield Broken(self._tape.position(), reason)

    def _end_of_file(self) -> Iterator[Piece]:
        if not self._ended:
            self._ended = True
            yield Broken(
                self._tape.position(), "the file ends here, within its list of entries; is it complete?"
            )

    def _next_list_or_member(self) -> Target:
        layout = self._layout
        return list_under(layout.key) if layout.shape is Shape.MEMBER else next_member(b"")

    def _record(self, before: int, target: Target) -> Iterator[Piece]:
        """An entry, whose bracket stands behind so many bytes of its key."""
        tape = self._tape
        extent = Extent(before)
        while (whole := extent.scan(tape.buffer, tape.start)) is None and len(tape) <= MAX_RECORD:
            if not tape.more():
                break
        at = tape.position()
        search = self._patience.from_where(max(before + 1, extent.closed), extent.at) if not whole else 0
        if whole and extent.at <= MAX_RECORD:
            yield Framed(tape.take(extent.at), at)
        elif whole or (whole is None and len(tape) > MAX_RECORD):
            yield Broken(at, TOO_LARGE)
            if whole or target(tape.buffer, tape.start + search) is None:
                yield from self._go_over(extent, target, told=True)
                self._ended = self._ended or not self._sign()
            else:
                yield from self._resume(target, search)
        else:
            if whole is None:
                self._ended = True
                yield Broken(at, "the file ends within the entry that begins here; is it complete?")
            else:
                what = f"{_wrong(extent)}, in the entry that begins on line {at.line}"
                yield Broken(tape.position(extent.at), what)
            yield from self._resume(target, search)

    def _skip(self, target: Target) -> Iterator[Piece]:
        """Go over a value that is no entry."""
        tape = self._tape
        match self._sign():
            case b"{" | b"[":
                yield from self._go_over(Extent(), target)
            case b'"':
                yield from self._go_over(Extent.of_string(), target)
            case _:
                found = _SCALAR.match(tape.buffer, tape.start)
                yield tape.take(found.end() - tape.start if found else 1)

    def _go_over(self, extent: Extent, target: Target, *, told: bool = False) -> Iterator[Piece]:
        """Go to the end of a value, of which as little as possible is kept in memory.

        Where it is broken that is said, unless something is already `told` of it.
        """
        tape = self._tape
        while (whole := extent.scan(tape.buffer, tape.start)) is None:
            if (length := extent.at - KEPT) > 0:
                yield tape.take(length)
                extent.at -= length
            if not tape.more():
                yield from drop(tape, 0)
                return
        if whole:
            yield tape.take(extent.at)
        else:
            if not told:
                yield Broken(tape.position(extent.at), _wrong(extent))
            yield from self._resume(target, 0)

    def _resume(self, target: Target, search: int) -> Iterator[Piece]:
        yield from resume(self._tape, target, search)
        # Whatever the end of the file lacks was told with what is broken.
        self._ended = self._ended or not self._sign()


def _wrong(extent: Extent) -> str:
    if extent.too_deep:
        return f"nested more than {MAX_DEPTH} deep; make it flatter"
    return "no JSON here; mend quotes and brackets"
