"""The summary of a step on GitHub Actions, for the findings that its annotations have no room for."""

from collections.abc import Iterator

from ..finding import Diagnostic, Severity
from .counting import counted
from .home import Home
from .literal import literal
from .markdown import counts, failures, gates, place, words
from .model import Report

LIMIT = 1024 * 1024
"""Bytes of the summary of one step; GitHub takes nothing of a longer one."""

_LEFT_OUT = 200
"""Bytes kept for the line that says how many findings were left out."""


def step_summary(report: Report, site: str = "", limit: int = LIMIT) -> Iterator[str]:
    """Markdown of at most `limit` bytes: findings by rule, then a table of the findings, the worst first.

    `site` is the address at which the root of the home can be seen, with a slash at its end; places link there.
    """
    room = limit - _LEFT_OUT
    shown = 0
    if room < 0:
        return
    for piece, is_finding in _pieces(report, site):
        room -= len(piece.encode())
        if room < 0:
            yield f"\n{counted(report.totals.findings - shown, 'more finding')} had no room here.\n"
            return
        yield piece
        shown += is_finding


def _pieces(report: Report, site: str) -> Iterator[tuple[str, bool]]:
    """The pieces of the whole summary, and which of them are findings."""
    yield f"## jwtlint: {literal(report.totals.summary)}\n\n", False
    for piece in counts(report.totals):
        yield piece, False
    for piece in failures(report.totals.failures, report.home):
        yield piece, False
    if lines := list(gates(report.totals)):
        yield "".join((*lines, "\n")), False
    if not report.totals.findings:
        return
    yield "| severity | place | words | rule | message |\n| --- | --- | --- | --- | --- |\n", False
    for severity in sorted(Severity, reverse=True):
        for checked in report.checked:
            for one in checked.result.diagnostics:
                if one.severity is severity:
                    yield _row(one, report.home, site), True


def _row(one: Diagnostic, home: Home, site: str) -> str:
    rule = f"[{one.rule} {one.name}]({one.url})"
    where = place(one.location, home)
    address = home.uri(one.path)
    if site and not address.startswith("file:"):
        # Without plain=1, a Markdown file is shown rendered, where no line can be found.
        line = f"?plain=1#L{one.location.line}" if one.location.line else ""
        where = f"[{where}]({site}{address}{line})"
    return f"| {one.severity.label} | {where} | {words(one.text)} | {rule} | {literal(one.advice)} |\n"
