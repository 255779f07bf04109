"""How wide text is on a terminal, in cells; the text must be `visible` already."""

from collections.abc import Iterator

from ..regex import lazy

_NARROW = lazy("[\x20-\x7e\xa0-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2400-\u2426]*")


def width(text: str) -> int:
    """The cells that a text takes: none for a combining mark, two for a wide character."""
    if _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def fitting(text: str, cells: int) -> str:
    """The longest beginning of a text that takes at most `cells`; marks stay with their letter."""
    if len(text) <= cells and width(text) <= cells:
        return text
    end = used = 0
    for character in text:
        used += width(character)
        if used > cells:
            break
        end += len(character)
    return text[:end]


def fitting_end(text: str, cells: int) -> str:
    """The longest end of a text that takes at most `cells` and does not start with a loose combining mark."""
    if len(text) <= cells and width(text) <= cells:
        return text
    start = len(text)
    used = 0
    while start and (used := used + width(text[start - 1])) <= cells:
        start -= 1
    while start < len(text) and width(text[start]) == 0:
        start += 1
    return text[start:]


def wrapped(text: str, columns: int, indent: str, used: int = 0) -> Iterator[str]:
    """The lines of a text broken at blanks to fit `columns`; all but the first begin with `indent`.

    `used` cells of the first line are taken. Words that are longer than a line stay whole: a terminal breaks
    them, and an address stays an address.
    """
    line, filled, blank = "", used, ""
    for word in text.split(" "):
        size = width(word)
        if filled > len(indent) and filled + len(blank) + size > columns:
            yield line
            line, filled = indent + word, len(indent) + size
        else:
            line += blank + word
            filled += len(blank) + size
        blank = " "
    yield line
