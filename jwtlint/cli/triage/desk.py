"""From the options of the queue's commands to a desk, and from names to numbers."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import typer

from ...triage.queue.commands.desk import Desk, told
from .. import finish

_CASE = re.compile(r"[Cc]?([0-9]{1,15})")


def desk(database: Path | None, actor: str | None = None, hours: float | None = None) -> Desk:
    """The desk that the options mean."""
    from ...triage.queue import clock
    from ...triage.queue.database import default_path
    from ...triage.queue.queue import PROMISE

    promise = PROMISE if hours is None else round(hours * clock.HOUR)
    return Desk(database or default_path(), actor or _login(), clock.system_clock, promise)


def case_number(name: str) -> int:
    """The number in the name of a case."""
    match = _CASE.fullmatch(name)
    if match is None:
        raise typer.BadParameter(f"{name!r} is no case; write its number, such as C12", param_hint="CASE")
    return int(match[1])


def work(task: Callable[[], int]) -> NoReturn:
    """Do the work of a command, and leave with its exit code."""
    finish(lambda: told(task))


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "moderator"
