"""From an export to its records, one after another, in bounded memory."""

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from ...regex import lazy
from ...source import SourceError
from ..discover import read_bytes, unreadable
from ..fields import GUESSED, PROMPT, Fields
from ..model import CSV, EXPORTS
from ..record import Record
from .frame import MAX_RECORD
from .layout import LOOKED_AT
from .parts import entry_like, parts
from .read import is_entry, names_of, remedy
from .source import decoded
from .tape import chunks_of

_SNIFFED = 64 << 10
_KEY_NAME = lazy(r'"([^"\\\n]{1,60})"\s*:\s*"')
_HEADER_NAME = lazy(r"[^\",;\t\r]{1,60}")


def split(path: Path, fields: Fields = GUESSED) -> Iterator[Record | SourceError]:
    """The records of an export, in order; of any other file one record with all of it.

    What is told from the name of the file. What cannot be made a record is one error, and the records behind it
    follow; whether a record is valid in itself, `source_of` and `read_entries` say. A file in whose first records
    nothing is a prompt is one error, which says what its keys are.
    """
    if not path.name.lower().endswith(EXPORTS):
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


def is_export(path: Path, fields: Fields = GUESSED) -> bool:
    """Is one of the first records of a file an entry: has it a prompt, or a title and a picture?

    A broken file is one where a key or column is named like that of a prompt; one that cannot be read is one, too,
    so that somebody says why.
    """
    looked_at = 0
    seen: list[Record | SourceError] = []
    try:
        for part in parts(path, fields):
            if isinstance(part, bytes):
                looked_at += len(part)
            elif isinstance(part, Record) and entry_like(part, fields):
                return True
            else:
                seen.append(part)
            if len(seen) == LOOKED_AT or looked_at > MAX_RECORD:
                break
        broken = any(isinstance(one, SourceError) or not _is_sound(one, fields) for one in seen)
        return broken and _names_a_prompt(path, fields)
    except OSError:
        return True


def _names_a_prompt(path: Path, fields: Fields) -> bool:
    start = next(chunks_of(path, _SNIFFED), b"").decode("utf-8", "replace")
    if path.name.lower().endswith(CSV):
        names = _HEADER_NAME.findall(start.partition("\n")[0])
    else:
        names = _KEY_NAME.findall(start)
    return any((meaning := fields.meaning((name,))) and meaning[0] == PROMPT for name in names)


def _records(path: Path, fields: Fields) -> Iterator[Record | SourceError]:
    try:
        yield from (part for part in parts(path, fields) if not isinstance(part, bytes))
    except OSError as error:
        yield unreadable(path, error)


def _whole(path: Path) -> Record | SourceError:
    try:
        return Record(str(path), read_bytes(path))
    except SourceError as error:
        return error


def _is_sound(record: Record, fields: Fields) -> bool:
    try:
        names_of(decoded(record, fields))
    except SourceError:
        return False
    return True


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
