"""What `list`, `show`, `metrics` and `verify` do."""

import sys
from dataclasses import asdict

from ....finding import Failure
from ....report.json import write
from ....report.paper import Paper, Style
from ....report.rich import report_failures
from .. import reading
from ..reading import Show
from .desk import FAILED, FOUND, OK, Desk, opened


def list_cases(desk: Desk, show: Show, limit: int, *, as_json: bool) -> int:
    """Print the cases that are asked for. Returns 1 where late ones were asked for, and there are any."""
    now = desk.clock()
    with opened(desk) as queue, queue.database.reading() as connection:
        found = list(reading.cases(connection, now, show, limit))
        numbers = reading.counts(connection, now)
    if as_json:
        from ..export.plain import listed_values

        write(Paper(sys.stdout), {**asdict(numbers), "cases": [listed_values(one, now) for one in found]})
    else:
        from ..terminal.listing import write_list

        write_list(Paper(sys.stdout), found, numbers, now)
    return FOUND if show is Show.BREACHED and numbers.breached else OK


def show_case(desk: Desk, case: int) -> int:
    """Print a case as a card."""
    from ..terminal.card import MOST_REPORTS, write_card

    with opened(desk) as queue, queue.database.reading() as connection:
        dossier = reading.dossier(connection, case, MOST_REPORTS)
    write_card(Paper(sys.stdout), dossier, desk.clock())
    return OK


def show_metrics(desk: Desk, *, as_json: bool) -> int:
    """Print the numbers of the queue; times are milliseconds in JSON."""
    from ..metrics import measure

    with opened(desk) as queue, queue.database.reading() as connection:
        metrics = measure(connection, desk.clock())
    if as_json:
        write(Paper(sys.stdout), asdict(metrics))
    else:
        from ..terminal.metrics import write_metrics

        write_metrics(Paper(sys.stdout), metrics)
    return OK


def verify(desk: Desk, *, repair: bool) -> int:
    """Say whether the state follows from the log, and derive it anew if that is wanted."""
    from ..projection import rebuild
    from ..verifying import differences

    with opened(desk) as queue:
        with queue.database.reading() as connection:
            found = list(differences(connection))
        report_failures(Paper(sys.stderr), [Failure(str(desk.database), one) for one in found])
        if repair:
            with queue.database.writing() as connection:
                rebuild(connection)
            Paper(sys.stdout).line(("the state was derived anew from the log", Style.GOOD))
            return OK
    if not found:
        Paper(sys.stdout).line(("the state is what the log says", Style.GOOD))
    return FAILED if found else OK
