"""`jwtlint triage metrics`."""

from ...report.paper import Format
from .desk import desk, work
from .options import Database, Form


def metrics(form: Form = Format.RICH, db: Database = None) -> None:
    """Say how the queue does: gates, time to decision, missed deadlines, overturned decisions, agreement of rules.

    \b
    jwtlint triage metrics
    """
    from ...triage.queue.commands.looking import show_metrics

    work(lambda: show_metrics(desk(db), form))
