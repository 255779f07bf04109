"""`jwtlint triage reopen`."""

from .desk import desk, work
from .options import Actor, Case, Database, Hours, Reason


def reopen(case: Case, reason: Reason, hours: Hours = 24.0, actor: Actor = None, db: Database = None) -> None:
    """Take back that a case is decided, dismissed or closed; the time promised begins anew.

    \b
    jwtlint triage reopen C12 --reason "the reporter names another label"
    """
    from ...triage.queue.commands.working import reopen_case

    work(lambda: reopen_case(desk(db, actor, hours), case, reason))
