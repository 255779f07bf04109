"""What a run came to, in numbers."""

from collections import Counter
from typing import TYPE_CHECKING

from ..finding import Failure, Notice, NotRun, Severity
from ..fixer import fixable

if TYPE_CHECKING:
    from ..gates import GateCount
    from ..rule import Rule
    from ..session import Checked


class Totals:
    """Counts the files of a run as they are checked.

    `safe` and `unsafe` are the findings that each kind of fix would remove, `fixed` the fixes that were made.
    `baselined` findings are known and not among the others; `unconfirmed` ones were read too unsurely to be said.
    `asked` are the rules that were to be run, by id.
    """

    def __init__(self) -> None:
        self.files = 0
        self.with_findings = 0
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
        self.not_run: dict[str, dict[str, set[str]]] = {}
        self._last = self._last_found = ""
        self.asked: dict[str, Rule] = {}

    def add(self, checked: "Checked") -> None:
        """Count a file, or a record of one; the records of a file follow each other."""
        result = checked.result
        if checked.source is not None and checked.path != self._last:
            self.files += 1
            self._last = checked.path
        if result.diagnostics and checked.path != self._last_found:
            self.with_findings += 1
            self._last_found = checked.path
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
            self.skip(skipped)

    def skip(self, skipped: NotRun) -> None:
        """Count a check that was not made."""
        self.not_run.setdefault(skipped.reason, {}).setdefault(skipped.rule, set()).add(skipped.path)

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
        files = counted(self.files, "file")
        if not self.findings:
            return f"no findings in {files}"
        kinds = [
            counted(self.severities[severity], severity.label)
            for severity in sorted(Severity, reverse=True)
            if self.severities[severity]
        ]
        where = files if self.with_findings == self.files else f"{self.with_findings} of {files}"
        return f"{', '.join(kinds)} in {where}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """The number with its noun, in the plural where it has to be."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural or f'{noun}s'}"
