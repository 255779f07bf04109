"""A file as a tape of UTF-8 bytes: a stretch of it in memory, and the line and column where that begins."""

import codecs
from collections.abc import Iterator
from pathlib import Path

from ...source import Position

CHUNK = 1 << 20
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FOLLOWING = bytes(range(0x80, 0xC0))
"""The bytes of UTF-8 that begin no character."""


def encoding_of(path: Path) -> tuple[bytes, str]:
    """The byte order mark that a file starts with, and its encoding: UTF-8 where there is none.

    Raises OSError.
    """
    with path.open("rb") as file:
        start = file.read(3)
    return next((known for known in MARKS if start.startswith(known[0])), (b"", "utf-8"))


def chunks_of(path: Path, size: int = CHUNK) -> Iterator[bytes]:
    """The bytes of a file without its mark, as UTF-8, a bounded number at a time.

    What is broken stays broken: half a character of UTF-16 becomes bytes that are no UTF-8. Raises OSError.
    """
    mark, encoding = encoding_of(path)
    decoder = codecs.getincrementaldecoder(encoding)("surrogatepass") if encoding != "utf-8" else None
    with path.open("rb") as file:
        file.seek(len(mark))
        while raw := file.read(size):
            # Half a character alone gives nothing yet.
            if chunk := decoder.decode(raw).encode("utf-8", "surrogatepass") if decoder else raw:
                yield chunk
    if decoder and decoder.getstate()[0]:
        yield b"\xff"


class Tape:
    """The bytes of a file, read as far as somebody wants, and dropped when they are taken.

    `buffer[start:]` is what is read and not yet taken. `more` moves it where there is more, so offsets are good only until
    then; those relative to `start` stay.
    """

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self.buffer = b""
        self.start = 0
        self.line = 1
        self.column = 1

    def __len__(self) -> int:
        """How much is in memory."""
        return len(self.buffer) - self.start

    def more(self) -> bool:
        """Read on. Returns whether there was anything."""
        chunk = next(self._chunks, b"")
        if chunk:
            self.buffer = self.buffer[self.start :] + chunk
            self.start = 0
        return bool(chunk)

    def take(self, length: int) -> bytes:
        """The next bytes, which leave the tape."""
        piece = self.buffer[self.start : self.start + length]
        self.start += len(piece)
        self.line, self.column = moved(self.line, self.column, piece)
        return piece

    def position(self, offset: int = 0) -> Position:
        """Line and column so many bytes ahead."""
        ahead = self.buffer[self.start : self.start + offset]
        return Position(*moved(self.line, self.column, ahead))


def moved(line: int, column: int, over: bytes) -> tuple[int, int]:
    """Line and column (from 1, in code points) behind some bytes."""
    if lines := over.count(b"\n"):
        line += lines
        column = 1
        over = over[over.rindex(b"\n") + 1 :]
    # Counting what begins a character needs no whole characters, and no valid ones.
    return line, column + len(over if over.isascii() else over.translate(None, _FOLLOWING))
