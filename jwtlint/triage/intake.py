"""Reports as they come in: one text, or many from JSONL and CSV."""

import csv
import io
import json
from collections.abc import Iterator
from typing import NamedTuple

from ..finding import Failure
from ..source import Source, SourceError

_COLUMNS = ("text", "entry", "id")
_MOST_IN_CELL = 1_000_000


class Incoming(NamedTuple):
    """A report as somebody sent it. `entry` and `id` are empty where it names none; `line` is where it stands."""

    text: str
    entry: str = ""
    id: str = ""
    line: int = 1


def read_reports(path: str, raw: bytes) -> Iterator[Incoming | Failure]:
    """The reports of a file: CSV where its name ends so, else JSONL (an object a line).

    Each has a column `text`, and may have `entry` and `id`; others are let pass. What is wrong with a line is yielded
    in its place. Raises SourceError for a file that is no text.
    """
    value = Source.decode(path, raw).value
    if path.lower().endswith(".csv"):
        yield from _csv(path, value)
    else:
        yield from _jsonl(path, value)


def _jsonl(path: str, value: str) -> Iterator[Incoming | Failure]:
    for number, line in enumerate(value.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            reason = getattr(error, "msg", "too deeply nested")
            yield Failure(f"{path}:{number}", f"not JSON: {reason}; write one object a line")
            continue
        if not isinstance(record, dict) or not isinstance(record.get("text"), str):
            yield Failure(f"{path}:{number}", 'no text; write {"text": "…", "entry": "…"}')
            continue
        entry, name = (_plain(record.get(key)) for key in _COLUMNS[1:])
        yield Incoming(record["text"], entry, name, number)


def _plain(value: object) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _csv(path: str, value: str) -> Iterator[Incoming | Failure]:
    csv.field_size_limit(_MOST_IN_CELL)
    head = value.partition("\n")[0]
    mark = ";" if ";" in head and "," not in head else ","
    reader = csv.DictReader(io.StringIO(value, newline=""), delimiter=mark, strict=True)
    try:
        if "text" not in (reader.fieldnames or ()):
            raise SourceError(path, 'no column "text"; the first line names the columns: text,entry')
        for row in reader:
            text = row.get("text")
            if text is None:
                yield Failure(f"{path}:{reader.line_num}", "a line with too few columns")
                continue
            yield Incoming(text, row.get("entry") or "", row.get("id") or "", reader.line_num)
    except csv.Error as error:
        yield Failure(f"{path}:{reader.line_num}", f"not CSV from here on: {error}")
