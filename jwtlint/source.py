"""A file as it was read: decoded text, lines and columns, and the hash of its bytes."""

import codecs
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from .text import Run, Span, Text

MAX_BYTES = 64 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class SourceError(Exception):
    """A file that cannot be checked. The message is one line: what is wrong, where, and the remedy."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class Position(NamedTuple):
    """Line and column, both from 1; columns count code points."""

    line: int
    column: int


_START = Position(1, 1)


class Source:
    """The decoded text of a file, from which places are counted.

    Offsets are code points of `value`. Line ends stay as they are in the file: a carriage return before a
    line feed is the last character of its line. `mark` is the byte order mark that the file starts with.
    A source can be a stretch of a file (a record of an export): `first` is where in the file it begins.
    `name` is the path that keys are made of: whoever reads a file gives it one that does not depend on how the
    run was called (`Settings.name_of`).
    """

    def __init__(
        self,
        path: str,
        value: str,
        *,
        raw: bytes | None = None,
        encoding: str = "utf-8",
        mark: bytes = b"",
        first: Position = _START,
    ) -> None:
        self.path = path
        self.name = path
        self.value = value
        self.encoding = encoding
        self.mark = mark
        self.first = first
        self._raw = raw

    @classmethod
    def decode(cls, path: str, raw: bytes) -> "Source":
        """Decode the bytes of a file: UTF-8 (with or without a mark) or UTF-16 with a mark.

        Raises SourceError for other bytes, for NUL characters, and for more than 64 MiB.
        """
        if len(raw) > MAX_BYTES:
            raise SourceError(path, f"larger than {MAX_BYTES >> 20} MiB; split the file")
        mark, encoding = next((known for known in _MARKS if raw.startswith(known[0])), (b"", "utf-8"))
        try:
            value = raw[len(mark) :].decode(encoding)
        except UnicodeDecodeError as error:
            at = error.start + len(mark)
            raise SourceError(
                path, f"not {encoding.upper()} text at byte {at}; save the file as UTF-8"
            ) from None
        if (nul := value.find("\0")) >= 0:
            raise SourceError(path, f"not text: a NUL character at offset {nul}; save the file as UTF-8 text")
        return cls(path, value, raw=raw, encoding=encoding, mark=mark)

    def encode(self, value: str) -> bytes:
        """Bytes of a changed text in the encoding, and with the mark, of the original."""
        # Text that was handed over as a string can hold half a surrogate pair; a file cannot.
        return self.mark + value.encode(self.encoding, "surrogatepass")

    @cached_property
    def text(self) -> Text:
        """All of it, as a `Text`."""
        return Text(self.value, (Run(0, len(self.value), Span(0, len(self.value))),), self)

    @cached_property
    def source_hash(self) -> str:
        """SHA-256 of the bytes of the file, in hexadecimal."""
        import hashlib

        raw = self._raw if self._raw is not None else self.encode(self.value)
        return hashlib.sha256(raw).hexdigest()

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        find = self.value.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    def edited(self, value: str) -> "Source":
        """The same place with another text."""
        source = Source(self.path, value, encoding=self.encoding, mark=self.mark, first=self.first)
        source.name = self.name
        return source

    def position(self, offset: int) -> Position:
        """Line and column, in the file, of an offset in code points."""
        line = bisect_right(self._line_starts, offset)
        column = offset - self._line_starts[line - 1] + 1
        if line == 1:
            column += self.first.column - 1
        return Position(line + self.first.line - 1, column)

    def utf16_column(self, offset: int) -> int:
        """Column from 1 in UTF-16 code units, as editors and SARIF viewers may count."""
        column = self.position(offset).column
        start = self._line_starts[bisect_right(self._line_starts, offset) - 1]
        return column + sum(ord(character) > 0xFFFF for character in self.value[start:offset])

    def line(self, number: int) -> Span:
        """The span of a line (numbered as in the file) without its line end, as far as it is in this source."""
        starts = self._line_starts
        number -= self.first.line - 1
        start = starts[number - 1]
        if number == len(starts):
            return Span(start, len(self.value))
        end = starts[number] - 1
        if end > start and self.value[end - 1] == "\r":
            end -= 1
        return Span(start, end)
