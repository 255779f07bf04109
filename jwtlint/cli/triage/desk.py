"""From the options of the queue's commands to a desk."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from .. import finish

if TYPE_CHECKING:
    from ...triage.queue.commands.desk import Desk


def desk(database: Path | None, actor: str | None = None, hours: float | None = None) -> "Desk":
    """The desk that the options mean."""
    from ...triage.queue import clock
    from ...triage.queue.commands.desk import Desk
    from ...triage.queue.database import default_path
    from ...triage.queue.queue import PROMISE

    promise = PROMISE if hours is None else round(hours * clock.HOUR)
    return Desk(database or default_path(), actor or _login(), clock.system_clock, promise)


def work(task: Callable[[], int]) -> NoReturn:
    """Do the work of a command, and leave with its exit code."""
    from ...triage.queue.commands.desk import told

    finish(lambda: told(task))


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "moderator"
