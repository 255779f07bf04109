"""How far a value of JSON goes that begins with a bracket, told without reading what is in it."""

import re

from .frame import MAX_DEPTH

# Neither has an alternative inside its loop, so that neither size nor escapes cost memory.
_BETWEEN = re.compile(
    rb'[ \t\r\n,:0-9eE.+\-truefalsn]*+(?:"[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+"[ \t\r\n,:0-9eE.+\-truefalsn]*+)*+'
)
_INSIDE = re.compile(rb'[^"\\\r\n]*+(?:\\[^\r\n][^"\\\r\n]*+)*+')
_CLOSING = {ord("{"): ord("}"), ord("["): ord("]")}
_QUOTE, _BACKSLASH = ord('"'), ord("\\")
_BLANK = frozenset(b" \t\r\n")
_BEFORE_VALUE = {ord("}"): frozenset(b":"), ord("]"): frozenset(b"[,")}


class Extent:
    """Goes on when more of the value has been read. All before `at`, relative to where it begins, is looked at.

    What stands between brackets is not read, but whatever can only stand there by mistake (a value without a key, a
    line end in a string, letters of no literal, brackets without end) is noticed where it stands; so a bracket or a quote that is missing
    seldom costs more than its own record.
    """

    def __init__(self, at: int = 0) -> None:
        self.at = at
        self.closed = at
        """Behind the last bracket inside the value, outermost first, that was closed."""
        self.too_deep = False
        self._open = bytearray()
        self._in_string = False
        self._last = 0

    @classmethod
    def of_string(cls) -> "Extent":
        """For a value that is a string."""
        extent = cls(1)
        extent._in_string = True
        return extent

    def scan(self, buffer: bytes, start: int) -> bool | None:
        """True: the value ends at `at`. False: it is broken there. None: more has to be read."""
        length = len(buffer)
        while True:
            position = start + self.at
            found = (_INSIDE if self._in_string else _BETWEEN).match(buffer, position)
            assert found is not None, "no character is a match, too"
            end = found.end()
            self._remember(buffer, position, end)
            self.at = end - start
            if end == length:
                return None
            sign = buffer[end]
            if self._in_string:
                if sign != _QUOTE:
                    # A backslash at the end has its character in what comes.
                    return None if sign == _BACKSLASH and end + 1 == length else False
                self._in_string = False
            elif sign == _QUOTE:
                self._in_string = True
            elif not self._bracket(sign):
                return False
            self._last = sign
            self.at += 1
            if not self._open:
                return True
            if len(self._open) == 1 and sign in _BEFORE_VALUE:
                self.closed = self.at

    def _bracket(self, sign: int) -> bool:
        """Note a bracket. Returns whether it can stand there."""
        closing = _CLOSING.get(sign)
        if closing is None:
            if not self._open or self._open[-1] != sign:
                return False
            self._open.pop()
            return True
        if len(self._open) == MAX_DEPTH:
            self.too_deep = True
            return False
        if self._open and self._last not in _BEFORE_VALUE[self._open[-1]]:
            return False
        self._open.append(closing)
        return True

    def _remember(self, buffer: bytes, start: int, end: int) -> None:
        """Keep the last character that is no blank."""
        while end > start and buffer[end - 1] in _BLANK:
            end -= 1
        if end > start:
            self._last = buffer[end - 1]
