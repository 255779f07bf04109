"""`jwtlint triage escalate`."""

from .desk import desk, work
from .options import Actor, Case, Database, Reason


def escalate(case: Case, reason: Reason, actor: Actor = None, db: Database = None) -> None:
    """Put a case before all others; whoever holds it gives it up.

    \b
    jwtlint triage escalate C12 --reason "the picture shows a real access token"
    """
    from ...triage.queue.commands.working import escalate_case

    work(lambda: escalate_case(desk(db, actor), case, reason))
