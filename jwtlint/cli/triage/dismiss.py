"""`jwtlint triage dismiss`."""

from typing import Annotated

import typer

from .desk import desk, work
from .options import Actor, Database, case_number


def dismiss(
    case: Annotated[
        int | None, typer.Argument(metavar="CASE", parser=case_number, help="One case, such as C12.")
    ] = None,
    empty: Annotated[bool, typer.Option("--empty", help="All open cases of empty reports.")] = False,
    sample: Annotated[
        float, typer.Option(min=0, max=1, help="The share of them that is kept for a person to look at.")
    ] = 0.05,
    limit: Annotated[int, typer.Option(min=1, help="How many to propose at most.")] = 50,
    actor: Actor = None,
    db: Database = None,
) -> None:
    """Dismiss cases of which every report is empty; without CASE and --empty, only propose them.

    `reopen` brings each back. A share is kept for a person, so that `metrics` can say how often the gate is wrong.

    \b
    jwtlint triage dismiss          what could be dismissed?
    jwtlint triage dismiss --empty  dismiss it
    """
    from ...triage.queue.commands.working import dismiss_case, dismiss_empty, propose_dismissals

    if case is not None and empty:
        raise typer.BadParameter("name a case, or say --empty for all of them", param_hint="--empty")
    if case is not None:
        work(lambda: dismiss_case(desk(db, actor), case))
    if empty:
        work(lambda: dismiss_empty(desk(db, actor), sample))
    work(lambda: propose_dismissals(desk(db, actor), limit))
