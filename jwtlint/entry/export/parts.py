"""All of an export, a part at a time: its records, and what stands between them."""

import re
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from itertools import islice
from pathlib import Path

from ...source import Position, Source, SourceError
from ..fields import GUESSED, Fields
from ..model import CSV, JSON_LINES
from ..record import Form, Record
from . import lines, objects, rows
from .cells import DELIMITERS, cells_of
from .escapes import csv_text
from .frame import Broken, Framed, Piece
from .layout import layout_of
from .members import refuse
from .read import is_entry
from .source import decoded
from .tape import CHUNK, Tape, chunks_of

MAX_COLUMNS = 16_384
"""As many as a spreadsheet has."""
_SNIFFED = 64 << 10
_QUOTED = re.compile(rb'"[^"]*+(?:""[^"]*+)*+"')
# What Excel writes above the header to tell itself the delimiter.
_SEPARATOR = re.compile(rb"sep=([,;\t])\r?\n")

Part = bytes | Record | SourceError
"""Bytes and records, one behind the other, are the whole text of a file; errors have no bytes of their own."""


def parts(path: Path, fields: Fields = GUESSED, chunk: int = CHUNK) -> Iterator[Part]:
    """All of an export: its records and what stands between them. `chunk` bytes are read at once.

    Raises OSError.
    """
    name, number = str(path), 0
    tape = Tape(chunks_of(path, chunk))
    form = Form.JSON
    header: tuple[str, ...] = ()
    pieces: Iterator[Piece]
    if name.lower().endswith(CSV):
        form, separator = _form(tape, path)
        yield separator
        header = yield from _header(tape, name, form, fields)
        pieces = rows.pieces(tape, DELIMITERS[form].encode(), len(header))
    elif name.lower().endswith(JSON_LINES):
        pieces = lines.pieces(tape)
    else:

        def means_entry(raw: bytes) -> bool:
            return entry_like(Record(name, raw, Form.JSON), fields)

        pieces = objects.pieces(tape, layout_of(tape, means_entry))
    for piece in pieces:
        match piece:
            case Framed(raw, at):
                yield Record(name, raw, form, number, at.line, at.column, header)
                number += 1
            case Broken():
                yield _error(name, piece)
            case _:
                yield piece


def _error(path: str, broken: Broken) -> SourceError:
    return SourceError(path, f"line {broken.at.line}, column {broken.at.column}: {broken.reason}")


def _form(tape: Tape, path: Path) -> tuple[Form, bytes]:
    """The delimiter, which is the one that stands most often in the header; and what says so above it."""
    while len(tape) < _SNIFFED and tape.more():
        pass
    forms = {DELIMITERS[form].encode(): form for form in (Form.CSV, Form.SEMICOLONS, Form.TSV)}
    if said := _SEPARATOR.match(tape.buffer, tape.start):
        return forms[said[1]], tape.take(len(said[0]))
    header = (
        _QUOTED.sub(b"", tape.buffer[tape.start : tape.start + _SNIFFED]).lstrip(b"\r\n").partition(b"\n")[0]
    )
    most = max(forms, key=header.count)
    if not header.count(most):
        return (Form.TSV if path.suffix.lower() == ".tsv" else Form.CSV), b""
    return forms[most], b""


def _header(tape: Tape, path: str, form: Form, fields: Fields) -> Generator[Part, None, tuple[str, ...]]:
    """Go over the header; what is left of a file without one is gone over, too.

    Returns the names of the columns.
    """
    for piece in rows.pieces(tape, DELIMITERS[form].encode(), 0):
        match piece:
            case Framed(raw, at):
                yield raw
                try:
                    names = _names(decoded(Record(path, raw, form, 0, at.line, at.column)), form)
                except SourceError as error:
                    yield error
                    break
                yield from _twice(path, at, names, fields)
                return names
            case Broken():
                yield _error(path, piece)
                break
            case _:
                yield piece
    while len(tape) or tape.more():
        yield tape.take(len(tape))
    return ()


def _names(source: Source, form: Form) -> tuple[str, ...]:
    cells = list(islice(cells_of(source, form), MAX_COLUMNS + 1))
    if len(cells) > MAX_COLUMNS:
        refuse(source, 0, f"more than {MAX_COLUMNS:,} columns; leave out those that are no field of an entry")
    return tuple(csv_text(source, one.start, one.end, quoted=one.quoted).value.strip() for one in cells)


def _twice(path: str, at: Position, names: Sequence[str], fields: Fields) -> Iterator[Part]:
    """Say which columns of a field stand twice."""
    counted = Counter(name for name in names if fields.meaning((name,)))
    for name, count in counted.items():
        if count > 1:
            yield _error(path, Broken(at, f"the column {name[:40]!r} stands twice; keep one"))


def entry_like(record: Record, fields: Fields) -> bool:
    """Can the record be read, and has it what only entries have?"""
    try:
        return is_entry(decoded(record, fields))
    except SourceError:
        return False
