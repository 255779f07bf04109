"""The report for programs that read it as it is written: one JSON object a line (https://jsonlines.org).

Each line has a `kind`: diagnostic, not_run, error, notice, picture or gate, with the keys that such a thing has in the JSON
report; the last one is the summary.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..finding import Failure, Notice
from ..version import __version__
from .json import ascii_json, diagnostic, error, gate, notice, picture, summary
from .paper import Paper
from .rich import report_failures
from .skipped import Skipped
from .totals import Totals

if TYPE_CHECKING:
    from ..session import Checked


class JsonlReport:
    """Writes the lines of each file as it comes. What failed and the notices are remembered, to be said only once."""

    def __init__(self, paper: Paper, errors: Paper) -> None:
        self._paper = paper
        self._errors = errors
        self._skipped = Skipped()
        self._told: set[Failure | Notice] = set()

    def file(self, checked: "Checked") -> None:
        """Write the results of one file."""
        result = checked.result
        for finding in result.diagnostics:
            self._line("diagnostic", diagnostic(finding))
        for missed in self._skipped.add(checked):
            self._line("not_run", missed.row)
        if result.picture:
            self._line("picture", picture(result))
        self._run(result.errors, result.notices)
        self._paper.stream.flush()
        if self._paper is not self._errors:
            report_failures(self._errors, result.errors)

    def end(self, totals: Totals) -> None:
        """Write what concerns the whole run."""
        for missed in self._skipped.rest():
            self._line("not_run", missed.row)
        self._run(totals.failures, totals.notices)
        for count in totals.gates:
            self._line("gate", gate(count))
        self._line("summary", {"version": __version__, **summary(totals)})
        self._paper.stream.flush()

    def _run(self, failures: Sequence[Failure], notices: Sequence[Notice]) -> None:
        for failure in failures:
            if failure not in self._told:
                self._line("error", error(failure))
        for one in notices:
            if one not in self._told:
                self._line("notice", notice(one))
        self._told.update(failures, notices)

    def _line(self, kind: str, value: dict[str, Any]) -> None:
        self._paper.stream.write(ascii_json({"kind": kind, **value}) + "\n")
