"""Text that knows where it is: in a file, or on a picture.

A `Text` is a string together with the place of each run of its characters. Cutting or searching a `Text`
gives a `Text`, so nothing outside this module ever adds offsets.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, overload

from .regex import lazy

if TYPE_CHECKING:
    from .source import Source


class Span(NamedTuple):
    """A half-open range of code points in the decoded text of a `Source`."""

    start: int
    end: int


class Region(NamedTuple):
    """A rectangle of a picture in pixels, from its upper left corner; `right` and `bottom` are exclusive."""

    left: int
    top: int
    right: int
    bottom: int

    def overlaps(self, other: "Region") -> bool:
        """Have two regions a pixel in common?"""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


Place = Span | Region


class Run(NamedTuple):
    """Characters `start` to `end` of a `Text` stand at `place`.

    A run whose place is as long as the run itself can be cut anywhere. Any other (an escape sequence, a word
    on a picture) is one piece: a part of it has the place of the whole. What one piece says is never longer
    than what stands in the file for it.
    """

    start: int
    end: int
    place: Place

    @property
    def divisible(self) -> bool:
        place = self.place
        return isinstance(place, Span) and place.end - place.start == self.end - self.start


_END = attrgetter("end")
# Delimiters of every kind of CSV, and what ends a row or a cell.
_WANTS_QUOTES = lazy(r"[\",;\t\r\n]")
# What JSON leaves as it is, but YAML takes for a line break or refuses.
_YAML_UNPRINTABLE = lazy("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class Quoting(Enum):
    """How characters are written where the text stands: what an edit must do before it can be put there."""

    PLAIN = "plain"
    JSON = "json"
    YAML_DOUBLE = "yaml-double"
    YAML_SINGLE = "yaml-single"
    CSV = "csv"
    CSV_BARE = "csv-bare"
    """A cell without quotes."""
    LITERAL = "literal"
    """A number or a truth value, which nothing can be put into."""

    def encode(self, value: str) -> str | None:
        """Write `value` as it has to stand in the file, without the enclosing quotes; None where it cannot."""
        match self:
            case Quoting.PLAIN:
                return value
            case Quoting.YAML_SINGLE:
                return value.replace("'", "''")
            case Quoting.CSV:
                return value.replace('"', '""')
            case Quoting.CSV_BARE:
                return None if _WANTS_QUOTES.search(value) else value
            case Quoting.LITERAL:
                return None
        import json

        encoded = json.dumps(value, ensure_ascii=False)[1:-1]
        if self is Quoting.YAML_DOUBLE:
            return _YAML_UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", encoded)
        return encoded


class Text:
    """A string and the place of each run of its characters.

    `value` is the logical text (escapes resolved). `source` is the file or picture it comes from, None for
    text that was made up. `runs` are in order and do not overlap; characters between two runs (the blank that
    joins two drawn lines) have no place of their own.
    """

    __slots__ = ("_offset", "_runs", "quoting", "source", "value")

    def __init__(
        self,
        value: str,
        runs: tuple[Run, ...] = (),
        source: "Source | None" = None,
        quoting: Quoting = Quoting.PLAIN,
    ) -> None:
        self.value = value
        self.source = source
        self.quoting = quoting
        self._runs: tuple[Run, ...] | None = runs
        self._offset: int | None = None
        if len(runs) == 1:
            start, end, place = runs[0]
            if start == 0 and end == len(value) and runs[0].divisible:
                self._offset = place[0]

    @property
    def runs(self) -> tuple[Run, ...]:
        """Where its characters stand. Made when asked for: most cuts are never placed."""
        if self._runs is None:
            length = len(self.value)
            offset = self._offset or 0
            self._runs = (Run(0, length, Span(offset, offset + length)),)
        return self._runs

    @classmethod
    def join(cls, parts: Iterable["Text"], separator: str = " ") -> "Text":
        """Put texts of one source one behind the other; the separators have no place.

        An empty part has no say in where the whole stands, unless all are empty.
        """
        values: list[str] = []
        runs: list[Run] = []
        points: list[Run] = []
        source: Source | None = None
        quoting = Quoting.PLAIN
        offset = 0
        for part in parts:
            if values:
                offset += len(separator)
            for run in part.runs:
                moved = Run(run.start + offset, run.end + offset, run.place)
                (runs if run.start < run.end else points).append(moved)
            values.append(part.value)
            offset += len(part.value)
            source, quoting = part.source, part.quoting
        return cls(separator.join(values), tuple(runs or points[:1]), source, quoting)

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return f"Text({self.value!r}, {self.place})"

    def __len__(self) -> int:
        return len(self.value)

    def __bool__(self) -> bool:
        return bool(self.value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Text):
            return NotImplemented
        return (self.value, self.runs, self.source) == (other.value, other.runs, other.source)

    def __hash__(self) -> int:
        return hash((self.value, self.runs))

    @overload
    def __getitem__(self, index: slice) -> "Text": ...
    @overload
    def __getitem__(self, index: int) -> "Text": ...
    def __getitem__(self, index: slice | int) -> "Text":
        if isinstance(index, int):
            if not -len(self.value) <= index < len(self.value):
                raise IndexError("beyond the end of the text")
            index = slice(index, index + 1 or None)
        start, end, step = index.indices(len(self.value))
        if step != 1:
            raise ValueError("a Text cannot be cut with a step")
        return self.cut(start, end)

    def cut(self, start: int, end: int) -> "Text":
        """The characters from `start` to `end`, where they stand. An empty cut keeps its point.

        Offsets beyond the text are those of its nearest end.
        """
        # Called for every part of every text: built-in functions would cost as much as all the rest.
        length = len(self.value)
        if start < 0:
            start = 0
        elif start > length:
            start = length
        if end < start:
            end = start
        elif end > length:
            end = length
        offset = self._offset
        if offset is None:
            runs = self.runs
            at = bisect_left(runs, end, key=_END)
            run = runs[at] if at < len(runs) and start < end else None
            if run is None or start < run.start or not run.divisible:
                return Text(
                    self.value[start:end], tuple(_cut_runs(runs, start, end)), self.source, self.quoting
                )
            # All of it stands together in the file, as most of what is cut does.
            offset = run.place[0] - run.start
        part = Text.__new__(Text)
        part.value = self.value[start:end]
        part.source = self.source
        part.quoting = self.quoting
        part._runs = None
        part._offset = offset + start
        return part

    def strip(self, characters: str | None = None) -> "Text":
        """Without the given characters (white space) at both ends."""
        value = self.value
        start = len(value) - len(value.lstrip(characters))
        end = max(start, len(value.rstrip(characters)))
        return self.cut(start, end) if end - start < len(value) else self

    def matched(self, match: re.Match[str], group: int | str = 0) -> "Text":
        """What a group of a match on `value` covers; empty where the group took no part."""
        start, end = match.span(group)
        return self.cut(max(start, 0), max(end, 0))

    def search(self, pattern: re.Pattern[str]) -> "Text | None":
        """The first match of the pattern."""
        match = pattern.search(self.value)
        return self.matched(match) if match else None

    def find_all(self, pattern: re.Pattern[str]) -> Iterator["Text"]:
        """Every match of the pattern, in order."""
        for match in pattern.finditer(self.value):
            yield self.matched(match)

    def split(self, pattern: re.Pattern[str]) -> Iterator["Text"]:
        """The pieces between the matches of the pattern."""
        start = 0
        for match in pattern.finditer(self.value):
            yield self.cut(start, match.start())
            start = match.end()
        yield self.cut(start, len(self.value))

    @property
    def place(self) -> Place | None:
        """The smallest span, or rectangle, around all of it; None for text without a place."""
        runs = self.runs
        if not runs:
            return None
        first = runs[0].place
        if len(runs) == 1:
            return first
        places = [run.place for run in runs]
        if isinstance(first, Span):
            return Span(min(place[0] for place in places), max(place[1] for place in places))
        regions = [place for place in places if isinstance(place, Region)]
        return Region(
            min(region.left for region in regions),
            min(region.top for region in regions),
            max(region.right for region in regions),
            max(region.bottom for region in regions),
        )

    @property
    def span(self) -> Span:
        """The place in the file.

        Raises ValueError for text that stands on a picture or nowhere.
        """
        place = self.place
        if not isinstance(place, Span):
            raise ValueError(f"{self.value[:40]!r} does not stand in a file")
        return place

    def until(self, other: "Text") -> "Text":
        """From the start of this text to the end of `other`, which stands later in the same source.

        The text between the two comes from the source, so both must be cut from it unescaped.
        """
        source = self.source
        if source is None:
            raise ValueError("text without a source has nothing behind it")
        return source.text.cut(self.span.start, other.span.end)


def _cut_runs(runs: tuple[Run, ...], start: int, end: int) -> Iterator[Run]:
    # Runs are in order, so that a cut out of thousands of them need not look at them all.
    for index in range(bisect_left(runs, start, key=_END), len(runs)):
        run = runs[index]
        if run.start > end:
            return
        touches = run.start < end and start < run.end
        if not touches and not (start == end and run.start <= start):
            continue
        low, high = max(start, run.start), min(end, run.end)
        place = run.place
        if run.divisible:
            place = Span(place[0] + low - run.start, place[0] + high - run.start)
        elif low == high and isinstance(place, Span):
            point = place.start if start == run.start else place.end
            place = Span(point, point)
        yield Run(low - start, high - start, place)
        if start == end:
            return
