"""How wide text is in a picture, and where it breaks into lines; the text must be `visible` already."""

from collections.abc import Iterator
from unicodedata import category, east_asian_width

# The widths of Helvetica and its metric equals in thousandths of the size, by character from the blank on.
_WIDTHS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
_BOLD = 1.07
# Where Helvetica is missing, what stands in for it is often a little wider.
_RESERVE = 1.05
_NARROW, _WIDE = 600, 1000
# A word that is too long for a line breaks behind these, and where a capital letter begins a word in it.
_BREAKS = frozenset("/.-_?&=:,;|+")
_ELLIPSIS = "…"
# How exactly lines are balanced, in pixels.
_STEP = 6.0


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in pixels, at most."""
    thousandths = sum(map(_width, text))
    return thousandths * size * _RESERVE * (_BOLD if bold else 1) / 1000


def _width(character: str) -> int:
    code = ord(character)
    if 32 <= code < 127:
        return _WIDTHS[code - 32]
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return _WIDE if east_asian_width(character) in "WF" or code >= 0x1F000 else _NARROW


def wrapped(text: str, size: float, room: float, *, bold: bool = False, most: int = 0) -> list[str]:
    """The lines of a text that are at most `room` wide; with `most`, no more of them than that."""
    lines: list[str] = []
    line, used = "", 0.0
    blank = width(" ", size, bold=bold)
    for word in text.split():
        for number, part in enumerate(_parts(word, size, room, bold=bold)):
            length = width(part, size, bold=bold)
            gap = blank if line and not number else 0.0
            if line and (number or used + gap + length > room):
                if len(lines) + 1 == most:
                    return [*lines, _shortened(line, size, room, bold=bold)]
                lines.append(line)
                line, used, gap = "", 0.0, 0.0
            line += f" {part}" if gap else part
            used += gap + length
    return [*lines, line] if line else lines


def balanced(text: str, size: float, room: float, *, most: int = 0) -> list[str]:
    """The fewest lines that do, of about the same length."""
    lines = wrapped(text, size, room, most=most)
    if not 1 < len(lines) < most:
        return lines
    low, high = room / len(lines), room
    while high - low > _STEP:
        middle = (low + high) / 2
        tried = wrapped(text, size, middle, most=most)
        if len(tried) > len(lines) or any(width(line, size) > middle for line in tried):
            low = middle
        else:
            lines, high = tried, middle
    return lines


def widest(lines: list[str], size: float, *, bold: bool = False) -> float:
    """The width of the longest line."""
    return max((width(line, size, bold=bold) for line in lines), default=0.0)


def _parts(word: str, size: float, room: float, *, bold: bool) -> Iterator[str]:
    """The word, or the pieces of one that is wider than a line."""
    start, used, good = 0, 0.0, 0
    for at, character in enumerate(word):
        step = width(character, size, bold=bold)
        while used + step > room and at > start:
            cut = good if good > start else at
            yield word[start:cut]
            start = cut
            used = width(word[start:at], size, bold=bold)
        used += step
        if character in _BREAKS or (character.islower() and word[at + 1 : at + 2].isupper()):
            good = at + 1
    yield word[start:]


def _shortened(line: str, size: float, room: float, *, bold: bool) -> str:
    while line and width(line + _ELLIPSIS, size, bold=bold) > room:
        line = line[:-1]
    return line.rstrip() + _ELLIPSIS
