"""From an export to its records, one after another, in bounded memory."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from ...source import SourceError
from ..discover import read_bytes, unreadable
from ..fields import GUESSED, Fields
from ..model import CSV, EXPORTS, JSON_LINES
from ..record import Form, Record
from . import lines, objects, rows
from .cells import DELIMITERS, cells_of
from .escapes import csv_text
from .frame import Broken, Framed, Piece
from .layout import LOOKED_AT, layout_of
from .read import is_entry, names_of, remedy
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


def split(path: Path, fields: Fields = GUESSED) -> Iterator[Record | SourceError]:
    """The records of an export, in order; of any other file one record with all of it.

    What is told from the name of the file. What cannot be made a record is one error, and the records behind it
    follow; whether a record is valid in itself, `source_of` and `read_entries` say. A file in whose first records
    nothing is a prompt is one error, which says what its keys are.
    """
    if not is_named_export(path):
        yield _whole(path)
        return
    found = _records(path, fields)
    first = list(islice(found, LOOKED_AT))
    records = [one for one in first if isinstance(one, Record)]
    if not first:
        yield SourceError(str(path), "no entry in it; nothing to check")
    elif (reason := _not_meant(records, fields)) is not None:
        yield SourceError(str(path), reason)
    else:
        yield from chain(first, found)


def is_named_export(path: Path) -> bool:
    """Does a file call itself an export?"""
    return path.name.lower().endswith(EXPORTS)


def is_export(path: Path, fields: Fields = GUESSED) -> bool:
    """Is one of the first records of a file an entry: has it a prompt, or a title and a picture?

    Of a file that cannot be read, or whose first records are all broken, nobody knows; it is for one that is named
    like an export of entries to say so, and this is True.
    """
    first = islice(_records(path, fields), LOOKED_AT)
    return any(isinstance(one, Record) and _is_entry(one, fields) for one in first)


def _records(path: Path, fields: Fields) -> Iterator[Record | SourceError]:
    try:
        yield from (part for part in parts(path, fields) if not isinstance(part, bytes))
    except (OSError, ValueError) as error:
        yield unreadable(path, error)


def _whole(path: Path) -> Record | SourceError:
    try:
        return Record(str(path), read_bytes(path))
    except SourceError as error:
        return error


def _is_entry(record: Record, fields: Fields) -> bool:
    try:
        return is_entry(decoded(record, fields))
    except SourceError:
        return False


def _not_meant(records: list[Record], fields: Fields) -> str | None:
    """Why no record is an entry; None where one is, or where none can be read to tell."""
    names: dict[str, None] = {}
    read = False
    for record in records:
        try:
            source = decoded(record, fields)
            if is_entry(source):
                return None
            names |= dict.fromkeys(names_of(source))
            read = True
        except SourceError:
            continue
    return f"none of its entries has a prompt; {remedy(tuple(names))}" if read else None


def parts(path: Path, fields: Fields = GUESSED, chunk: int = CHUNK) -> Iterator[Part]:
    """All of an export: its records and what stands between them. `chunk` bytes are read at once.

    Raises OSError, or ValueError for a path that is none.
    """
    name, number = str(path), 0
    tape = Tape(chunks_of(path, chunk))
    form = Form.JSON
    header: tuple[str, ...] = ()
    pieces: Iterator[Piece]
    if name.lower().endswith(CSV):
        form, separator = _form(tape, path)
        yield separator
        found, before = _header(tape, name, form)
        yield from before
        if found is None:
            return
        header = found
        pieces = rows.pieces(tape, DELIMITERS[form].encode(), len(header))
    elif name.lower().endswith(JSON_LINES):
        pieces = lines.pieces(tape)
    else:

        def means_entry(raw: bytes) -> bool:
            return _is_entry(Record(name, raw, Form.JSON), fields)

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


def _header(tape: Tape, path: str, form: Form) -> tuple[tuple[str, ...] | None, list[Part]]:
    """The names of the columns, and what stands before the first record; None where there are no names."""
    before: list[Part] = []
    for piece in rows.pieces(tape, DELIMITERS[form].encode(), 0):
        match piece:
            case Broken():
                return None, [*before, _error(path, piece)]
            case Framed(raw, at):
                before.append(raw)
                break
            case _:
                before.append(piece)
    else:
        return None, before
    try:
        source = decoded(Record(path, raw, form, 0, at.line, at.column))
        cells = cells_of(source, form)
    except SourceError as error:
        return None, [*before, error]
    if len(cells) > MAX_COLUMNS:
        reason = f"more than {MAX_COLUMNS:,} columns; leave out those that are no field of an entry"
        return None, [*before, _error(path, Broken(at, reason))]
    names = tuple(csv_text(source, one.start, one.end, quoted=one.quoted).value.strip() for one in cells)
    return names, before
