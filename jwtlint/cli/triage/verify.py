"""`jwtlint triage verify`."""

from typing import Annotated

import typer

from .desk import desk, work
from .options import Database


def verify(
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Derive the state anew from the log of events.")
    ] = False,
    db: Database = None,
) -> None:
    """Replay the log of events, and say whether the queue is in the state that follows from it.

    Exit code: 0 it is, 2 it is not.
    """
    from ...triage.queue.commands import looking

    work(lambda: looking.verify(desk(db), repair=rebuild))
