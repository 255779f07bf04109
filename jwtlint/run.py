"""What `jwtlint check` does: check, fix, write, report, and say with the exit code how it went."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from .catalogs import Catalogs
from .config_file import ConfigError
from .executors import ClusterError
from .finding import Failure, Notice
from .fixer import write
from .known import Known
from .labour import Options
from .linters import Linters, Overrides
from .picture.reader import Choice
from .report.paper import Color, Format, Output, Paper
from .report.rich import RichReport, report_failures
from .report.totals import Totals
from .rule import RuleError
from .session import STDIN, STDIN_NAME, Checked, Fixing, Session
from .shard import Shard
from .source import SourceError
from .store import cache_folder

if TYPE_CHECKING:
    from .changed import Changed

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
    use_baseline: bool = True
    changed_since: str | None = None
    outputs: tuple[Output, ...] = ()
    cluster: str | None = None
    shard: Shard | None = None


class Reporter(Protocol):
    """One format. Takes every file in order, then what the run came to."""

    def file(self, checked: Checked) -> None: ...

    def end(self, totals: Totals) -> None: ...


def run(request: Request) -> int:
    """Check what is asked for and report it.

    Returns 0 where nothing is as bad as `fail_on` and all gates hold, 1 where not, 2 where something was not checked.
    """
    errors = Paper(sys.stderr, request.color)
    reporter = reporter_of(request, errors)
    totals = Totals()
    try:
        check(request, linters_of(request), reporter.file, totals)
    except (ConfigError, RuleError, ClusterError) as error:
        totals.failures.append(Failure("", str(error)))
        report_failures(errors, totals.failures[-1:])
        if request.format is Format.RICH and not request.outputs:
            return FAILED
    reporter.end(totals)
    if totals.failures:
        return FAILED
    return FOUND if (totals.failing or totals.missed_gates) and not request.exit_zero else OK


def linters_of(request: Request) -> Linters:
    """The linters that a command line asks for. Raises ConfigError where the configuration that it names is wrong."""
    return Linters(request.overrides, config=request.config, isolated=request.isolated)


def check(request: Request, linters: Linters, report: Callable[[Checked], None], totals: Totals) -> None:
    """Check what is asked for; report and count each file.

    Raises ConfigError and RuleError where the command line names what cannot be used.
    """
    known = Known(linters, wanted=request.use_baseline, named=request.overrides.baseline)
    cache = cache_folder() if request.cache else None
    session = Session(
        linters,
        Options(Choice(request.reader), cache, request.jobs, request.cluster),
        fixing=request.fixing,
        stdin_name=request.stdin_name,
        prompt=request.prompt,
        drawn=request.annotate,
        shard=request.shard,
        changed=_changed(request),
        written=[output.path for output in request.outputs if output.path is not None],
    )
    catalogs = Catalogs(linters)
    found = session.check(request.paths)
    if sys.stderr.isatty() and not request.quiet:
        from .report.progress import with_progress

        found = with_progress(session, found)
    for checked in found:
        catalogs.add(checked)
        if request.diff:
            checked = _unchanged(checked)
        elif request.fixing is not Fixing.NONE:
            checked = _kept(checked)
        rest = known.rest(checked)
        # How many findings with one key are known holds for all parts together.
        checked = rest if request.shard is None else checked._replace(failing=rest.failing)
        if request.annotate is not None and checked.result.picture:
            from .gallery import annotated

            checked = annotated(checked, request.annotate)
        totals.add(checked)
        report(checked)
    if request.changed_since is not None:
        # What has changed has nothing beside it, and says nothing of suppressions that are for the rest.
        catalogs = Catalogs(linters)
        if totals.entries:
            totals.notices += _not_compared(linters, request.changed_since)
    if request.shard is not None:
        from .part import part_of

        totals.notices += session.lost
        totals.part = part_of(request, request.shard, session, catalogs, linters, totals)
    elif request.changed_since is None:
        for checked in map(known.rest, catalogs.check()):
            totals.add(checked)
            report(checked)
        totals.notices += session.notices(request.paths)
    else:
        totals.notices += session.lost
        if not totals.entries and not totals.failures:
            nothing = f"nothing to check has changed since {request.changed_since}"
            totals.notices.append(Notice("", None, nothing))
    totals.asked = {rule.id: rule for linter in linters for rule in linter.active}


def _not_compared(linters: Linters, revision: str) -> Iterator[Notice]:
    """The rules that want to see all entries, and do not."""
    rules = sorted({rule.id for linter in linters for rule in linter.active if rule.reads_catalogs})
    if rules:
        what = f"not run, as they compare all entries: {', '.join(rules)}"
        yield Notice("", None, f"{what}; leave out --changed-since {revision} to run them")


def _changed(request: Request) -> "Changed | None":
    if request.changed_since is None:
        return None
    from .changed import Changed

    return Changed.since(request.changed_since, request.paths)


def _unchanged(checked: Checked) -> Checked:
    """With --diff a file keeps what is wrong with it."""
    if checked.found is None:
        return checked
    result = replace(checked.found, errors=checked.result.errors)
    return checked._replace(result=result, failing=checked.was_failing)


def reporter_of(request: Request, errors: Paper) -> Reporter:
    """The format that is asked for."""
    rewrites_stdin = STDIN in request.paths and request.fixing is not Fixing.NONE and not request.diff
    paper = errors if rewrites_stdin else Paper(sys.stdout, request.color)
    if request.diff:
        from .report.diff import DiffReport

        return DiffReport(paper, errors)
    if request.format is Format.RICH and not request.outputs and not request.statistics:
        return RichReport(paper, errors, quiet=request.quiet)
    from .report.outputs import Outputs

    return Outputs(request, paper, errors)


def _kept(checked: Checked) -> Checked:
    """Put the fixed text where the original was; that of the standard input on the standard output."""
    if checked.changes is not None:
        return _written(checked, checked.changes.write)
    source, before = checked.source, checked.before
    if source is None or before is None:
        return checked
    if checked.piped:
        sys.stdout.flush()
        sys.stdout.buffer.write(source.encode(source.value))
        sys.stdout.buffer.flush()
    elif source.value != before.value:
        return _written(checked, partial(write, Path(checked.path), source))
    return checked


def _written(checked: Checked, put: Callable[[], None]) -> Checked:
    """Write what was fixed; where that fails, no fix was made, and the reason is told."""
    try:
        put()
    except (OSError, SourceError) as error:
        why = error.reason if isinstance(error, SourceError) else error.strerror or error
        failure = Failure(checked.path, f"the fixes could not be written: {why}")
        result = replace(checked.result, errors=(*checked.result.errors, failure))
        return checked._replace(applied=(), result=result)
    return checked
