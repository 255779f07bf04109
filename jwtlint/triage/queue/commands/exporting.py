"""What `export` does."""

import io
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol, TextIO

from ....files import put
from .. import reading
from ..errors import QueueError
from ..reading import Dossier
from .desk import OK, Desk, opened


class Form(StrEnum):
    """What cases are exported as."""

    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


class Request(NamedTuple):
    """What to export: one case, or all; into a file, or to the standard output; with names of people, or without."""

    form: Form
    case: int | None = None
    output: Path | None = None
    named: bool = False


class Writer(Protocol):
    """One format; takes every case in order."""

    def case(self, dossier: Dossier) -> None: ...


def export(desk: Desk, request: Request) -> int:
    """Write cases in the form that is wanted. Raises QueueError where the file cannot be written."""
    if request.form is Form.HTML and request.case is None:
        raise QueueError("a page shows one case; name it, or choose --format jsonl or csv")
    if request.output is None:
        _write(desk, request, sys.stdout)
        return OK

    def write(file: BinaryIO) -> None:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        _write(desk, request, text)
        text.flush()
        text.detach()

    try:
        # What names people is for its owner's eyes.
        put(request.output, write, 0o600 if request.named else None)
    except OSError as error:
        raise QueueError(f"{request.output}: cannot be written: {error.strerror or error}") from None
    return OK


def _write(desk: Desk, request: Request, stream: TextIO) -> None:
    writer = _writer(request, stream)
    with opened(desk) as queue, queue.database.reading() as connection:
        numbers: Iterable[int] = reading.numbers(connection) if request.case is None else (request.case,)
        for number in numbers:
            writer.case(reading.dossier(connection, number))
    stream.flush()


def _writer(request: Request, stream: TextIO) -> Writer:
    match request.form:
        case Form.JSONL:
            from ..export.jsonl import JsonLines

            return JsonLines(stream, named=request.named)
        case Form.CSV:
            from ..export.csv import Csv

            return Csv(stream, named=request.named)
        case Form.HTML:
            from ..export.html.page import Page

            return Page(stream, named=request.named)
