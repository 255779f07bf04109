"""A text with the places of its findings marked: lines of pieces, however the places overlap.

The text is cut here and not in the page, so that nobody there counts characters: Python counts code points,
JavaScript UTF-16 code units.
"""

from bisect import insort
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...source import Source
from ...text import Span
from ..visible import visible_lines

WHOLE = 60_000
"""A text of more code points is shown only around its findings."""

_AROUND = 3000
_DEEPEST = 20
"""More places one upon the other are not told apart, and would make the page grow with their square."""

Piece = str | list[object]
Line = list[object]


class Mark(NamedTuple):
    """A place of the finding with that number; `related`: not where it lies, but another that it names."""

    span: Span
    number: int
    related: bool = False


def marked_lines(source: Source, marks: Sequence[Mark]) -> list[Line]:
    """The lines of a text.

    Each is a list of its number in the file and its pieces. A piece is plain text, or a list of text and the numbers
    of the findings that flag it, and of those that it is related to; empty text is a point between two characters.
    Where something is left out, the number is None and the only piece is a number, that of characters.
    """
    lines: list[Line] = []
    end = 0
    for stretch in _stretches(source, marks):
        if stretch.start > end:
            lines.append([None, stretch.start - end])
        lines += _lines(source, stretch, marks)
        end = stretch.end
    if end < len(source.value):
        lines.append([None, len(source.value) - end])
    return lines


def _stretches(source: Source, marks: Sequence[Mark]) -> Iterator[Span]:
    """What is shown: all of it, or the surroundings of the places; of long ones the beginning."""
    length = len(source.value)
    if length <= WHOLE:
        yield Span(0, length)
        return
    start = end = 0
    for span in sorted(mark.span for mark in marks):
        left, right = max(0, span.start - _AROUND), min(length, min(span.end, span.start + WHOLE) + _AROUND)
        if left > end:
            if end > start:
                yield Span(start, end)
            start = left
        end = max(end, right)
    yield Span(start, max(end, min(length, _AROUND)) if start == 0 else end)


def _lines(source: Source, stretch: Span, marks: Sequence[Mark]) -> Iterator[Line]:
    cuts = _Cuts(source.value, marks, stretch)
    number = source.position(stretch.start).line
    at = stretch.start
    while at <= stretch.end:
        line = source.line(number)
        end = min(line.end, stretch.end)
        yield [number, *cuts.pieces(source.value, at, end)]
        following = source.value.find("\n", end, stretch.end)
        if following < 0 or (following + 1 == stretch.end and cuts.done):
            return
        at = following + 1
        number += 1


class _Cuts:
    """Goes through a stretch from left to right, and knows which marks hold at each place."""

    def __init__(self, value: str, marks: Sequence[Mark], stretch: Span) -> None:
        events: list[tuple[int, int, Mark]] = []
        for mark in marks:
            start, end = mark.span
            if start > stretch.end or end < stretch.start:
                continue
            # At one place ends come before points, and points before beginnings. A line end is seen as a point.
            if not value[start:end].strip("\r\n"):
                events.append((start, 1, mark))
            else:
                events += [(max(start, stretch.start), 2, mark), (min(end, stretch.end), 0, mark)]
        self._events = sorted(events, reverse=True)
        self._open: list[Mark] = []

    @property
    def done(self) -> bool:
        """Is there no mark left?"""
        return not self._events

    def pieces(self, value: str, start: int, end: int) -> Iterator[Piece]:
        """The pieces of a line; `end` is where its text ends, and what ends behind that does so in another line."""
        at = start
        while self._events and self._events[-1][0] <= end:
            place, kind, mark = self._events[-1]
            if place == end and kind == 2:
                break
            self._events.pop()
            if place > at:
                yield self._piece(value[at:place])
                at = place
            if kind == 2:
                insort(self._open, mark)
            elif kind == 0:
                self._open.remove(mark)
            else:
                yield _told("", [*self._open, mark])
        if end > at:
            yield self._piece(value[at:end])

    def _piece(self, words: str) -> Piece:
        return _told(words, self._open) if self._open else visible_lines(words)


def _told(words: str, marks: Sequence[Mark]) -> Piece:
    told = marks[:_DEEPEST] if words else [*marks[: _DEEPEST - 1], marks[-1]]
    flagged = sorted({mark.number for mark in told if not mark.related})
    related = sorted({mark.number for mark in told if mark.related})
    return [visible_lines(words), flagged, related]
