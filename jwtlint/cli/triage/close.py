"""`jwtlint triage close`."""

from typing import Annotated

import typer

from ...picture.reader import Choice
from .desk import desk, work
from .options import Actor, Case, Catalog, Database, Entry, Reader


def close(
    case: Case,
    judgement: Annotated[
        str, typer.Option(metavar="TEXT", help="What you saw yourself, where the linter cannot tell.")
    ] = "",
    entry: Entry = None,
    catalog: Catalog = None,
    reader: Reader = Choice.AUTO,
    actor: Actor = None,
    db: Database = None,
) -> None:
    """Close a decided case. What was upheld must be gone from the entry as it is now.

    \b
    jwtlint triage close C12 --catalog catalog/
    """
    from ...triage.queue.commands.desk import Sought
    from ...triage.queue.commands.working import close_case

    sought = Sought(entry, tuple(catalog or ()), reader.value)
    work(lambda: close_case(desk(db, actor), case, judgement, sought))
