"""Marks that were read: a stock site's name, a stamp, the signature of the program that drew the picture.

The same words are ordinary in diagrams: a box may be called "Draft API", "Freepik" or "Preview Service". So a line counts
only where it is nothing but the mark, and stands as no label does: tilted, again and again, faint, or at the border.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import atan2, degrees
from statistics import median
from typing import Any

from rapidfuzz.distance import Levenshtein

from ..regex import lazy
from ..text import Region
from .model import Line, Mark

# Degrees between a line and the next level or upright one.
_TILTED = 12.0
# WCAG contrast below which letters are faint.
_FAINT = 2.0
_REPEATED = 3
# How near the middle of a line is to the border, in shares of the picture.
_BORDER = 0.045
# A large line, in usual heights of lines; a stamp in ordinary letters need only be this much larger where it is tilted.
_LARGE, _LARGER = 3.0, 1.5
# Repeated stamps are all over the picture (shares of it), not in a column of a table.
_SPREAD = 0.15
# From so many letters on, one may be misread.
_LONG = 8
# No name is shorter, which bounds how often a line may say it.
_SHORT = 4
_MOST_WORDS = 3

_BESIDE = lazy(r"(?i)https?://|www\.|\.(?:com|ai|net|io)\b|[©®™]|\bimage id\b|\b\w*\d{4,}\w*\b")
_LETTERS = lazy(r"[\W_]+")
# What readers mix up is one letter.
_ALIKE = str.maketrans({"1": "i", "l": "i", "0": "o"})


@dataclass(frozen=True, slots=True)
class _Seen:
    """A line that is nothing but a mark: what it names, how often it says so, and how it stands."""

    line: Line
    name: str
    kind: str
    times: int
    tilted: bool
    faint: bool
    border: bool


def find_text_marks(
    lines: Sequence[Line], vocabulary: Mapping[str, Any], size: tuple[int, int] | None = None
) -> tuple[Mark, ...]:
    """The marks among the lines that were read, one for each name.

    `vocabulary` is that of `marks.toml`; `size` is the picture's width and height in pixels, without which the lines
    themselves say how far it goes.
    """
    if not lines:
        return ()
    if size is None:
        size = max(line.region.right for line in lines), max(line.region.bottom for line in lines)
    usual = median(line.height for line in lines)
    words = _Words(vocabulary)
    stamps: dict[str, list[_Seen]] = {}
    names: dict[str, list[_Seen]] = {}
    for line in lines:
        if (stamp := words.stamp(line.value)) is not None:
            stamps.setdefault(stamp, []).append(_seen(line, stamp, "watermark", 1, size))
        elif (known := words.name(line.value)) is not None:
            name, kind, times = known
            names.setdefault(name, []).append(_seen(line, name, kind, times, size))
        elif (signed := words.signature(line.value)) is not None:
            seen = _seen(line, line.value, "generator", 1, size)
            if signed or (seen.border and line.region.bottom > size[1] * (1 - 2 * _BORDER)):
                names.setdefault(line.value, []).append(seen)
    found = [_named(seen) for seen in names.values()] + [
        _stamped(seen, usual, size) for seen in stamps.values()
    ]
    return tuple(mark for mark in found if mark is not None)


def _named(seen: Sequence[_Seen]) -> Mark | None:
    repeated = sum(one.times for one in seen) >= _REPEATED
    telling = [one for one in seen if repeated or one.tilted or one.faint or one.border]
    return _mark(telling, repeated) if telling else None


def _stamped(seen: Sequence[_Seen], usual: float, size: tuple[int, int]) -> Mark | None:
    region = _around(one.line.region for one in seen)
    spread = region.right - region.left > _SPREAD * size[0] and region.bottom - region.top > _SPREAD * size[1]
    repeated = len(seen) >= _REPEATED and spread
    telling = [
        one
        for one in seen
        if (one.tilted and (one.line.value.isupper() or one.line.height >= _LARGER * usual))
        or (one.faint and one.line.height >= _LARGE * usual)
        or (repeated and one.line.value.isupper())
    ]
    return _mark(telling, repeated) if telling else None


def _mark(seen: Sequence[_Seen], repeated: bool) -> Mark:
    signs = repeated + any(one.tilted for one in seen) + any(one.faint for one in seen)
    read = max(one.line.confidence for one in seen)
    confidence = min(0.75 + 0.1 * signs, 0.95) * (0.5 + read / 2)
    region = _around(one.line.region for one in seen)
    return Mark(seen[0].kind, seen[0].name, region, round(confidence, 2))


def _around(regions: Iterator[Region]) -> Region:
    lefts, tops, rights, bottoms = zip(*regions, strict=True)
    return Region(min(lefts), min(tops), max(rights), max(bottoms))


def _seen(line: Line, name: str, kind: str, times: int, size: tuple[int, int]) -> _Seen:
    start, end = line.corners[:2]
    angle = abs(degrees(atan2(end.y - start.y, end.x - start.x))) % 90
    region = line.region
    across = (region.left + region.right) / 2 / size[0]
    down = (region.top + region.bottom) / 2 / size[1]
    return _Seen(
        line,
        name,
        kind,
        times,
        tilted=min(angle, 90 - angle) > _TILTED,
        faint=line.contrast is not None and line.contrast < _FAINT,
        border=min(across, down, 1 - across, 1 - down) < _BORDER,
    )


class _Words:
    """The vocabulary, ready to be compared."""

    def __init__(self, vocabulary: Mapping[str, Any]) -> None:
        self._sites = _plain_names(vocabulary.get("sites", ()))
        self._generators = _plain_names(vocabulary.get("generators", ()))
        self._stamps = _plain_names(vocabulary.get("stamps", ()))
        self._signers = self._sites | self._generators | _plain_names(vocabulary.get("tools", ()))
        self._kinds = (
            (self._sites, "watermark"),
            (self._generators | _plain_names(vocabulary.get("labels", ())), "generator"),
        )
        self._phrases = tuple(phrase.casefold() for phrase in vocabulary.get("phrases", ()))
        self._free = tuple(phrase.casefold() for phrase in vocabulary.get("free_phrases", ()))

    def stamp(self, value: str) -> str | None:
        """The stamp that a line is."""
        return _known(_plain(value), self._stamps)

    def name(self, value: str) -> tuple[str, str, int] | None:
        """The site, generator or label that a line is, its kind, and how often the line says it."""
        for plain in dict.fromkeys((_plain(value), _plain(_BESIDE.sub(" ", value)))):
            for times in range(1, len(plain) // _SHORT + 2):
                once = plain[: len(plain) // times]
                if once * times != plain:
                    continue
                for names, kind in self._kinds:
                    if (name := _known(once, names)) is not None:
                        return name, kind, times
        return None

    def signature(self, value: str) -> bool | None:
        """Whether a line says with what the picture was made: True by a known name, False by any; None if it does not."""
        folded = value.strip(" ·•|-–—").casefold()
        for phrase in self._phrases:
            if not folded.startswith(phrase + " "):
                continue
            by = folded[len(phrase) + 1 :]
            if _known(_plain(_BESIDE.sub(" ", by)), self._signers) is not None:
                return True
            written = value.strip(" ·•|-–—").split()[len(phrase.split()) :]
            named = all(word[:1].isupper() or "." in word[:-1] for word in written)
            if phrase in self._free and named and len(written) <= _MOST_WORDS:
                return False
        return None


def _plain_names(names: Sequence[str]) -> dict[str, str]:
    return {_plain(name): name for name in names}


def _plain(value: str) -> str:
    return _LETTERS.sub("", value).casefold().translate(_ALIKE)


def _known(plain: str, names: Mapping[str, str]) -> str | None:
    if plain in names:
        return names[plain]
    if len(plain) < _LONG - 1:
        return None
    for other, name in names.items():
        if len(other) >= _LONG and Levenshtein.distance(plain, other, score_cutoff=1) <= 1:
            return name
    return None
