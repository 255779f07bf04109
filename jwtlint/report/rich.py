"""The report for people: each finding with a look at its place.

Errors and warnings are shown in full, infos in one line each, so that what matters is not buried.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..entry.export.source import RecordSource
from ..finding import Diagnostic, Failure, Location, Notice, Safety, Severity
from ..picture.model import Fidelity
from ..source import Source
from .cells import width, wrapped
from .counting import counted
from .crop import Crops, shows_crops
from .paper import Paper, Piece, Style
from .region import certainty, place_name
from .totals import Totals
from .visible import visible
from .window import window

if TYPE_CHECKING:
    from ..gates import GateCount
    from ..session import Checked

_INDENT = "  "
SEVERITY_STYLES = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING, Severity.INFO: Style.INFO}
_OPTION = {Safety.SAFE: "safe, --fix", Safety.UNSAFE: "unsafe, --unsafe-fixes"}
_SHOWN_RULES = 4


class RichReport:
    """Writes each file's findings as they come, and what concerns the whole run at the end.

    `quiet` leaves out everything but the findings and what could not be checked.
    """

    def __init__(self, paper: Paper, errors: Paper, *, quiet: bool = False) -> None:
        self._paper = paper
        self._errors = errors
        self._quiet = quiet
        self._columns = paper.columns
        self._crops = Crops() if shows_crops(paper) else None

    def file(self, checked: "Checked") -> None:
        """Report one file."""
        diagnostics, fidelity = checked.result.diagnostics, checked.result.fidelity
        told = (diagnostics or fidelity) and not self._quiet
        if told:
            self._paper.line((visible(checked.path), Style.STRONG), *_entry_of(checked))
        for diagnostic in diagnostics:
            if diagnostic.severity > Severity.INFO:
                self._finding(diagnostic, checked.source)
        for diagnostic in diagnostics:
            if diagnostic.severity is Severity.INFO:
                self._head(diagnostic, diagnostic.advice)
        if fidelity and told:
            self._wrapped((("text fidelity:", Style.DIM), " "), fidelity_in_words(fidelity))
        if told:
            self._paper.line()
        self._paper.stream.flush()
        report_failures(self._errors, checked.result.errors)

    def end(self, totals: Totals) -> None:
        """Report on the run as a whole."""
        if self._quiet:
            report_gates(self._paper, totals.missed_gates)
            return
        for reason, unchecked in totals.not_run.items():
            text = f"{_named(sorted(unchecked.rules))} on {unchecked.files}: {reason}"
            self._wrapped((("not run:", Style.DIM), " "), text)
        for notice in totals.notices:
            self._wrapped((("note:", Style.INFO), " "), f"{_written_at(notice)}{notice.message}")
        if totals.suppressed:
            self._paper.line(f"{counted(totals.suppressed, 'finding')} suppressed")
        if totals.baselined:
            self._paper.line(f"{counted(totals.baselined, 'finding')} known from the baseline")
        if totals.unconfirmed:
            hidden = f"{counted(totals.unconfirmed, 'finding')} hidden, read too unsurely"
            self._paper.line(f"{hidden} (--min-confidence 0 shows them)")
        if totals.fixed:
            made = f"{counted(totals.fixed, 'fix', 'fixes')} made in {counted(totals.changed_files, 'file')}"
            self._paper.line((made, Style.GOOD))
        report_gates(self._paper, totals.gates)
        style = Style.GOOD if not totals.findings and not totals.failures else Style.STRONG
        lines = (
            list(wrapped(totals.summary, self._columns, _INDENT))
            if self._paper.terminal
            else [totals.summary]
        )
        for line in lines:
            self._paper.line((line, style))
        self._paper.stream.flush()

    def _finding(self, diagnostic: Diagnostic, source: Source | None) -> None:
        style = SEVERITY_STYLES[diagnostic.severity]
        self._head(diagnostic, diagnostic.message)
        self._look(diagnostic.location, diagnostic.text, source, style, "^")
        if diagnostic.remedy:
            self._wrapped((_INDENT, ("help:", Style.GOOD), " "), diagnostic.remedy)
        if fix := diagnostic.fix:
            self._wrapped((_INDENT, ("fix:", Style.GOOD), " "), f"{fix.title} ({_OPTION[fix.safety]})")
        for related in diagnostic.related:
            self._wrapped((_INDENT, ("see:", Style.DIM), " "), f"{place(related.location)}: {related.note}")
            self._look(related.location, related.text, source, Style.INFO, "-")

    def _head(self, diagnostic: Diagnostic, message: str) -> None:
        rule = f"{diagnostic.rule} {diagnostic.name}"
        start = f"{place(diagnostic.location)} "
        severity = (diagnostic.severity.label, SEVERITY_STYLES[diagnostic.severity])
        sure = certainty(diagnostic.confidence)
        end = f", {sure}: " if sure else ": "
        self._wrapped((start, severity, " ", (rule, Style.RULE), end), message)

    def _look(self, location: Location, text: str, source: Source | None, style: Style, sign: str) -> None:
        """The window of a place, or the words alone where its text is not at hand."""
        if source is None or location.span is None or location.path != source.path:
            if text:
                self._paper.line(f"{_INDENT}{_INDENT}", (visible(text[: self._columns]), style))
            for row in self._crops.rows(location) if self._crops else ():
                self._paper.stream.write(f"{_INDENT}{_INDENT}{row}\n")
            return
        gutter = f"{_INDENT}{location.line} | "
        seen = window(source, location.span, self._columns - len(gutter))
        self._paper.line((gutter, Style.DIM), seen.before, (seen.flagged, style), seen.after)
        blank = " " * (len(gutter) - 2) + "| "
        self._paper.line((blank, Style.DIM), seen.indent, (seen.mark(sign), style))

    def _wrapped(self, start: tuple[Piece, ...], text: str) -> None:
        """Wrapped on a terminal; in a file one line stays one line, so that it can be searched for."""
        text = visible(text)
        lines = [text]
        if self._paper.terminal:
            used = sum(width(piece if isinstance(piece, str) else piece[0]) for piece in start)
            lines = list(wrapped(text, self._columns, _INDENT * 2, used))
        self._paper.line(*start, lines[0])
        for line in lines[1:]:
            # Words that began no line may look like a command now that they do.
            self._paper.line(visible(line))


def report_failures(errors: Paper, failures: Iterable[Failure]) -> None:
    """Say what could not be checked, one line each."""
    for failure in failures:
        errors.line(("error:", Style.ERROR), f" {visible(str(failure))}")
    errors.stream.flush()


def report_gates(paper: Paper, gates: Iterable["GateCount"]) -> None:
    """Say what came of gates, one line each."""
    for one in gates:
        style = {True: Style.GOOD, False: Style.ERROR, None: Style.DIM}[one.holds]
        paper.line(("gate:", style), f" {visible(one.verdict)}")


def place(location: Location) -> str:
    """`path:line:column`, as terminals and editors make it a link; on a picture in words and as a region."""
    path = visible(location.path)
    if location.region is not None:
        left, top, right, bottom = location.region
        where = place_name(location)
        return f"{path}{f' {where}' if where else ''} [{left},{top} {right},{bottom}]"
    return path if location.line is None else f"{path}:{location.line}:{location.column}"


def _entry_of(checked: "Checked") -> tuple[Piece, ...]:
    """The entry, where a file holds many: its id, else its number."""
    source = checked.source
    if not isinstance(source, RecordSource):
        return ()
    entry = next((one.entry for one in checked.result.diagnostics if one.entry), None)
    return (("  entry ", Style.DIM), visible(entry or f"{source.record.number + 1}"))


def _named(rules: list[str]) -> str:
    if len(rules) <= _SHOWN_RULES:
        return ", ".join(rules)
    shown = _SHOWN_RULES - 1
    return f"{', '.join(rules[:shown])} and {len(rules) - shown} more"


def _written_at(notice: Notice) -> str:
    if not notice.path:
        return ""
    return f"{notice.path}: " if notice.line is None else f"{notice.path}:{notice.line}: "


def fidelity_in_words(fidelity: Fidelity) -> str:
    """How well a picture shows the text that its prompt asks for."""
    accuracy, distance = fidelity.word_accuracy, fidelity.edit_distance
    words = counted(fidelity.words, "word")
    return f"word accuracy {accuracy:.2f}, edit distance {distance:.2f} ({words} asked for)"
