"""`jwtlint triage list`."""

from typing import Annotated

import typer

from .desk import desk, work
from .options import Database, Form, Format


def list_(
    breached: Annotated[
        bool, typer.Option("--breached", help="Only what is past its deadline; leave with 1 if there is any.")
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="Also what is decided.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 50,
    form: Form = Format.RICH,
    db: Database = None,
) -> None:
    """List the cases to decide: escalated ones first, then those past their deadline, then by priority.

    \b
    jwtlint triage list
    jwtlint triage list --breached || page-somebody

    Exit code: 0, or 1 with --breached where a deadline is past.
    """
    from ...triage.queue.commands.looking import list_cases
    from ...triage.queue.reading import Show

    if breached and everything:
        raise typer.BadParameter("choose --breached or --all", param_hint="--breached")
    show = Show.BREACHED if breached else Show.ALL if everything else Show.WAITING
    work(lambda: list_cases(desk(db), show, limit, as_json=form is Format.JSON))
