"""Sights and readings of earlier runs, kept by the content of the picture and by who read it how.

One small JSON text a picture and reader. What is damaged or of another version is as good as none.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..store import Store
from ..text import Region
from .model import Line, Mark, Point, Word
from .reader import Reader
from .sight import VERSION, Sight

KIND = "sights"


class Kept(NamedTuple):
    """What an earlier run saw, and the readings that it took as evidence.

    `closer` are the lines that only a closer look found, None where nobody has looked closer.
    """

    sight: Sight
    readings: dict[str, str]
    closer: tuple[Line, ...] | None = None


class Cache:
    """Keeps sights in a folder; without a folder it keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._store = Store(folder, KIND)

    def get(self, name: str) -> Kept | None:
        """What is kept under a name."""
        key = bytes.fromhex(name)
        value = self._store.get([key]).get(key)
        return None if value is None else decode(value)

    def put(self, name: str, kept: Kept) -> None:
        """Keep something; where that is not possible, it is read again next time."""
        self._store.put({bytes.fromhex(name): encode(kept)})


def encode(kept: Kept) -> bytes:
    """Something to keep as bytes."""
    return json.dumps(_plain(kept), separators=(",", ":")).encode("ascii")


def decode(value: bytes) -> Kept | None:
    """What was kept as bytes; None for any others."""
    try:
        return _read(json.loads(value))
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None


def name_of(picture_hash: str, readers: Sequence[Reader], languages: Sequence[str]) -> str:
    """The name under which a sight is kept: other readers, versions or languages see other things."""
    from hashlib import blake2b

    seers = [f"{reader.name} {reader.version}" for reader in readers]
    parts = "\0".join((str(VERSION), picture_hash, *seers, "", *languages))
    return blake2b(parts.encode(), digest_size=20).hexdigest()


def _plain(kept: Kept) -> dict[str, Any]:
    sight = kept.sight
    return {
        "reader": sight.reader,
        "lines": [_plain_line(line) for line in sight.lines],
        "marks": [[mark.kind, mark.name, *mark.region, mark.confidence] for mark in sight.marks],
        "readings": kept.readings,
        "closer": None if kept.closer is None else [_plain_line(line) for line in kept.closer],
    }


def _plain_line(line: Line) -> list[Any]:
    return [
        [[word.value, *word.region, round(word.confidence, 4), word.reader] for word in line.words],
        [[round(value, 2) for value in corner] for corner in line.corners],
        line.height,
        line.contrast,
        line.cut_off,
    ]


def _read(plain: dict[str, Any]) -> Kept:
    marks = tuple(
        Mark(kind, name, Region(left, top, right, bottom), confidence)
        for kind, name, left, top, right, bottom, confidence in plain["marks"]
    )
    sight = Sight(plain["reader"], tuple(map(_read_line, plain["lines"])), marks)
    closer = plain["closer"]
    return Kept(sight, dict(plain["readings"]), None if closer is None else tuple(map(_read_line, closer)))


def _read_line(plain: list[Any]) -> Line:
    words, corners, height, contrast, cut_off = plain
    first, second, third, fourth = (Point(*corner) for corner in corners)
    return Line(
        tuple(
            Word(value, Region(left, top, right, bottom), confidence, reader)
            for value, left, top, right, bottom, confidence, reader in words
        ),
        (first, second, third, fourth),
        height,
        contrast,
        cut_off,
    )
