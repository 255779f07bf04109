"""Labelled values of a page: `Resolution1024 × 1024 px`, `Ratio: 1:1`, or the value on the next line."""

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from ..regex import lazy
from .chrome import MAX_CHROME, SYMBOLS, Kind, Line
from .model import Field

_LABELS = {
    Field.RESOLUTION: r"(?:image\s+)?resolution",
    Field.RATIO: r"(?:aspect\s+)?ratio",
    Field.FILE_SIZE: r"file\s*size",
    Field.STYLE: r"style",
    Field.USE_CASE: r"use[\s-]*case",
    Field.DATE: r"generated(?:\s+(?:on|at))?|created(?:\s+(?:on|at))?|date",
    Field.LANGUAGE: r"language",
    Field.SEO_TARGET: r"(?:seo|target)\s+(?:target|keyword|phrase)(?:s(?=\s*[:：=]))?",
    Field.ALT: r"alt(?:ernative)?[\s-]*text",
    Field.TITLE: r"title",
    Field.DESCRIPTION: r"description",
    Field.PICTURE: r"(?:image|picture)(?:\s+file)?|file\s*name",
}
_NAMES = "|".join(f"(?P<{field.name}>{pattern})" for field, pattern in _LABELS.items())
_LABELLED = lazy(
    rf"(?-i:[{SYMBOLS}\s]*)(?:{_NAMES})(?P<separator>\s*[:：=]\s*|\s+[–—-]\s+|\s+|)(?P<value>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_LABEL_WITHIN = lazy(
    r"(?<![-/])(?:Image\s+)?(?:(?:Resolution|(?:Aspect\s+)?Ratio|File\s*[Ss]ize|Style|Use\s*[Cc]ase"
    r"|Generated|Created|Language|SEO\s+[Tt]arget))(?![a-z]*-)"
)
_AROUND = lazy(rf"[{SYMBOLS}\s|·•,;]*\Z")
_FIRST = {
    Field.RESOLUTION: re.compile(r"\d"),
    Field.RATIO: re.compile(r"\d"),
    Field.FILE_SIZE: re.compile(r"[~≈<]?\s*\d"),
    Field.DATE: re.compile(r"\d|[A-Z][a-z]{2,8}\.?\s+\d", re.IGNORECASE),
    Field.PICTURE: re.compile(r"\S+\.(?:png|jpe?g|webp|gif|svg|avif)\Z", re.IGNORECASE),
}
# Labels of two words, or of one that nobody glues to ordinary words; and those that ordinary words begin
# with.
_PLAIN_GLUE = frozenset({Field.FILE_SIZE, Field.USE_CASE, Field.SEO_TARGET})
_SEPARATED_ONLY = frozenset({Field.ALT, Field.TITLE, Field.DESCRIPTION, Field.PICTURE})
_FEW_WORDS = 8


class Separator(Enum):
    """What stands between a label and its value."""

    NONE = "none"
    BLANK = "blank"
    MARK = "mark"
    LINE = "line end"


class Labelled(NamedTuple):
    """A label and its value; `start` and `end` are those of the value, equal where the label stands alone.

    `symbol`: an emoji stands before the label; `several`: so do other labels with their values, on one line.
    """

    field: Field
    separator: Separator
    start: int
    end: int
    value: str
    symbol: bool
    several: bool


class Found(NamedTuple):
    """Values of a page, and the indices of the lines that hold them or their labels.

    `blanks` are the places behind labels without a value; `last` is the last of the lines, or -1.
    """

    values: dict[Field, tuple[int, int]]
    blanks: dict[Field, tuple[int, int]]
    titles: list[tuple[int, int]]
    lines: set[int]
    last: int


def read_labels(lines: Sequence[Line], first: int, *, one_block: bool) -> Found:
    """The labelled values of a page; the first of a field counts.

    Before the line `first` only labels are taken that no title begins with. With `one_block` the reading ends
    where other words follow the first block of at least two labels.
    """
    found = Found({}, {}, [], set(), -1)
    block: set[Field] = set()
    index = 0
    while index < len(lines):
        line = lines[index]
        pieces = [
            piece
            for piece in labelled(line)
            if (index >= first or piece.field in _SEPARATED_ONLY)
            and (piece.several or is_meant(piece, _in_block(lines, index, found.lines)))
        ]
        if not pieces:
            if line.kind is not Kind.SYMBOL:
                if one_block and len(block) > 1:
                    break
                block.clear()
            index += 1
            continue
        found.lines.add(index)
        for piece in pieces:
            start, end = piece.start, piece.end
            if piece.separator is Separator.LINE and _is_value(lines, index + 1):
                index += 1
                start, end = lines[index].start, lines[index].end
                found.lines.add(index)
            _note(found, piece.field, start, end)
            block.add(piece.field)
        index += 1
        if len(block) > 1 or not one_block:
            found = found._replace(last=index - 1)
    return found if found.last >= 0 else Found({}, {}, [], set(), -1)


def _note(found: Found, field: Field, start: int, end: int) -> None:
    if start == end:
        found.blanks.setdefault(field, (start, end))
    elif field is Field.TITLE:
        found.titles.append((start, end))
    else:
        found.values.setdefault(field, (start, end))


def _in_block(lines: Sequence[Line], index: int, taken: set[int]) -> bool:
    return index > 0 and (lines[index - 1].kind is Kind.SYMBOL or index - 1 in taken)


def _is_value(lines: Sequence[Line], index: int) -> bool:
    if index >= len(lines) or lines[index].kind is not Kind.WORDS or len(lines[index].value) > MAX_CHROME:
        return False
    return not any(is_meant(piece, True) for piece in labelled(lines[index]))


def is_meant(piece: Labelled, in_block: bool) -> bool:
    """Is it a label, and no word with which a sentence begins? Inside a block less proof will do."""
    field, separator, value = piece.field, piece.separator, piece.value
    if field in _SEPARATED_ONLY:
        fits = field is not Field.PICTURE or separator is Separator.LINE or bool(_FIRST[field].match(value))
        return separator in (Separator.MARK, Separator.LINE) and fits
    if separator in (Separator.MARK, Separator.LINE):
        return True
    shape = _FIRST.get(field)
    if shape and shape.match(value):
        return True
    if separator is Separator.NONE and not shape and (field in _PLAIN_GLUE or not value[0].islower()):
        return True
    return (in_block or piece.symbol) and value.count(" ") < _FEW_WORDS and not value.endswith(".")


def marks_of_labels(lines: Iterable[Line]) -> set[str]:
    """The marks of a catalog page that lie in its labels.

    Anybody may write "Ratio: 1:1" into a prompt, with an emoji before it; only a copied page glues label and
    value together, or has the emoji on a line of its own. What stands below the heading of the
    prompt proves nothing.
    """
    fields: set[Field] = set()
    glued: set[Field] = set()
    under_symbols: set[Field] = set()
    before: Line | None = None
    below_heading = False
    for line in lines:
        below_heading = below_heading or line.kind is Kind.HEADING
        for piece in labelled(line) if not below_heading else ():
            if piece.field in _SEPARATED_ONLY or not is_meant(piece, False):
                continue
            fields.add(piece.field)
            if piece.separator is Separator.NONE:
                glued.add(piece.field)
            if before is not None and before.kind is Kind.SYMBOL:
                under_symbols.add(piece.field)
        before = line
    marks = {"labels"} if len(fields) > 2 else set()
    marks |= {"glued label", "another glued label"} if len(glued) > 1 else set()
    return marks | ({"labels under symbols"} if len(under_symbols) > 2 else set())


def labelled(line: Line) -> list[Labelled]:
    """The labels of a line with their values, whether or not they are meant as such."""
    words = line.value
    if line.kind is not Kind.WORDS or len(words) > MAX_CHROME:
        return []
    whole = _labelled(words, line.start, False)
    if whole is None:
        return []
    starts = [match.start() for match in _LABEL_WITHIN.finditer(words)]
    if len(starts) < 3 or not _AROUND.fullmatch(words[: starts[0]]):
        return [whole]
    pieces = [
        _labelled(_AROUND.sub("", words[start:end]), line.start + start, True)
        for start, end in zip(starts, [*starts[1:], len(words)], strict=True)
    ]
    found = [piece for piece in pieces if piece]
    return found if len({piece.field for piece in found}) >= 3 else [whole]


def _labelled(words: str, offset: int, several: bool) -> Labelled | None:
    match = _LABELLED.match(words)
    if match is None:
        return None
    field = next(field for field in _LABELS if match[field.name])
    between, value = match["separator"], match["value"]
    if not value:
        separator = Separator.LINE
    elif not between:
        separator = Separator.NONE
    else:
        separator = Separator.MARK if between.strip() else Separator.BLANK
    start = offset + match.start("value")
    symbol = match.start(field.name) > 0
    return Labelled(field, separator, start, start + len(value), value, symbol, several)
