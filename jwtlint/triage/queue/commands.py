"""What the commands do: open the queue, change or read it, say what came of it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ...config_file import ConfigError
from ...finding import Failure
from ...report.paper import Paper
from ...report.rich import report_failures
from ...source import SourceError
from . import reading
from .clock import Clock, system_clock
from .database import Database
from .errors import QueueError
from .model import Ruling, Submission, case_name
from .queue import PROMISE, Queue
from .reading import Show

OK, FOUND, FAILED = 0, 1, 2
STDIN = "-"
MAX_TYPED = 80_000


class Desk(NamedTuple):
    """Where somebody works: which queue, under which name, by which clock."""

    database: Path
    actor: str = ""
    clock: Clock = system_clock
    promise: int = PROMISE


@contextmanager
def opened(desk: Desk) -> Iterator[Queue]:
    """The queue of a desk. Raises QueueError where it cannot be opened."""
    database = Database(desk.database)
    try:
        yield Queue(database, desk.clock, desk.promise)
    finally:
        database.close()


class Wish(NamedTuple):
    """What is to be added: a text, or a file of many ("-" is the standard input), about which entry, from whom."""

    entry: str | None
    catalog: tuple[str, ...]
    text: str | None = None
    batch: str | None = None
    reporter: str | None = None
    email: str | None = None
    reader: str = "auto"


def add_reports(desk: Desk, wish: Wish) -> int:
    """Add what is sent. Returns 2 where something was not added."""
    from ...picture.reader import Choice
    from .intake import judge
    from .intake.add import add_many, add_one
    from .intake.contents import Contents

    contents = Contents(wish.catalog, judge.judge, Choice(wish.reader))
    with opened(desk) as queue:
        if wish.batch is not None:
            with ExitStack() as until:
                stream = _stream(wish.batch, until)
                complete = add_many(queue, stream, wish.batch, wish.entry, contents.of)
            return OK if complete else FAILED
        assert wish.entry is not None
        text = _typed() if wish.text == STDIN else wish.text or ""
        add_one(queue, Submission(text, None, wish.reporter, wish.email), contents.of(wish.entry))
    return OK


def _stream(name: str, until: ExitStack) -> BinaryIO:
    """The bytes of a file, or of the standard input."""
    if name == STDIN:
        return sys.stdin.buffer
    try:
        return until.enter_context(open(name, "rb"))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise QueueError(f"{name}: cannot be read: {reason}") from None


def _typed() -> str:
    raw = sys.stdin.buffer.read(MAX_TYPED + 1)
    if len(raw) > MAX_TYPED:
        raise QueueError(f"the report is longer than {MAX_TYPED} bytes; shorten it")
    return raw.decode("utf-8", "replace").strip()


def list_cases(desk: Desk, show: Show, limit: int) -> int:
    """Print the cases that are asked for. Returns the exit code: 1 where late cases were asked for and there are any."""
    from .terminal.listing import write_list

    now = desk.clock()
    with opened(desk) as queue, queue.database.reading() as connection:
        found = list(reading.cases(connection, now, show, limit))
        numbers = reading.counts(connection, now)
    write_list(Paper(sys.stdout), found, numbers, now)
    return FOUND if show is Show.BREACHED and numbers.breached else OK


def show_case(desk: Desk, case: int) -> int:
    """Print a case as a card."""
    from .terminal.card import write_card

    with opened(desk) as queue, queue.database.reading() as connection:
        dossier = reading.dossier(connection, case)
    write_card(Paper(sys.stdout), dossier, desk.clock())
    return OK


def claim_case(desk: Desk, case: int) -> int:
    """Take a case, and print it."""
    with opened(desk) as queue:
        queue.claim(case, desk.actor)
    return show_case(desk, case)


def decide_case(desk: Desk, case: int, ruling: Ruling) -> int:
    """Decide a case."""
    with opened(desk) as queue:
        queue.decide(case, desk.actor, ruling)
    Paper(sys.stdout).line(f"{case_name(case)} {ruling.outcome}")
    return OK


def told(work: Callable[[], int]) -> int:
    """Do the work of a command; what is refused is said in one line."""
    try:
        return work()
    except QueueError as error:
        failure = Failure("", str(error))
    except SourceError as error:
        failure = Failure(error.path, error.reason)
    except ConfigError as error:
        failure = error.failure
    report_failures(Paper(sys.stderr), [failure])
    return FAILED
