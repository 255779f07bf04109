"""A look at a place: the part of its line around it, with a mark under exactly the words meant."""

from typing import NamedTuple

from ..source import Source
from ..text import Span
from .cells import fitting, fitting_end, width
from .visible import visible

_CUT = "…"
_CONTEXT = 12
_LONGEST_WORD = 15


class Window(NamedTuple):
    """`before`, `flagged` and `after` are one visible line; `cut` tells that the flagged words go on."""

    number: int
    before: str
    flagged: str
    after: str
    cut: bool = False

    @property
    def indent(self) -> str:
        """Blanks as wide as what stands before the flagged words; a lone mark is on the letter before."""
        loose = bool(self.flagged) and width(self.flagged) == 0
        return " " * max(0, width(self.before) - loose)

    def mark(self, sign: str = "^") -> str:
        """The mark under the flagged words; one sign for a place between two characters."""
        return sign * max(1, width(self.flagged))


def window(source: Source, span: Span, columns: int) -> Window:
    """The window of at most `columns` cells around a span; of a longer span its beginning.

    Only the surroundings of the span are looked at, so a line of megabytes costs no more than a short one.
    """
    value = source.value
    number = source.position(span.start).line
    line = source.line(number)
    start = min(max(span.start, line.start), max(line.end, line.start))
    end = max(start, min(span.end, line.end))
    reach = columns + 1
    left = visible(value[max(line.start, start - reach) : start])
    flagged = visible(value[start : min(end, start + reach)])
    right = visible(value[end : min(line.end, end + reach)]) if end - start <= reach else ""
    cut = span.end > end
    if end - start > reach or width(flagged) > columns - _CONTEXT:
        flagged, right, cut = fitting(flagged, columns - _CONTEXT - 1) + _CUT, "", True
    room = columns - width(flagged)
    for_right = min(width(right), max(room // 2, room - width(left)))
    before = left
    if start - line.start > reach or width(left) > room - for_right:
        before = _CUT + _from_word(fitting_end(left, room - for_right - 1))
    after = right
    if right and (line.end - end > reach or width(right) > room - width(before)):
        after = _to_word(fitting(right, room - width(before) - 1)) + _CUT
    return Window(number, before, flagged, after, cut)


def _from_word(text: str) -> str:
    broken, blank, rest = text.partition(" ")
    return blank + rest if rest and _is_word(broken) else text


def _to_word(text: str) -> str:
    rest, blank, broken = text.rpartition(" ")
    return rest + blank if rest and _is_word(broken) else text


def _is_word(text: str) -> bool:
    """Can it be left out for not being whole? Wide letters are words of their own."""
    return len(text) <= _LONGEST_WORD and width(text) <= len(text)
