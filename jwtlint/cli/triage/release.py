"""`jwtlint triage release`."""

from .desk import desk, work
from .options import Actor, Case, Database


def release(case: Case, actor: Actor = None, db: Database = None) -> None:
    """Give back a case that you hold.

    \b
    jwtlint triage release C12 --as ann
    """
    from ...triage.queue.commands.working import release_case

    work(lambda: release_case(desk(db, actor), case))
