"""`jwtlint triage metrics`."""

from .desk import desk, work
from .options import Database, Form, Format


def metrics(form: Form = Format.RICH, db: Database = None) -> None:
    """Say how the queue does: gates, time to decision, missed deadlines, overturned decisions, agreement of rules.

    \b
    jwtlint triage metrics
    """
    from ...triage.queue.commands.looking import show_metrics

    work(lambda: show_metrics(desk(db), as_json=form is Format.JSON))
