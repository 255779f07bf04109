"""What fixes changed in the records of an export: to write the file anew, or to show what would be written."""

import codecs
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, BinaryIO, NamedTuple

from ...files import put
from ...source import SourceError
from ..fields import Fields
from ..record import Record
from .parts import parts
from .tape import encoding_of

MAX_LINES = 32 << 20
"""Bytes of lines that are shown together; a catalog on one line of gigabytes is not shown."""
_DIGEST = 16


class Stretch(NamedTuple):
    """Whole lines before and after, and the numbers (from 1) of their first lines in the old file and the new."""

    before: bytes
    after: bytes
    line: int
    new_line: int


class Changes:
    """The changed records of one export. They are kept on disk, so that their number is no matter.

    They can be written or shown once.
    """

    def __init__(self, path: Path, fields: Fields) -> None:
        self._path = path
        self._fields = fields
        self._spool: IO[bytes] | None = None

    def __bool__(self) -> bool:
        return self._spool is not None

    def add(self, record: Record, raw: bytes) -> None:
        """Note what becomes of a record. They come in the order of the file."""
        if self._spool is None:
            self._spool = TemporaryFile()  # noqa: SIM115 - open until somebody has read it
        for number in (record.number, len(raw)):
            self._spool.write(number.to_bytes(8, "big"))
        self._spool.write(_digest(record.raw) + raw)

    def write(self) -> None:
        """Write the file in one step, in its encoding, with its permissions; all else stays byte for byte.

        Raises OSError where that is not possible, and SourceError where the file is no longer the one that was
        checked; it is then as it was.
        """
        path = self._path.resolve()
        put(path, self._write, path.stat().st_mode & 0o7777)

    def stretches(self) -> Iterator[Stretch]:
        """The lines that are different, in order.

        Raises SourceError where the file is no longer the one that was checked, or its lines are too long.
        """
        pending = _Pending()
        for old, new in self._pairs():
            if old is new:
                if pending.changed and (end := old.find(b"\n") + 1):
                    pending.add(old[:end], old[:end])
                    yield pending.taken()
                    old = old[end:]
                if not pending.changed and (end := old.rfind(b"\n") + 1):
                    pending.add(old[:end], old[:end])
                    pending.taken()
                    old = old[end:]
                new = old
            pending.add(old, new)
            if pending.length > MAX_LINES:
                reason = f"lines of more than {MAX_LINES >> 20} MiB cannot be compared; write each entry on its own line"
                raise SourceError(str(self._path), reason)
        if pending.changed:
            yield pending.taken()

    def _write(self, file: BinaryIO) -> None:
        mark, encoding = encoding_of(self._path)
        file.write(mark)
        if encoding == "utf-8":
            for _, new in self._pairs():
                file.write(new)
            return
        decoder = codecs.getincrementaldecoder("utf-8")("surrogatepass")
        try:
            for _, new in self._pairs():
                file.write(decoder.decode(new).encode(encoding, "surrogatepass"))
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            raise SourceError(
                str(self._path), f"not {encoding.upper()} text; save the file as UTF-8"
            ) from None

    def _pairs(self) -> Iterator[tuple[bytes, bytes]]:
        """All of the file, a piece at a time, as it was and as it will be; twice the same object where nothing changes."""
        changed = self._changed()
        number, digest, raw = next(changed, _NONE)
        for part in parts(self._path, self._fields):
            match part:
                case Record() if part.number == number:
                    if _digest(part.raw) != digest:
                        break
                    yield part.raw, raw
                    number, digest, raw = next(changed, _NONE)
                case Record():
                    yield part.raw, part.raw
                case bytes():
                    yield part, part
        if number is not None:
            raise SourceError(str(self._path), "changed while it was checked; run again")

    def _changed(self) -> Iterator[tuple[int | None, bytes, bytes]]:
        if self._spool is None:
            return
        with self._spool as spool:
            spool.seek(0)
            while head := spool.read(16):
                number, length = int.from_bytes(head[:8], "big"), int.from_bytes(head[8:], "big")
                yield number, spool.read(_DIGEST), spool.read(length)


_NONE: tuple[int | None, bytes, bytes] = (None, b"", b"")


class _Pending:
    """Lines of which the end is not yet known."""

    def __init__(self) -> None:
        self._before: list[bytes] = []
        self._after: list[bytes] = []
        self._line = self._new_line = 1
        self.length = 0
        self.changed = False

    def add(self, old: bytes, new: bytes) -> None:
        """Go on with bytes as they were and as they will be."""
        self._before.append(old)
        self._after.append(new)
        self.length += len(old)
        self.changed = self.changed or old is not new

    def taken(self) -> Stretch:
        """All lines so far, which are now complete."""
        before, after = b"".join(self._before), b"".join(self._after)
        stretch = Stretch(before, after, self._line, self._new_line)
        self._line += before.count(b"\n")
        self._new_line += after.count(b"\n")
        self._before, self._after, self.length, self.changed = [], [], 0, False
        return stretch


def _digest(raw: bytes) -> bytes:
    return blake2b(raw, digest_size=_DIGEST).digest()
