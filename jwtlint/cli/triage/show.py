"""`jwtlint triage show`."""

from .desk import desk, work
from .options import Case, Database


def show(case: Case, db: Database = None) -> None:
    """Show a case as a card: reports, claims with their evidence, deadline, what its priority is made of.

    \b
    jwtlint triage show C12
    """
    from ...triage.queue.commands.looking import show_case

    work(lambda: show_case(desk(db), case))
