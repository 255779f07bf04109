"""The reports of a run in all the formats that were asked for, each to its place."""

import os
from collections.abc import Iterator
from dataclasses import replace
from enum import IntEnum
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from ..finding import Failure
from .actions import summarize, workspace
from .destination import SpooledReport, write_file
from .home import Home
from .json import JsonReport
from .jsonl import JsonlReport
from .model import Report
from .paper import Format, Output, Paper
from .rich import RichReport, report_failures
from .statistics import StatisticsReport
from .totals import Totals

if TYPE_CHECKING:
    from ..run import Reporter, Request
    from ..session import Checked


class Needs(IntEnum):
    """What a format looks into; each has all that stands before it."""

    FINDINGS = 0
    FILES = 1
    """Also the files without findings."""
    SOURCES = 2
    """Also the text of the files with findings, and what was not run on each."""


COLLECTED = {
    Format.SARIF: Needs.FINDINGS,
    Format.GITHUB: Needs.FINDINGS,
    Format.JUNIT: Needs.FILES,
    Format.MARKDOWN: Needs.FINDINGS,
    Format.HTML: Needs.SOURCES,
}
"""The formats that are a function of the whole report: `sarif.sarif`, `junit.junit` and so on."""


class Outputs:
    """Hands each file on to the reports that are written meanwhile, and keeps of it what the others need at the end.

    What is asked for by `--format` goes to `paper`; where an `--output` takes the standard output, it gives way and goes
    to `errors`. A file that cannot be written is a failure of the run.
    """

    def __init__(self, request: "Request", paper: Paper, errors: Paper) -> None:
        self._errors = errors
        self._streamed: list[Reporter] = []
        self._printed: list[tuple[Format, Paper]] = []
        self._spooled: list[SpooledReport] = []
        self._written: list[tuple[Format, Path]] = []
        self._checked: list[Checked] = []
        shown = errors if any(output.path is None for output in request.outputs) else paper
        # A report that is written at the end leaves it to us to say meanwhile what could not be checked.
        self._tells = request.format in COLLECTED and shown is not errors
        if request.format in COLLECTED:
            self._printed.append((request.format, shown))
        else:
            self._streamed.append(_streaming(request.format, request, shown, errors))
        for output in request.outputs:
            self._add(output, request, paper)
        collected = [format for format, _ in (*self._printed, *self._written)]
        self._needs = max((COLLECTED[format] for format in collected), default=None)
        self._summarizes = Format.GITHUB in collected

    def file(self, checked: "Checked") -> None:
        """Take the results of one file."""
        for reporter in self._streamed:
            reporter.file(checked)
        for spooled in self._spooled:
            spooled.file(checked)
        result = checked.result
        if self._tells:
            report_failures(self._errors, result.errors)
        if self._needs is not None and (self._needs > Needs.FINDINGS or result.diagnostics or result.errors):
            self._checked.append(_kept(checked, self._needs))

    def end(self, totals: Totals) -> None:
        """Write the reports: files first, so that the standard output can say which could not be written."""
        for spooled in self._spooled:
            self._tell(totals, spooled.end(totals))
        report = Report(self._checked, totals, list(totals.asked.values()), Home(os.getcwd(), workspace()))
        for format, path in self._written:
            self._tell(totals, write_file(path, partial(_fill, _pieces(format, report))))
        if self._summarizes and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
            self._tell(totals, summarize(report, Path(summary)))
        for reporter in self._streamed:
            reporter.end(totals)
        for format, paper in self._printed:
            paper.stream.flush()
            # A report says itself that it is UTF-8, whatever the terminal takes.
            _fill(_pieces(format, report), paper.stream.buffer)
            paper.stream.flush()

    def _add(self, output: Output, request: "Request", paper: Paper) -> None:
        format, path = output
        if format in COLLECTED:
            if path is None:
                self._printed.append((format, paper))
            else:
                self._written.append((format, path))
        elif path is None:
            self._streamed.append(_streaming(format, request, paper, paper))
        else:
            make = partial(_streaming, format, request)
            self._spooled.append(SpooledReport(path, lambda own: make(own, own)))

    def _tell(self, totals: Totals, failure: Failure | None) -> None:
        if failure is not None:
            totals.failures.append(failure)
            report_failures(self._errors, [failure])


def _pieces(format: Format, report: Report) -> Iterator[str]:
    """A report in one of the collected formats, whose module is loaded only now."""
    written = getattr(import_module(f".{format.value}", __package__), format.value)
    return cast("Iterator[str]", written(report))


def _streaming(format: Format, request: "Request", paper: Paper, errors: Paper) -> "Reporter":
    """A report that is written as the files come. With its own paper for errors, it keeps them to itself."""
    match format:
        case Format.JSON:
            return JsonReport(paper, errors, statistics=request.statistics, divided=request.shard is not None)
        case Format.JSONL:
            return JsonlReport(paper, errors)
    if request.statistics:
        return StatisticsReport(paper, errors)
    return RichReport(paper, errors, quiet=request.quiet)


def _kept(checked: "Checked", needs: Needs) -> "Checked":
    """What is needed of a file; what was not run is counted in the totals."""
    result = checked.result
    has_source = needs is Needs.SOURCES and (result.diagnostics or result.errors)
    if needs is not Needs.SOURCES:
        result = replace(result, not_run=())
    return checked._replace(result=result, source=checked.source if has_source else None, before=None)


def _fill(text: Iterator[str], file: BinaryIO) -> None:
    for piece in text:
        file.write(piece.encode())
