"""What `jwtlint baseline` does: check, and write down what is found as known."""

import sys
from dataclasses import replace
from pathlib import Path

from .baseline import FILE_NAME, Baseline, Known, known, path_in, read, write
from .config_file import ConfigError, shown
from .finding import Failure
from .linters import Linters
from .report.counting import counted
from .report.paper import Paper
from .report.rich import report_failures
from .report.totals import Totals
from .report.visible import visible
from .rule import RuleError
from .run import FAILED, OK, Request, check, linters_of
from .session import Checked
from .shrink import Coverage, shrink


def adopt(request: Request, output: Path | None, *, update: bool) -> int:
    """Write the baseline of what is found; with `update`, only take out of it what is fixed.

    Without `output` it is the file that the configuration of the working folder names, or `jwtlint-baseline.json`.
    Returns the exit code: 2 where something was not checked, so that the baseline does not know it.
    """
    request = request._replace(use_baseline=False)
    errors = Paper(sys.stderr, request.color)
    totals = Totals()
    try:
        linters = linters_of(request)
        file = output or linters.of(FILE_NAME).settings.baseline or Path(FILE_NAME)
        paths = tuple(path_in(file, path) for path in request.paths)
        before = read(file) if update else Baseline((), paths)
        collector = _Collector(file, linters, errors, Coverage(file, before, request.paths))
        check(request, linters, collector.add, totals)
    except (ConfigError, RuleError) as error:
        report_failures(errors, [Failure("", str(error))])
        return FAILED
    paper = Paper(sys.stdout, request.color)
    changed = ""
    findings = tuple(collector.found.values())
    if update:
        findings, removed, new = shrink(before.known, collector.found, collector.coverage.covers)
        changed = f"; {removed} removed, {new} found that {'is' if new == 1 else 'are'} not in it"
    try:
        write(file, Baseline(findings, before.paths))
    except OSError as error:
        reason = f"the baseline could not be written: {error.strerror or error}; is its folder there?"
        report_failures(errors, [Failure(shown(file), reason)])
        return FAILED
    number = counted(sum(one.count for one in findings), "known finding")
    files = counted(len({one.path for one in findings}), "file")
    paper.line(f"{visible(shown(file))}: {number} in {files}{changed}")
    return FAILED if totals.failures else OK


class _Collector:
    """Keeps what is found, and says only what could not be checked."""

    def __init__(self, file: Path, linters: Linters, errors: Paper, coverage: Coverage) -> None:
        self.found: dict[tuple[str, str], Known] = {}
        self.coverage = coverage
        self._file = file
        self._linters = linters
        self._errors = errors

    def add(self, checked: Checked) -> None:
        """Take the findings of one file."""
        report_failures(self._errors, checked.result.errors)
        path = path_in(self._file, checked.path)
        source = checked.source
        self.coverage.add(path, checked, self._linters.of(source.path) if source else None)
        for diagnostic in checked.result.diagnostics:
            one = known(diagnostic, path)
            other = self.found.get((path, one.key))
            self.found[path, one.key] = one if other is None else replace(other, count=other.count + 1)
