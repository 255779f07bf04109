"""Markdown for a comment on a pull request, or for a wiki."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ..finding import Diagnostic, Failure, Location, Notice, Safety, Severity
from .counting import counted
from .home import Home
from .literal import code, html_code, literal
from .model import Report
from .region import certainty, place_name
from .totals import Totals

_SHOWN = 10
"""Rows of a table, or findings of one file, that are shown without a click."""

_LONGEST = 120
_FIXES = {Safety.SAFE: "safe, `--fix`", Safety.UNSAFE: "unsafe, `--unsafe-fixes`"}


def markdown(report: Report) -> Iterator[str]:
    """Summary, findings by rule, then each file with its findings; what is long is folded."""
    totals = report.totals
    yield f"## jwtlint: {literal(totals.summary)}\n\n"
    yield from failures(totals.failures, report.home)
    if len(totals.rules) > _SHOWN:
        yield f"<details><summary>Findings by rule ({len(totals.rules)})</summary>\n\n"
        yield from counts(totals)
        yield "</details>\n\n"
    else:
        yield from counts(totals)
    for checked in report.checked:
        if checked.result.diagnostics:
            yield from _file(checked.path, checked.result.diagnostics, report.home)
    yield from _rest(totals, report.home)


def failures(failed: Sequence[Failure], home: Home) -> Iterator[str]:
    """What could not be checked, as a list."""
    for one in failed:
        path = f" {code(home.told(one.path))}:" if one.path else ""
        yield f"- **not checked**{path} {literal(one.reason)}\n"
    if failed:
        yield "\n"


def counts(totals: Totals) -> Iterator[str]:
    """A table of how often each rule reported."""
    if not totals.rules:
        return
    yield "| rule | severity | findings |\n| --- | --- | ---: |\n"
    urls = {one.id: one.url for one in totals.asked.values()}
    for (rule, name, severity), count in totals.by_frequency():
        title = f"{rule} {name}"
        linked = f"[{title}]({urls[rule]})" if rule in urls else title
        yield f"| {linked} | {severity.label} | {count} |\n"
    yield "\n"


def place(location: Location, home: Home, within: str = "") -> str:
    """Where it is: the path, and line and column or the region of the picture; no path `within` that file."""
    path = "" if location.path == within else home.told(location.path)
    if location.region is not None:
        left, top, right, bottom = location.region
        named = place_name(location)
        region = f"{named + ' ' if named else ''}({left},{top} to {right},{bottom})"
        return f"{code(path)} {region}" if path else region
    if location.line is None:
        return code(path) if path else "whole file"
    return code(f"{path and path + ':'}{location.line}:{location.column}")


def words(text: str) -> str:
    """The flagged words as code, of many their beginning."""
    return code(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def _file(path: str, diagnostics: Sequence[Diagnostic], home: Home) -> Iterator[str]:
    yield f"### {code(home.told(path))}\n\n"
    order = sorted(diagnostics, key=lambda one: (one.entry or "", one.severity is Severity.INFO))
    yield from _entries(order[:_SHOWN], path, home)
    if rest := order[_SHOWN:]:
        yield f"<details><summary>{counted(len(rest), 'further finding')} in {html_code(path)}</summary>\n\n"
        yield from _entries(rest, path, home)
        yield "</details>\n\n"


def _entries(diagnostics: Sequence[Diagnostic], path: str, home: Home) -> Iterator[str]:
    for entry, members in groupby(diagnostics, key=lambda one: one.entry):
        if entry is not None:
            yield f"Entry {code(entry)}:\n\n"
        for one in members:
            yield from _item(one, path, home)
        yield "\n"


def _item(one: Diagnostic, path: str, home: Home) -> Iterator[str]:
    rule = f"[{one.rule} {one.name}]({one.url})"
    sure = certainty(one.confidence)
    where = place(one.location, home, path)
    yield f"- **{one.severity.label}** {rule}{f', {sure}' if sure else ''}: {literal(one.message)}  \n"
    yield f"  {where}{f': {words(one.text)}' if one.text else ''}\n"
    if one.remedy:
        yield f"  - help: {literal(one.remedy)}\n"
    if one.fix is not None:
        yield f"  - fix: {literal(one.fix.title)} ({_FIXES[one.fix.safety]})\n"
    for related in one.related:
        why = f": {literal(related.note)}" if related.note else ""
        yield f"  - see {place(related.location, home, path)}{why}\n"


def gates(totals: Totals) -> Iterator[str]:
    """What came of the gates, one a line."""
    for one in totals.gates:
        verdict = "missed" if one.holds is False else "gate"
        yield f"- {verdict}: {literal(one.verdict)}\n"


def _rest(totals: Totals, home: Home) -> Iterator[str]:
    """What was not checked, and what is to be said of the run."""
    if totals.not_run:
        yield "<details><summary>Not run</summary>\n\n"
        for reason, unchecked in totals.not_run.items():
            files = counted(unchecked.files.count, "file")
            yield f"- {', '.join(sorted(unchecked.rules))} on {files}: {literal(reason)}\n"
        yield "\n</details>\n\n"
    for notice in totals.notices:
        yield f"- note: {_written_at(notice, home)}{literal(notice.message)}\n"
    if totals.suppressed:
        yield f"- {counted(totals.suppressed, 'finding')} suppressed\n"
    if totals.baselined:
        yield f"- {counted(totals.baselined, 'finding')} known from the baseline\n"
    yield from gates(totals)
    if totals.unconfirmed:
        yield f"- {counted(totals.unconfirmed, 'finding')} hidden, read too unsurely\n"


def _written_at(notice: Notice, home: Home) -> str:
    if not notice.path:
        return ""
    path = home.told(notice.path)
    return f"{code(path if notice.line is None else f'{path}:{notice.line}')}: "
