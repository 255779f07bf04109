"""Many reports at once: JSON lines or CSV, one report a record, read as they come."""

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import chain
from typing import BinaryIO, NamedTuple

from ..session import STDIN, STDIN_NAME
from ..source import SourceError

MAX_LINE = 1024 * 1024
"""Bytes of one line; longer ones are refused whole."""
MAX_TEXT = 20_000
"""Code points of one report."""
_TEXT, _ENTRY, _REF, _ID = "text", "entry", "ref", "id"
_NAMES = (_ENTRY, _REF, _ID)
"""What may be a number as well."""
_KNOWN = (_TEXT, *_NAMES, "reporter", "email")


class Sent(NamedTuple):
    """A report that was sent, and the line (from 1) on which its record begins.

    `entry` is the one that it names, `ref` the sender's name for the report, `reporter` and `email` whose it is.
    """

    line: int
    text: str
    entry: str | None = None
    ref: str | None = None
    reporter: str | None = None
    email: str | None = None


class Refused(NamedTuple):
    """A record that is no report, and why."""

    line: int
    reason: str


def called(name: str) -> str:
    """How messages call a file that is named on the command line."""
    return STDIN_NAME if name == STDIN else name


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The bytes of a file; "-" is the standard input. Raises SourceError where it cannot be read."""
    if name == STDIN:
        yield sys.stdin.buffer
        return
    with ExitStack() as until:
        try:
            file = until.enter_context(open(name, "rb"))
        except (OSError, ValueError) as error:
            raise SourceError(name, f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
        yield file


def read_batch(stream: BinaryIO) -> Iterator[Sent | Refused]:
    """The reports of a stream, each as soon as its line is there. JSON lines begin with a brace, all else is CSV.

    A record holds `text`, and may hold `entry`, `ref` or `id` (the sender's name for it; the same one twice is the
    same report), `reporter` and `email`; other columns mean nothing. One broken record stops no other.
    """
    lines = _lines(stream)
    first = next((one for one in lines if isinstance(one, Refused) or one[1].strip()), None)
    if first is None:
        return
    if isinstance(first, Refused) or first[1].lstrip().startswith("{"):
        yield from _json_lines(_again(first, lines))
    else:
        yield from _csv(_again(first, lines))


_Line = tuple[int, str]


def _again(first: _Line | Refused, rest: Iterator[_Line | Refused]) -> Iterator[_Line | Refused]:
    yield first
    yield from rest


def _lines(stream: BinaryIO) -> Iterator[_Line | Refused]:
    number = 0
    while raw := stream.readline(MAX_LINE + 1):
        number += 1
        if len(raw) > MAX_LINE:
            while raw and not raw.endswith(b"\n"):
                raw = stream.readline(MAX_LINE)
            yield Refused(number, f"a line of more than {MAX_LINE >> 20} MiB is no report; split it")
            continue
        try:
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            yield Refused(number, "not UTF-8 text; save it as UTF-8")
            continue
        yield number, text


def _json_lines(lines: Iterable[_Line | Refused]) -> Iterator[Sent | Refused]:
    for one in lines:
        if isinstance(one, Refused):
            yield one
            continue
        number, line = one
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            yield Refused(number, "not JSON; write one object a line")
            continue
        yield (
            _sent(number, record)
            if isinstance(record, dict)
            else Refused(number, 'no object; write {"text": …}')
        )


def _csv(lines: Iterable[_Line | Refused]) -> Iterator[Sent | Refused]:
    broken: list[Refused] = []
    at = 0

    def readable() -> Iterator[str]:
        nonlocal at
        for one in lines:
            if isinstance(one, Refused):
                broken.append(one)
            else:
                at = one[0]
                yield one[1]

    readable_lines = readable()
    top = next(readable_lines, "")
    mark = ";" if ";" in top and "," not in top else ","
    rows = csv.reader(chain((top,), readable_lines), strict=True, delimiter=mark)
    header: list[str] | None = None
    end = 0
    while True:
        begin = end + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Refused(begin, f"not CSV: {error}; quote the cell, and double the quotes in it")
            row = []
        end = at
        yield from broken
        broken.clear()
        if row is None:
            return
        if header is None:
            header = [name.strip().casefold() for name in row]
            if _TEXT not in header:
                yield Refused(begin, "the first line names no column 'text'; name the columns there")
                return
        elif any(row):
            yield _sent(begin, dict(zip(header, row, strict=False)))


def _sent(line: int, record: Mapping[str, object]) -> Sent | Refused:
    values: dict[str, str | None] = {}
    for name in _KNOWN:
        value = record.get(name)
        if name in _NAMES and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            return Refused(line, f"{name!r} is no text; write it in quotes")
        values[name] = value or None
    text = values[_TEXT] or ""
    if len(text) > MAX_TEXT:
        return Refused(line, f"a report of {len(text)} characters; at most {MAX_TEXT} are taken, shorten it")
    ref = values[_REF] or values[_ID]
    return Sent(line, text, values[_ENTRY], ref, values["reporter"], values["email"])
