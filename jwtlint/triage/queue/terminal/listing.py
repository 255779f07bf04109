"""The list of cases."""

from collections.abc import Sequence

from ....report.paper import Paper, Style
from ....report.totals import counted
from ....report.visible import visible
from ..clock import duration
from ..model import Case, case_name
from ..priority import parts_of
from ..reading import Counts
from ..states import SETTLED


def write_list(paper: Paper, cases: Sequence[Case], counts: Counts, now: int) -> None:
    """Write the cases as a table, each with what its priority is made of, and the numbers of the queue below."""
    if cases:
        _table(paper, cases, now)
    late = f", {counts.breached} past the deadline" if counts.breached else ""
    urgent = f", {counts.escalated} escalated" if counts.escalated else ""
    shown = f"{len(cases)} shown; " if cases and len(cases) < counts.waiting else ""
    paper.line((f"{shown}{counted(counts.waiting, 'case')} undecided{urgent}{late}", Style.STRONG))
    paper.stream.flush()


def due(case: Case, now: int) -> str:
    """How much time is left: "in 3 h 20 min", "5 min late"; of a settled case nothing."""
    if case.state in SETTLED:
        return "-"
    left = case.deadline - now
    return f"{duration(-left)} late" if left < 0 else f"in {duration(left)}"


def urgency(case: Case, now: int) -> Style:
    """How to paint what is said of a case."""
    if case.escalated:
        return Style.ERROR
    return Style.WARNING if case.breached(now) else Style.INFO


def standing(case: Case) -> str:
    """The state with what belongs to it: "claimed by ann", "decided: upheld"."""
    if case.holder:
        return f"{case.state} by {visible(case.holder)}"
    return f"{case.state}: {case.outcome}" if case.outcome else case.state.value


def _table(paper: Paper, cases: Sequence[Case], now: int) -> None:
    from rich.box import SIMPLE
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE, pad_edge=False, show_edge=False)
    for head in ("Case", "State", "Due", "Reports", "Category", "Entry", "Priority"):
        table.add_column(
            head,
            overflow="fold",
            no_wrap=head in {"Case", "Due"},
            justify="right" if head == "Reports" else "left",
        )
    for case in cases:
        parts = " + ".join(f"{part.points} {part.reason}" for part in parts_of(case))
        table.add_row(
            Text(case_name(case.id), style=urgency(case, now).value),
            Text(standing(case)),
            Text(due(case, now), style=Style.WARNING.value if case.breached(now) else ""),
            Text(str(case.reports)),
            Text(visible(case.category)),
            Text(visible(case.entry)),
            Text(f"{case.priority} = {parts}" if parts else str(case.priority)),
        )
    paper.draw(table)
