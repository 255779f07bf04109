"""Sights and readings of earlier runs, kept by the content of the picture and by who read it how.

One small JSON file a picture and reader. A file that is damaged or of another version is as good as none; files
are replaced in one step, so that parallel runs never see half of one.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..files import write_whole
from ..text import Region
from .model import Line, Mark, Point, Word
from .reader import Reader
from .sight import VERSION, Sight


class Kept(NamedTuple):
    """What an earlier run saw, and the readings that it took as evidence.

    `closer` are the lines that only a closer look found, None where nobody has looked closer.
    """

    sight: Sight
    readings: dict[str, str]
    closer: tuple[Line, ...] | None = None


def default_folder() -> Path:
    """Where the system keeps caches."""
    from platformdirs import user_cache_path

    return user_cache_path("jwtlint") / "pictures"


class Cache:
    """Keeps sights in a folder; without a folder it keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, name: str) -> Kept | None:
        """What is kept under a name."""
        if self._folder is None:
            return None
        try:
            return _read(json.loads(self._path(self._folder, name).read_bytes()))
        except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
            return None

    def put(self, name: str, kept: Kept) -> None:
        """Keep something; where that is not possible, it is read again next time."""
        if self._folder is not None:
            plain = json.dumps(_plain(kept), separators=(",", ":"))
            write_whole(self._path(self._folder, name), plain.encode("ascii"))

    @staticmethod
    def _path(folder: Path, name: str) -> Path:
        return folder / name[:2] / f"{name[2:]}.json"


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
