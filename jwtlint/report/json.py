"""The report for programs: one JSON object. It is an interface: keys are added, never changed or removed.

`schema/report.schema.json` describes it.
"""

import json
import shutil
from collections.abc import Iterable
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any, TextIO

from ..finding import Diagnostic, Failure, LocatedFix, Location, Notice, Result, Severity
from ..version import __version__
from .paper import Paper
from .rich import report_failures
from .skipped import Skipped
from .totals import Totals

if TYPE_CHECKING:
    from ..gates import GateCount
    from ..session import Checked

LISTS = ("errors", "notices", "not_run", "diagnostics", "pictures")
"""What the report lists."""
_IN_MEMORY = 8 * 1024 * 1024
"""Characters."""


class Rows:
    """Values of one list of the report, kept beside until it is written: they may be many."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="ascii")  # noqa: SIM115 - as long as the report
        self._count = 0

    def add(self, value: dict[str, Any]) -> None:
        """Put a value behind the others."""
        self._file.write(f"{',' if self._count else ''}\n    {ascii_json(value)}")
        self._count += 1

    def write(self, stream: TextIO) -> None:
        """Write the list, a value a line."""
        stream.write("[")
        self._file.seek(0)
        shutil.copyfileobj(self._file, stream)
        stream.write("\n  ]" if self._count else "]")


class JsonReport:
    """Collects the files and writes the object at the end. Whatever a file holds, the output is ASCII.

    Of a run that is divided, the values carry the number of the unit that they are about, so that the parts can be
    joined in order.
    """

    def __init__(
        self, paper: Paper, errors: Paper, *, statistics: bool = False, divided: bool = False
    ) -> None:
        self._paper = paper
        self._errors = errors
        self._statistics = statistics
        self._divided = divided
        self._skipped = Skipped()
        self._told: set[Failure | Notice] = set()
        self._lists = {name: Rows() for name in LISTS}

    def restore(self, name: str, value: dict[str, Any]) -> None:
        """Take a value of one of the lists as another report has it."""
        if name == "errors":
            self._told.add(Failure(value["path"], value["message"]))
        elif name == "notices":
            self._told.add(Notice(value["path"], value["line"], value["message"]))
        self._lists[name].add(value)

    def file(self, checked: "Checked") -> None:
        """Take the results of one file."""
        result = checked.result
        for missed in self._skipped.add(checked):
            self._add("not_run", missed.row, missed.unit)
        for found in result.diagnostics:
            value = diagnostic(found)
            if self._divided:
                from ..part import judged_by

                value |= judged_by(checked, found)
            self._add("diagnostics", value, checked.unit)
        if result.picture:
            self._add("pictures", picture(result), checked.unit)
        self._tell(result.errors, result.notices, checked.unit)
        if self._paper is not self._errors:
            report_failures(self._errors, result.errors)

    def end(self, totals: Totals) -> None:
        """Write the report."""
        for missed in self._skipped.rest():
            self._add("not_run", missed.row, missed.unit)
        self._tell(totals.failures, totals.notices, None)
        stream = self._paper.stream
        stream.write(
            f'{{\n  "version": {ascii_json(__version__)},\n  "summary": {ascii_json(summary(totals))}'
        )
        for name, rows in self._lists.items():
            stream.write(f',\n  "{name}": ')
            rows.write(stream)
        tables = {"gates": [gate(one) for one in totals.gates]}
        if self._statistics:
            tables["statistics"] = statistics(totals)
        for name, values in tables.items():
            rows = Rows()
            for value in values:
                rows.add(value)
            stream.write(f',\n  "{name}": ')
            rows.write(stream)
        if totals.part is not None:
            stream.write(f',\n  "part": {ascii_json(totals.part.plain)}')
        stream.write("\n}\n")
        stream.flush()

    def _tell(self, failures: Iterable[Failure], notices: Iterable[Notice], unit: int | None) -> None:
        """Note what failed and the notices, each once; those of the whole run have no unit."""
        for failure in failures:
            if failure not in self._told:
                self._add("errors", error(failure), unit)
        for one in notices:
            if one not in self._told:
                self._add("notices", notice(one), unit)
        self._told.update(failures, notices)

    def _add(self, name: str, value: dict[str, Any], unit: int | None) -> None:
        self._lists[name].add({**value, "unit": unit} if self._divided else value)


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
