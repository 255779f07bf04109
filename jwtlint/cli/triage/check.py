"""`jwtlint triage check`."""

from pathlib import Path
from typing import Annotated

import typer

from ...picture.reader import Choice
from ...report.paper import Color
from .. import finish
from .options import Format


def check(
    text: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="The report; - is the standard input.")
    ] = None,
    entry: Annotated[
        str,
        typer.Option(
            metavar="FILE|ID", help="What it is about: a file with one entry, or an id in the catalog."
        ),
    ] = "",
    catalog: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH",
            help="Files and folders with the entries; a label of another entry is recognised. May be repeated.",
        ),
    ] = None,
    batch: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Judge many: JSON lines or CSV with text, entry, ref (or id); - is the standard input.",
        ),
    ] = None,
    picture: Annotated[
        str | None, typer.Option(metavar="FILE", help="The picture of the entry, to be read as evidence.")
    ] = None,
    own_pictures: Annotated[
        bool, typer.Option("--own-pictures", help="Read the pictures that the entries themselves name.")
    ] = False,
    reader: Annotated[Choice, typer.Option(help="Who reads pictures.")] = Choice.AUTO,
    format: Annotated[
        Format, typer.Option(help="For people, or JSON with an object a report.")
    ] = Format.RICH,
    color: Annotated[Color, typer.Option(help="When to use colours. NO_COLOR is respected.")] = Color.AUTO,
    config: Annotated[
        str | None, typer.Option(metavar="FILE", help="Use this configuration for every entry.")
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Use no configuration file.")] = False,
) -> None:
    """Say at once what a report is worth: what it names, what it says is wrong, and what speaks for it.

    \b
    jwtlint triage check --entry entry.md "Legend stops at 6"
    jwtlint triage check --entry 002 --catalog entries/ - <report.txt
    jwtlint triage check --catalog entries/ --batch reports.csv --format json

    Exit code: 0 every report was judged, 2 something could not be.
    """
    from ...triage.desk import Wish, check_reports

    if (text is None) == (batch is None):
        raise typer.BadParameter("give one report as TEXT, or many with --batch", param_hint="TEXT")
    if not entry and batch is None:
        raise typer.BadParameter(
            "say what the report is about: a file, or an id with --catalog", param_hint="--entry"
        )
    if picture is not None and not entry:
        raise typer.BadParameter("belongs to one entry; name it with --entry", param_hint="--picture")
    if config is not None and isolated:
        raise typer.BadParameter("--config names a configuration and --isolated wants none; choose one")
    wish = Wish(
        entry,
        text,
        batch,
        tuple(catalog or ()),
        Path(picture) if picture is not None else None,
        own_pictures,
        reader.value,
        Path(config) if config is not None else None,
        isolated,
        format is Format.JSON,
        color,
    )
    finish(lambda: check_reports(wish))
