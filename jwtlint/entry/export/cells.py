"""The cells of one row of CSV (RFC 4180), each with its place."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...source import Source
from ..record import Form
from .members import refuse

DELIMITERS = {Form.CSV: ",", Form.SEMICOLONS: ";", Form.TSV: "\t"}


class Cell(NamedTuple):
    """A cell; its offsets leave the quotes out."""

    start: int
    end: int
    quoted: bool


def cells_of(source: Source, form: Form, most: int | None = None) -> Iterator[Cell]:
    """The cells of the row that the source is.

    Raises SourceError, with line and column, for more than `most` cells (the header's), and for a quoted one that goes on behind its
    closing quote.
    """
    value, pattern = source.value, _cell(DELIMITERS[form])
    at = number = 0
    while True:
        match = pattern.match(value, at)
        if match is None:
            refuse(
                source,
                at,
                'a quoted cell goes on behind its closing quote; write quotes inside it twice, as in a""b',
            )
        if number == most:
            refuse(
                source,
                at,
                f"a cell too much: the header has {most}; quote the cell in which a delimiter stands",
            )
        quoted = match["quoted"] is not None
        yield Cell(*match.span("quoted" if quoted else "bare"), quoted)
        number += 1
        at = match.end()
        if not match["delimiter"]:
            return


@lru_cache(maxsize=8)
def _cell(delimiter: str) -> re.Pattern[str]:
    sign = re.escape(delimiter)
    return re.compile(
        rf'(?:"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"|(?P<bare>(?!")[^{sign}]*+))(?P<delimiter>{sign}|\Z)'
    )
