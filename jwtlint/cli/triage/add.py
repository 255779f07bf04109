"""`jwtlint triage add`."""

from typing import Annotated

import typer

from ...picture.reader import Choice
from .desk import desk, work
from .options import Catalog, Database, Hours, Reader


def add(
    text: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="The report; - is the standard input.")
    ] = None,
    entry: Annotated[
        str | None, typer.Option(metavar="FILE-or-ID", help="The entry that the report is about.")
    ] = None,
    batch: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Many reports: JSON lines or CSV with text, entry, ref (or id), reporter, email; - is the standard input.",
        ),
    ] = None,
    reporter: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who sends it; never shown unasked.")
    ] = None,
    email: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Where to answer; never shown unasked.")
    ] = None,
    catalog: Catalog = None,
    reader: Reader = Choice.AUTO,
    hours: Hours = 24.0,
    db: Database = None,
) -> None:
    """Take reports in; each is acknowledged with its number when it is safe on the disk.

    \b
    jwtlint triage add --entry a.md "The label Brwoser is misspelt"
    jwtlint triage add --batch reports.csv --catalog catalog/

    Exit code: 0 all were added, 2 something was not.
    """
    from ...triage.queue.commands.adding import Wish, add_reports
    from ...triage.queue.commands.desk import Sought

    if (text is None) == (batch is None):
        raise typer.BadParameter("give a text, or --batch with a file", param_hint="TEXT")
    if text is not None and entry is None:
        raise typer.BadParameter("say which entry the report is about", param_hint="--entry")
    sought = Sought(entry, tuple(catalog or ()), reader.value)
    work(lambda: add_reports(desk(db, hours=hours), Wish(text, batch, reporter, email), sought))
