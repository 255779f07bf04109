"""What every command of the queue needs: which queue, who works, and how failures are told."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from ....config_file import ConfigError
from ....finding import Failure
from ....report.paper import Paper
from ....report.rich import report_failures
from ....source import SourceError
from ...catalog import NoEntryError
from ..clock import Clock, system_clock
from ..database import Database
from ..errors import QueueError
from ..filing import INTAKE
from ..model import Content
from ..queue import PROMISE, Queue

OK, FOUND, FAILED = 0, 1, 2


class Desk(NamedTuple):
    """Where somebody works: on which queue, under which name, by which clock; `promise` is in milliseconds."""

    database: Path
    actor: str
    clock: Clock = system_clock
    promise: int = PROMISE


class Sought(NamedTuple):
    """Where entries are looked for: which one, in which files and folders, and who reads its picture."""

    entry: str | None = None
    catalog: tuple[str, ...] = ()
    reader: str = "auto"


@contextmanager
def opened(desk: Desk) -> Iterator[Queue]:
    """The queue of a desk. Raises QueueError where it cannot be opened, or nobody could tell who works there."""
    if desk.actor.strip() in ("", INTAKE):
        raise QueueError(f"{desk.actor!r} is nobody's name; say with --as who acts")
    database = Database(desk.database)
    try:
        yield Queue(database, desk.clock, desk.promise)
    finally:
        database.close()


def finder(sought: Sought) -> Callable[[str], Content]:
    """Finds the content of an entry by its name."""
    from ....picture.reader import Choice
    from ..intake import judge
    from ..intake.contents import Contents

    return Contents(sought.catalog, judge.look, Choice(sought.reader)).of


def told(work: Callable[[], int]) -> int:
    """Do the work of a command and return its exit code; what is refused is said in one line."""
    try:
        return work()
    except (QueueError, NoEntryError) as error:
        failure = Failure("", str(error))
    except SourceError as error:
        failure = Failure(error.path, error.reason)
    except ConfigError as error:
        failure = error.failure
    report_failures(Paper(sys.stderr), [failure])
    return FAILED
