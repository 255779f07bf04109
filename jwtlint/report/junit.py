"""JUnit XML, as Jenkins and GitLab read it: a suite a file, a case for each rule that reported on an entry.

It keeps to what both take: Jenkins' xUnit plugin refuses attributes that it does not know, and GitLab reads one failure
a case and of cases with the same name only the first.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from ..finding import Diagnostic, Failure, Severity
from ..regex import lazy
from .counting import counted
from .model import Report
from .region import place_name
from .totals import Totals
from .visible import visible

_NEVER_XML = lazy("[\ufffe\uffff]")
"""What XML 1.0 (2.2) forbids, of what is visible."""


class _Case(NamedTuple):
    """A test case: what it came to ("", "failure", "error" or "skipped"), why, and what else is to be said."""

    name: str
    outcome: str = ""
    kind: str = ""
    message: str = ""
    text: str = ""
    beside: str = ""


def junit(report: Report) -> Iterator[str]:
    """The report as one XML document (UTF-8)."""
    totals = report.totals
    told: set[Failure] = set()
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="jwtlint">\n'
    for path, members in groupby(report.checked, key=lambda checked: checked.path):
        files = list(members)
        diagnostics = [one for checked in files for one in checked.result.diagnostics]
        failed = [one for checked in files for one in checked.result.errors]
        if path:
            told.update(failed)
            yield from _suite(path, list(_cases(diagnostics, [one.reason for one in failed])))
    if run := list(_of_run(totals, told)):
        yield from _suite("jwtlint", run)
    yield "</testsuites>\n"


def _cases(diagnostics: Sequence[Diagnostic], errors: Sequence[str]) -> Iterator[_Case]:
    if errors:
        yield _Case("can be checked", "error", "not checked", errors[0], "\n".join(map(visible, errors)))
    groups: dict[tuple[str, str, str | None], list[Diagnostic]] = {}
    for one in diagnostics:
        groups.setdefault((one.rule, one.name, one.entry), []).append(one)
    for (rule, name, entry), members in groups.items():
        yield _of_rule(f"{rule} {name}{f' in {entry}' if entry else ''}", members)
    if not errors and not groups:
        yield _Case("no findings")


def _of_rule(name: str, members: Sequence[Diagnostic]) -> _Case:
    bad = [one for one in members if one.severity > Severity.INFO]
    infos = "\n".join(_line(one) for one in members if one.severity is Severity.INFO)
    if not bad:
        return _Case(name, beside=infos)
    worst = max(one.severity for one in bad)
    more = f" (and {len(bad) - 1} more)" if len(bad) > 1 else ""
    text = "\n".join(map(_line, bad))
    return _Case(name, "failure", worst.label, f"{bad[0].advice}{more}", text, infos)


def _line(one: Diagnostic) -> str:
    place = one.location
    if place.region is not None:
        left, top, right, bottom = place.region
        name = place_name(place)
        where = f"{place.path} {name + ' ' if name else ''}[{left},{top} {right},{bottom}]"
    else:
        where = place.path if place.line is None else f"{place.path}:{place.line}:{place.column}"
    return visible(f"{where} {one.severity.label}: {one.advice}")


def _of_run(totals: Totals, told: Collection[Failure]) -> Iterator[_Case]:
    """What concerns no single file: what else failed, and, once a reason, what was not run."""
    if failed := [str(one) for one in totals.failures if one not in told]:
        yield _Case("can be run", "error", "not checked", failed[0], "\n".join(map(visible, failed)))
    for gate in totals.gates:
        name = f"gate {', '.join(gate.gate.rules)}"
        yield _Case(name) if gate.holds is not False else _Case(name, "failure", "gate", gate.verdict)
    for reason, unchecked in totals.not_run.items():
        which = f"{', '.join(sorted(unchecked.rules))} on {counted(unchecked.files.count, 'file')}"
        yield _Case(f"not run: {reason}", "skipped", "not run", f"{which}: {reason}")


def _suite(name: str, cases: Sequence[_Case]) -> Iterator[str]:
    outcomes = [case.outcome for case in cases]
    counts = {
        "tests": len(cases),
        "failures": outcomes.count("failure"),
        "errors": outcomes.count("error"),
        "skipped": outcomes.count("skipped"),
    }
    numbers = "".join(f' {key}="{count}"' for key, count in counts.items())
    yield f"<testsuite name={_attribute(name)}{numbers}>\n"
    for case in cases:
        yield f"<testcase classname={_attribute(name)} name={_attribute(case.name)}>"
        if case.outcome:
            said = f"type={_attribute(case.kind)} message={_attribute(case.message)}"
            yield f"<{case.outcome} {said}>{_content(case.text or visible(case.message))}</{case.outcome}>"
        if case.beside:
            yield f"<system-out>{_content(case.beside)}</system-out>"
        yield "</testcase>\n"
    yield "</testsuite>\n"


def _attribute(text: str) -> str:
    return quoteattr(_allowed(visible(text)))


def _content(text: str) -> str:
    """Lines that are visible already."""
    return escape(_allowed(text))


def _allowed(text: str) -> str:
    return _NEVER_XML.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)
