"""`jwtlint triage forget`."""

from typing import Annotated

import typer

from .desk import desk, work
from .options import Actor, Database, report_number


def forget(
    report: Annotated[
        int,
        typer.Argument(metavar="REPORT", parser=report_number, help="The number of a report, such as R12."),
    ],
    actor: Actor = None,
    db: Database = None,
) -> None:
    """Forget who sent a report, and the words as they were sent; the masked ones stay.

    \b
    jwtlint triage forget R12
    """
    from ...triage.queue.commands.working import forget_sender

    work(lambda: forget_sender(desk(db, actor), report))
