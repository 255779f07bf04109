"""What a file falls into: records, and what stands between them."""

from collections.abc import Iterator
from typing import NamedTuple

from ...source import Position
from .tape import Tape

MAX_RECORD = 8 << 20
"""Bytes of one record; no prompt comes near."""
MAX_DEPTH = 64
"""Brackets within brackets."""
TOO_LARGE = f"the entry that begins here is larger than {MAX_RECORD >> 20} MiB; shorten it or take it out"

BLANKS = b" \t\r\n"


class Framed(NamedTuple):
    """The bytes of one record, and where it begins."""

    raw: bytes
    at: Position


class Broken(NamedTuple):
    """What is wrong at a place. The bytes that no record could be made of come as they are."""

    at: Position
    reason: str


Piece = bytes | Framed | Broken
"""Bytes and records, one behind the other, are the whole file; whatever is wrong comes between them."""


class Patience:
    """How often a stretch that turned out to be broken may be read once more, to find the next record in it.

    Without an end to it, a file of broken records could make a reader read the whole file for each of them.
    """

    def __init__(self) -> None:
        self._left = 4 * MAX_RECORD

    def from_where(self, wanted: int, failed: int) -> int:
        """Where to search on: as early as wanted, or behind what is read already when patience is at its end."""
        self._left -= max(0, failed - wanted)
        return wanted if self._left >= 0 else failed


def drop(tape: Tape, keep: int) -> Iterator[Piece]:
    """Take all but the last bytes, which a search may still need."""
    if len(tape) > keep:
        yield tape.take(len(tape) - keep)
