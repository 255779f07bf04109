"""What `jwtlint check` does: check, fix, write, report, and say with the exit code how it went."""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from .config_file import ConfigError
from .finding import Failure
from .fixer import write
from .linters import Linters, Overrides
from .report.paper import Color, Format, Paper
from .report.rich import RichReport, report_failures
from .report.totals import Totals
from .rule import RuleError
from .session import STDIN, STDIN_NAME, Checked, Fixing, Session

OK, FOUND, FAILED = 0, 1, 2


class Request(NamedTuple):
    """Everything that the command line says."""

    paths: tuple[str, ...]
    overrides: Overrides = Overrides()
    fixing: Fixing = Fixing.NONE
    diff: bool = False
    format: Format = Format.RICH
    statistics: bool = False
    quiet: bool = False
    exit_zero: bool = False
    config: Path | None = None
    isolated: bool = False
    stdin_name: str = STDIN_NAME
    color: Color = Color.AUTO
    prompt: str | None = None
    reader: str = "auto"
    jobs: int = 0
    cache: bool = True
    annotate: Path | None = None


class Reporter(Protocol):
    """One format. Takes every file in order, then what the run came to."""

    def file(self, checked: Checked) -> None: ...

    def end(self, totals: Totals) -> None: ...


def run(request: Request) -> int:
    """Check what is asked for and report it.

    Returns 0 where nothing is as bad as `fail_on`, 1 where something is, 2 where something was not checked.
    """
    errors = Paper(sys.stderr, request.color)
    reporter = reporter_of(request, errors)
    totals = Totals()
    try:
        _check(request, reporter, totals)
    except (ConfigError, RuleError) as error:
        totals.failures.append(Failure("", str(error)))
        report_failures(errors, totals.failures[-1:])
        if request.format is not Format.JSON:
            return FAILED
    reporter.end(totals)
    if totals.failures:
        return FAILED
    return FOUND if totals.failing and not request.exit_zero else OK


def _check(request: Request, reporter: Reporter, totals: Totals) -> None:
    linters = Linters(request.overrides, config=request.config, isolated=request.isolated)
    session = Session(
        linters,
        fixing=request.fixing,
        stdin_name=request.stdin_name,
        prompt=request.prompt,
        drawn=request.annotate,
    )
    for checked in session.check(request.paths):
        if request.diff:
            checked = checked._replace(failing=checked.was_failing)
        elif request.fixing is not Fixing.NONE:
            checked = _kept(checked)
        totals.add(checked)
        reporter.file(checked)
    if session.jobs:
        from .gallery import judged

        for checked in session.check_pictures(partial(judged, linters, request, totals)):
            totals.add(checked)
            reporter.file(checked)
    totals.notices += session.notices(request.paths)


def reporter_of(request: Request, errors: Paper) -> Reporter:
    """The format that is asked for."""
    rewrites_stdin = STDIN in request.paths and request.fixing is not Fixing.NONE and not request.diff
    paper = errors if rewrites_stdin else Paper(sys.stdout, request.color)
    if request.diff:
        from .report.diff import DiffReport

        return DiffReport(paper, errors)
    if request.format is Format.JSON:
        from .report.json import JsonReport

        return JsonReport(paper, errors, statistics=request.statistics)
    if request.statistics:
        from .report.statistics import StatisticsReport

        return StatisticsReport(paper, errors)
    return RichReport(paper, errors, quiet=request.quiet)


def _kept(checked: Checked) -> Checked:
    """Put the fixed text where the original was; that of the standard input on the standard output."""
    source, before = checked.source, checked.before
    if source is None or before is None:
        return checked
    if checked.piped:
        sys.stdout.flush()
        sys.stdout.buffer.write(source.encode(source.value))
        sys.stdout.buffer.flush()
    elif source.value != before.value:
        try:
            write(Path(checked.path), source)
        except OSError as error:
            reason = f"the fixes could not be written: {error.strerror or error}"
            result = checked.result
            failure = Failure(checked.path, reason)
            return checked._replace(applied=(), result=replace(result, errors=(*result.errors, failure)))
    return checked
