"""How often each rule reported, instead of the findings."""

from typing import TYPE_CHECKING

from .paper import Paper, Style
from .rich import SEVERITY_STYLES, report_failures, report_gates
from .totals import Totals

if TYPE_CHECKING:
    from ..session import Checked


class StatisticsReport:
    """Writes one line a rule when the run is over."""

    def __init__(self, paper: Paper, errors: Paper) -> None:
        self._paper = paper
        self._errors = errors

    def file(self, checked: "Checked") -> None:
        """Report one file: only what could not be checked is of interest."""
        report_failures(self._errors, checked.result.errors)

    def end(self, totals: Totals) -> None:
        """Write the table, the most frequent rule first."""
        rows = totals.by_frequency()
        digits = max((len(str(count)) for _, count in rows), default=0)
        for (rule, name, severity), count in rows:
            kind = (f"{severity.label:7}", SEVERITY_STYLES[severity])
            self._paper.line(f"{count:>{digits}}  ", kind, "  ", (rule, Style.RULE), f"  {name}")
        report_gates(self._paper, totals.gates)
        self._paper.line((totals.summary, Style.STRONG))
        self._paper.stream.flush()
