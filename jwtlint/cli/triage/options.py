"""The options that the commands of the queue share."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ...picture.reader import Choice

_CASE = re.compile(r"[Cc]?([0-9]{1,15})")
_REPORT = re.compile(r"[Rr]?([0-9]{1,15})")


def case_number(name: str) -> int:
    """The number in the name of a case: 12 in "C12"."""
    return _number(_CASE, name, "case, such as C12")


def report_number(name: str) -> int:
    """The number in the name of a report: 12 in "R12"."""
    return _number(_REPORT, name, "report, such as R12")


def _number(pattern: re.Pattern[str], name: str, what: str) -> int:
    match = pattern.fullmatch(name)
    if match is None:
        raise typer.BadParameter(f"{name!r} is no number of a {what}")
    return int(match[1])


Database = Annotated[
    Path | None,
    typer.Option(
        "--db",
        metavar="FILE",
        envvar="JWTLINT_TRIAGE_DB",
        help="The file of the queue.",
        show_default="in the folder for user data",
    ),
]
Actor = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="NAME",
        envvar="JWTLINT_TRIAGE_MODERATOR",
        help="Who acts.",
        show_default="the name of the login",
    ),
]
Catalog = Annotated[
    list[str] | None,
    typer.Option(
        "--catalog",
        metavar="PATH",
        envvar="JWTLINT_TRIAGE_CATALOG",
        help="Files and folders with the entries; may be repeated.",
    ),
]
Case = Annotated[
    int, typer.Argument(metavar="CASE", parser=case_number, help="The number of a case, such as C12.")
]
Hours = Annotated[
    float,
    typer.Option(
        "--hours",
        min=0,
        envvar="JWTLINT_TRIAGE_HOURS",
        help="The time promised, from the moment at which a report comes in to the decision.",
    ),
]
Entry = Annotated[
    str | None, typer.Option(metavar="FILE-or-ID", help="The entry, where it is not found by its name.")
]
Reader = Annotated[Choice, typer.Option(help="Who reads the picture of the entry.")]


class Format(StrEnum):
    """For whom a command of the queue writes."""

    RICH = "rich"
    JSON = "json"


Form = Annotated[Format, typer.Option("--format", help="For people or for programs.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")]
