"""`jwtlint triage export`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from .desk import desk, work
from .options import Database, case_number


class Format(StrEnum):
    """A form of cases as it is written."""

    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


def export(
    case: Annotated[
        int | None,
        typer.Argument(metavar="CASE", parser=case_number, help="One case, such as C12.", show_default="all"),
    ] = None,
    format: Annotated[
        Format, typer.Option(help="JSON lines, a table, or the file of one case as a page with its picture.")
    ] = Format.JSONL,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here.", show_default="standard output"),
    ] = None,
    unredacted: Annotated[
        bool,
        typer.Option(
            "--unredacted", help="With names and addresses of people, paths, and texts as they were sent."
        ),
    ] = False,
    db: Database = None,
) -> None:
    """Export cases with their reports, claims, decisions and history; people stay unnamed unless asked for.

    \b
    jwtlint triage export --format csv -o cases.csv
    jwtlint triage export C12 --format html -o C12.html
    """
    from ...triage.queue.commands import exporting

    request = exporting.Request(exporting.Form(format.value), case, output, unredacted)
    work(lambda: exporting.export(desk(db), request))
