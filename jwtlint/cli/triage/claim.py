"""`jwtlint triage claim`."""

from .desk import desk, work
from .options import Actor, Case, Database


def claim(case: Case, actor: Actor = None, db: Database = None) -> None:
    """Take a case, so that nobody else works on it; it is shown as with `show`.

    \b
    jwtlint triage claim C12 --as ann
    """
    from ...triage.queue.commands.working import claim_case

    work(lambda: claim_case(desk(db, actor), case))
