"""What a run came to, in numbers."""

from collections import Counter
from typing import TYPE_CHECKING

from ..finding import Failure, Notice, Severity
from ..fixer import fixable
from .counting import counted
from .missing import Missing

if TYPE_CHECKING:
    from ..gates import GateCount
    from ..part import Part
    from ..rule import Rule
    from ..session import Checked


class Totals:
    """Counts what is checked in a run. `entries` are documents, records and pictures; `files` those that hold them.

    `safe` and `unsafe` are the findings that each kind of fix would remove, `fixed` the fixes that were made.
    `baselined` findings are known and not among the others; `unconfirmed` ones were read too unsurely to be said.
    `asked` are the rules that were to be run, by id. `part` is what
    the other parts of a divided run must know of this one.
    """

    def __init__(self) -> None:
        self.files = 0
        self.entries = 0
        self.severities: Counter[Severity] = Counter()
        self.rules: Counter[tuple[str, str, Severity]] = Counter()
        self.safe = 0
        self.unsafe = 0
        self.fixed = 0
        self.changed_files = 0
        self.suppressed = 0
        self.baselined = 0
        self.unconfirmed = 0
        self.failing = False
        self.gates: tuple[GateCount, ...] = ()
        self.failures: list[Failure] = []
        self.notices: list[Notice] = []
        self.not_run = Missing()
        self._with_findings: set[tuple[str, int]] = set()
        self.part: Part | None = None
        self.asked: dict[str, Rule] = {}

    def add(self, checked: "Checked") -> None:
        """Count a document, a record or a picture."""
        result = checked.result
        if checked.source is not None:
            self.entries += 1
            self.files += checked.opens
        if result.diagnostics:
            self._with_findings.add((checked.path, checked.unit))
        for one in result.diagnostics:
            self.severities[one.severity] += 1
            self.rules[one.rule, one.name, one.severity] += 1
            if fixable(one, result.path, unsafe=False):
                self.safe += 1
            elif fixable(one, result.path, unsafe=True):
                self.unsafe += 1
        self.fixed += len(checked.applied)
        if checked.applied:
            self.changed_files += 1
        self.suppressed += result.suppressed
        self.baselined += result.baselined
        self.unconfirmed += result.unconfirmed
        self.failing |= checked.failing
        if result.gates:
            from ..gates import added

            self.gates = added((*self.gates, *result.gates))
        self.failures += result.errors
        self.notices += result.notices
        for skipped in result.not_run:
            self.not_run.add(skipped)

    def by_frequency(self) -> list[tuple[tuple[str, str, Severity], int]]:
        """Rule, name and severity of the findings with their number, the most frequent first."""
        return sorted(self.rules.items(), key=lambda one: (-one[1], one[0]))

    @property
    def missed_gates(self) -> list["GateCount"]:
        """The gates that do not hold: more entries have findings than may."""
        return [one for one in self.gates if one.holds is False]

    @property
    def findings(self) -> int:
        return self.severities.total()

    @property
    def summary(self) -> str:
        """One line: "3 errors, 2 warnings in 4 files; 3 fixable with --fix, 1 more with --unsafe-fixes"."""
        fixes = []
        if self.safe:
            fixes.append(f"{self.safe} fixable with --fix")
        if self.unsafe:
            fixes.append(f"{self.unsafe} {'more' if self.safe else 'fixable'} with --unsafe-fixes")
        parts = [self._found()]
        if fixes:
            parts.append(", ".join(fixes))
        if self.failures:
            parts.append(f"{len(self.failures)} not checked")
        return "; ".join(parts)

    def _found(self) -> str:
        where = counted(self.files, "file")
        if self.entries != self.files:
            where = f"{counted(self.entries, 'entry', 'entries')} of {where}"
        if not self.findings:
            return f"no findings in {where}"
        kinds = [
            counted(self.severities[severity], severity.label)
            for severity in sorted(Severity, reverse=True)
            if self.severities[severity]
        ]
        with_findings = len(self._with_findings)
        if with_findings != self.entries:
            where = f"{with_findings:,} of {where}"
        return f"{', '.join(kinds)} in {where}"
