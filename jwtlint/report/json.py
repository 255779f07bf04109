"""The report for programs: one JSON object. It is an interface: keys are added, never changed or removed.

`schema/report.schema.json` describes it.
"""

import json
from typing import TYPE_CHECKING, Any

from ..finding import Diagnostic, Failure, LocatedFix, Location, Notice, NotRun, Result, Severity
from ..version import __version__
from .paper import Paper
from .rich import report_failures
from .totals import Totals

if TYPE_CHECKING:
    from ..gates import GateCount
    from ..session import Checked


class JsonReport:
    """Collects the files and writes the object at the end. Whatever a file holds, the output is ASCII."""

    def __init__(self, paper: Paper, errors: Paper, *, statistics: bool = False) -> None:
        self._paper = paper
        self._errors = errors
        self._statistics = statistics
        self._not_run: list[NotRun] = []
        self._diagnostics: list[Diagnostic] = []
        self._pictures: list[Result] = []

    def file(self, checked: "Checked") -> None:
        """Take the results of one file."""
        self._not_run += checked.result.not_run
        self._diagnostics += checked.result.diagnostics
        if checked.result.picture:
            self._pictures.append(checked.result)
        if self._paper is not self._errors:
            report_failures(self._errors, checked.result.errors)

    def end(self, totals: Totals) -> None:
        """Write the report."""
        report: dict[str, Any] = {
            "version": __version__,
            "summary": summary(totals),
            "errors": [error(one) for one in totals.failures],
            "notices": [notice(one) for one in totals.notices],
            "not_run": [not_run(one) for one in self._not_run],
            "diagnostics": [diagnostic(one) for one in self._diagnostics],
            "pictures": [picture(one) for one in self._pictures],
            "gates": [gate(one) for one in totals.gates],
        }
        if self._statistics:
            report["statistics"] = statistics(totals)
        write(self._paper, report)


def write(paper: Paper, value: object) -> None:
    """Write any value as indented JSON."""
    paper.stream.write(ascii_json(value, indent=2) + "\n")
    paper.stream.flush()


def ascii_json(value: object, indent: int | None = None) -> str:
    """Any value as JSON of printable ASCII, in which GitHub Actions reads no command."""
    # A delete character is the only control character that JSON allows to stand as it is.
    text = json.dumps(value, indent=indent).replace("\x7f", "\\u007f")
    return text.replace("##[", "##\\u005b")


def summary(totals: Totals) -> dict[str, int]:
    """The numbers of a run."""
    return {
        "files": totals.files,
        **{f"{severity.label}s": totals.severities[severity] for severity in sorted(Severity, reverse=True)},
        "fixable": totals.safe,
        "fixable_unsafe": totals.unsafe,
        "fixed": totals.fixed,
        "suppressed": totals.suppressed,
        "baselined": totals.baselined,
        "unconfirmed": totals.unconfirmed,
    }


def error(one: Failure) -> dict[str, Any]:
    """What could not be checked."""
    return {"path": one.path, "message": one.reason}


def notice(one: Notice) -> dict[str, Any]:
    """Something about the run itself."""
    return {"path": one.path, "line": one.line, "message": one.message}


def not_run(one: NotRun) -> dict[str, Any]:
    """A check that was not made, and why."""
    return {"rule": one.rule, "path": one.path, "entry": one.entry, "reason": one.reason}


def statistics(totals: Totals) -> list[dict[str, Any]]:
    """How often each rule reported, the most frequent first."""
    return [
        {"rule": rule, "name": name, "severity": severity.label, "count": count}
        for (rule, name, severity), count in totals.by_frequency()
    ]


def gate(count: "GateCount") -> dict[str, Any]:
    """What a gate came to; `holds` is null where none of its rules looked at anything."""
    return {
        "rules": list(count.gate.rules),
        "mostly": count.gate.mostly,
        "entries": count.looked,
        "with_findings": count.found,
        "holds": count.holds,
    }


def picture(result: Result) -> dict[str, Any]:
    """A picture, and how well it shows the text that its prompt asks for; null without a prompt."""
    fidelity = result.fidelity
    return {
        "path": result.path,
        "entry": result.entry,
        "word_accuracy": fidelity.word_accuracy if fidelity else None,
        "edit_distance": fidelity.edit_distance if fidelity else None,
        "words": fidelity.words if fidelity else None,
        "unconfirmed": result.unconfirmed,
    }


def diagnostic(one: Diagnostic) -> dict[str, Any]:
    """A diagnostic as plain values. The message says the remedy too."""
    return {
        "path": one.path,
        "entry": one.entry,
        "rule": one.rule,
        "name": one.name,
        "severity": one.severity.label,
        "message": one.advice,
        **place(one.location),
        "text": one.text,
        "related": [
            {
                "path": related.location.path,
                **place(related.location),
                "text": related.text,
                "note": related.note,
            }
            for related in one.related
        ],
        "confidence": one.confidence,
        "fix": _fix(one.fix) if one.fix else None,
        "key": one.key,
        "url": one.url,
    }


def place(location: Location) -> dict[str, Any]:
    """Lines and columns from 1, in code points; or the region of a picture in pixels."""
    region = location.region
    return {
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
        "region": list(region) if region is not None else None,
    }


def _fix(fix: LocatedFix) -> dict[str, Any]:
    return {
        "title": fix.title,
        "safety": fix.safety.value,
        "edits": [
            {
                "line": edit.location.line,
                "column": edit.location.column,
                "end_line": edit.location.end_line,
                "end_column": edit.location.end_column,
                "text": edit.replacement,
            }
            for edit in fix.edits
        ],
    }
