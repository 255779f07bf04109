"""What stands above the labelled values of a catalog page: titles, description, alt text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..regex import lazy
from .chrome import MAX_CHROME, SYMBOLS, Kind, Line
from .labels import Found
from .model import Field

_MAX_TITLE = 120
_MAX_ALT = 250
_SENTENCE_ENDS = (".", "!", "…", "。")
_IN_HEADER = (Field.STYLE, Field.USE_CASE, Field.DATE)
_SYMBOL = lazy(f"[{SYMBOLS}]")
_DATE = lazy(r"\d{4}-\d\d-\d\d")


class Head(NamedTuple):
    """Offsets of what the head of a page says."""

    titles: list[tuple[int, int]]
    description: tuple[int, int] | None
    alt: tuple[int, int] | None


Group = list[Line]


def read_head(value: str, lines: Sequence[Line], found: Found, titled: bool) -> Head:
    """Titles, description and alt text of a page whose text is `value`.

    A form that is not `titled` (nothing on it but offer and form) gives a lone line to the description.
    """
    see_all = next((at for at, line in enumerate(lines) if line.kind is Kind.SEE_ALL), len(lines))
    repeated = [value[slice(*found.values[field])] for field in _IN_HEADER if field in found.values]
    taken = {at for at in range(len(lines)) if at in found.lines or _is_header(lines, at, repeated)}
    above = list(_groups(lines, 0, see_all, taken))
    below = list(_groups(lines, see_all, len(lines), taken))
    group = above[0] if above else []
    split = len(group) if Field.DESCRIPTION in found.values else _title_lines(group, titled)
    described = group[split:]
    if not described and len(above) > 1 and Field.DESCRIPTION not in found.values:
        described = above.pop(1)
    alt = _paragraphs(below[0])[0] if below else []
    if see_all == len(lines) and found.values and Field.ALT not in found.values:
        described, alt = _without_alt(described, above[1:])
    return Head([(line.start, line.end) for line in group[:split]], _span(described), _span(alt))


def _without_alt(described: Group, others: Sequence[Group]) -> tuple[Group, Group]:
    """Description and alt text, where no link divides them: the last paragraph is the alt text."""
    paragraphs = _paragraphs(described)
    last = paragraphs[-1] if len(paragraphs) > 1 else []
    if len(last) == 1 and len(last[0].value) <= _MAX_ALT:
        return described[:-1], last
    return described, _paragraphs(others[-1])[-1] if others else []


def _groups(lines: Sequence[Line], first: int, end: int, taken: set[int]) -> Iterator[Group]:
    """Lines that follow each other without anything of the page between them."""
    group: Group = []
    for at in range(first, end):
        if lines[at].kind is Kind.WORDS and at not in taken:
            group.append(lines[at])
        elif group:
            yield group
            group = []
    if group:
        yield group


def _is_header(lines: Sequence[Line], at: int, repeated: Sequence[str]) -> bool:
    """Does the line, beside its symbols, only say what the labelled values say: style, use case, date?"""
    left = lines[at].value
    if len(left) > MAX_CHROME:
        return False
    said = 0
    for words in repeated:
        if words in left:
            left = left.replace(words, " ", 1)
            said += 1
    marked = _SYMBOL.match(lines[at].value) or (at > 0 and lines[at - 1].kind is Kind.SYMBOL)
    alone = not any(character.isalnum() for character in left)
    return alone and (
        said > 1 or (said == 1 and bool(marked)) or _DATE.fullmatch(lines[at].value) is not None
    )


def _title_lines(group: Group, titled: bool) -> int:
    """How many lines from the first are titles; a description follows them, or nothing."""
    if not group:
        return 0
    if _is_long(group[0]) or (len(group) == 1 and (not titled or _is_sentence(group[0]))):
        return 0
    for at in range(1, len(group)):
        if _is_sentence(group[at]):
            return at
    last = group[-1]
    # A last paragraph that says more than the titles describes, full stop or not.
    if len(group) > 1 and last.gap and len(last.value) > max(len(line.value) for line in group[:-1]):
        return len(group) - 1
    return len(group)


def _is_sentence(line: Line) -> bool:
    return len(line.value) > _MAX_TITLE or line.value.endswith(_SENTENCE_ENDS)


def _is_long(line: Line) -> bool:
    return len(line.value) > _MAX_TITLE and line.value.endswith(_SENTENCE_ENDS)


def _paragraphs(group: Group) -> list[Group]:
    paragraphs: list[Group] = []
    for line in group:
        if line.gap or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def _span(lines: Sequence[Line]) -> tuple[int, int] | None:
    return (lines[0].start, lines[-1].end) if lines else None
