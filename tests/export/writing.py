"""Writes exports of every form, and reads them back."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jwtlint.entry.export.parts import parts
from jwtlint.entry.export.source import source_of
from jwtlint.entry.export.split import split
from jwtlint.entry.fields import GUESSED, Fields
from jwtlint.entry.model import Entry
from jwtlint.entry.read import read_entries
from jwtlint.entry.record import Record
from jwtlint.source import SourceError

Rows = Sequence[Mapping[str, Any]]


def as_json(rows: Rows, form: str) -> str:
    """The rows as a JSON file: "list", "indented", "ascii", "member" or "mapping"."""
    match form:
        case "indented":
            return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"
        case "ascii":
            return json.dumps(rows, separators=(",", ":"))
        case "member":
            return json.dumps({"made": "by hand", "entries": rows, "pages": [1, 2]}, ensure_ascii=False)
        case "mapping":
            return json.dumps({f"key {number}": row for number, row in enumerate(rows)}, indent=1)
    return json.dumps(rows, ensure_ascii=False)


def as_lines(rows: Rows, end: str = "\n", *, ascii: bool = False) -> str:
    """The rows as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=ascii) + end for row in rows)


def as_csv(rows: Rows, delimiter: str = ",", end: str = "\r\n", *, quoted: bool = False) -> str:
    """The rows, whose values are strings, as CSV."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(
        file,
        list(rows[0]),
        delimiter=delimiter,
        lineterminator=end,
        quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL,
    )
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def records(path: Path, fields: Fields = GUESSED) -> list[Record]:
    """The records of a file that has no errors."""
    found = list(split(path, fields))
    assert not [one for one in found if isinstance(one, SourceError)]
    return [one for one in found if isinstance(one, Record)]


def entries(path: Path, fields: Fields = GUESSED) -> list[Entry]:
    """The entries of a file that has no errors."""
    return [entry for record in records(path, fields) for entry in read_entries(source_of(record, fields))]


def outcomes(path: Path, fields: Fields = GUESSED) -> list[str]:
    """What comes of each record: its prompt, or the reason why there is none."""
    return [_outcome(record, fields) for record in split(path, fields)]


def _outcome(record: Record | SourceError, fields: Fields) -> str:
    if isinstance(record, SourceError):
        return record.reason
    try:
        (entry,) = read_entries(source_of(record, fields))
    except SourceError as error:
        return error.reason
    return str(entry.prompt)


def joined(path: Path, chunk: int = 1 << 20) -> bytes:
    """The parts of a file, put together again."""
    pieces = (
        part if isinstance(part, bytes) else part.raw
        for part in parts(path, chunk=chunk)
        if not isinstance(part, SourceError)
    )
    return b"".join(pieces)
