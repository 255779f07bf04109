"""The list of cases."""

from collections.abc import Sequence

from ....report.cells import fitting, width
from ....report.counting import counted
from ....report.paper import Paper, Style
from ....report.visible import visible
from ..clock import duration
from ..model import Case, case_name
from ..priority import parts_of
from ..reading import Counts, Listed
from ..states import SETTLED

_HEADS = ("Case", "State", "Due", "Reports", "Category", "Entry", "Priority")
_ENTRY = _HEADS.index("Entry")
_WIDEST_ENTRY = 32
_GAP = 2


def write_list(paper: Paper, found: Sequence[Listed], counts: Counts, now: int) -> None:
    """Write each case with what its priority is made of and the words of its first report, and numbers below."""
    if found:
        _table(paper, found, now)
    late = f", {counts.breached} past the deadline" if counts.breached else ""
    urgent = f", {counts.escalated} escalated" if counts.escalated else ""
    shown = f"{len(found)} shown; " if found and len(found) < counts.waiting else ""
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


def _table(paper: Paper, found: Sequence[Listed], now: int) -> None:
    """Columns as wide as what stands in them; rich would take longer for it than the queue for all its work."""
    rows = [_HEADS, *(_row(one.case, now) for one in found)]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    widths[_ENTRY] = min(widths[_ENTRY], _WIDEST_ENTRY)
    indent = " " * (widths[0] + _GAP)
    for number, row in enumerate(rows):
        first, *rest = (_padded(cell, cells) for cell, cells in zip(row, widths, strict=True))
        style = urgency(found[number - 1].case, now) if number else Style.STRONG
        paper.line((first, style), "".join(" " * _GAP + cell for cell in rest).rstrip())
        if number:
            paper.line(
                (indent + _cut(visible(found[number - 1].words), paper.columns - len(indent)), Style.DIM)
            )
    paper.line()


def _row(case: Case, now: int) -> tuple[str, ...]:
    parts = " + ".join(f"{part.points} {part.reason}" for part in parts_of(case))
    priority = f"{case.priority} = {parts}" if parts else str(case.priority)
    reports = counted(case.reports, "report")
    category, entry = visible(case.category), visible(case.entry)
    return case_name(case.id), standing(case), due(case, now), reports, category, entry, priority


def _padded(text: str, cells: int) -> str:
    text = _cut(text, cells)
    return text + " " * (cells - width(text))


def _cut(text: str, cells: int) -> str:
    return text if width(text) <= cells else fitting(text, cells - 1) + "…"
