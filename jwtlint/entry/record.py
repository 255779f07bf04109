"""A record: the bytes of one document, wherever they were kept. What is read, cached and sent to workers."""

from enum import StrEnum
from typing import NamedTuple


class Form(StrEnum):
    """How the bytes of a record are to be read."""

    DOCUMENT = "document"
    """A whole file, whose own form is told from its ending and its content."""
    JSON = "json"
    CSV = "csv"
    SEMICOLONS = "csv;"
    """CSV with semicolons between the cells, as spreadsheets write it where the comma is the decimal point."""
    TSV = "tsv"


class Record(NamedTuple):
    """One document, or one record of an export.

    `raw` are its bytes: those of a whole file, or UTF-8 text cut from one (of an object of entries the value with its
    key; of CSV the row without its line end). `name` is that of a `Source`. `line` and `column` (from 1, code
    points) are where it begins in its file, `number` counts the records of the file from 0. `header` are the names
    of the columns of a CSV file, in order.
    """

    path: str
    raw: bytes
    form: Form = Form.DOCUMENT
    number: int = 0
    line: int = 1
    column: int = 1
    header: tuple[str, ...] = ()
    name: str | None = None
