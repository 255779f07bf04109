"""The report of a part of a run, as `jwtlint merge` reads it: written elsewhere, so nothing in it is taken for granted."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec

from .part import Part
from .version import __version__


class MergeError(Exception):
    """Reports that cannot be joined; the message is one line with file and remedy."""


class PartReport(NamedTuple):
    """The report of a part, as plain values that are what `Part` and the report's own lists promise."""

    path: str
    values: Mapping[str, Any]
    part: Part


class _Row(msgspec.Struct):
    unit: int | None


class _Diagnostic(_Row):
    path: str
    rule: str
    name: str
    severity: Literal["error", "warning", "info"]


class _Error(_Row):
    path: str
    message: str


class _Notice(_Row):
    path: str
    line: int | None
    message: str


class _NotRun(_Row):
    rule: str
    path: str
    reason: str
    entries: int = 1


class _Summary(msgspec.Struct):
    files: int
    fixable: int
    fixable_unsafe: int
    suppressed: int
    baselined: int
    unconfirmed: int


class _Lists(msgspec.Struct):
    """What is computed with; a report has more."""

    summary: _Summary
    errors: list[_Error]
    notices: list[_Notice]
    not_run: list[_NotRun]
    diagnostics: list[_Diagnostic]
    pictures: list[_Row]


def read(path: Path) -> PartReport:
    """Read the report of a part. Raises MergeError for anything else."""
    try:
        values = msgspec.json.decode(path.read_bytes())
    except OSError as error:
        raise MergeError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise MergeError(f"{path}: no report: {error}; write it with --format json") from None
    if not isinstance(values, dict) or "part" not in values:
        raise MergeError(f"{path}: no report of a part; write it with --shard 1/2 --format json")
    if values.get("version") != __version__:
        raise MergeError(f"{path}: written by another version of jwtlint than {__version__}; write it anew")
    try:
        msgspec.convert(values, _Lists)
        return PartReport(str(path), values, Part.read(values["part"]))
    except (msgspec.MsgspecError, ValueError) as error:
        raise MergeError(f"{path}: no report of a part: {error}; write it anew") from None
