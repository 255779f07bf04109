"""What concerns the run as a whole, the entries by name, and the rules that found something."""

from collections.abc import Sequence
from typing import Any

from ... import documentation
from ...documentation import Example
from ...finding import RULE_PAGES, Diagnostic
from ...rule import FAMILIES, Rule
from ...version import __version__
from ..json import summary
from ..model import Report
from ..totals import Totals
from ..visible import visible, visible_lines
from .entries import ShownEntry
from .links import link


def overview(report: Report, entries: Sequence[ShownEntry]) -> dict[str, Any]:
    """Everything of the report but the findings and what is shown of an opened entry."""
    totals = report.totals
    return {
        "version": __version__,
        "verdict": totals.summary,
        "summary": summary(totals),
        "failures": [{"file": visible(one.path), "reason": visible(one.reason)} for one in totals.failures],
        "notices": [
            {"file": visible(one.path), "line": one.line, "message": visible(one.message)}
            for one in totals.notices
        ],
        "gates": [{"verdict": visible(one.verdict), "holds": one.holds} for one in totals.gates],
        "not_run": _not_run(totals),
        "entries": [_entry(one) for one in entries],
        "rules": _rules(report.rules, entries),
    }


def _not_run(totals: Totals) -> list[dict[str, Any]]:
    return [
        {
            "reason": visible(reason),
            "rules": sorted(unchecked.rules),
            "files": unchecked.files.count,
        }
        for reason, unchecked in totals.not_run.items()
    ]


def _entry(entry: ShownEntry) -> dict[str, Any]:
    return {
        "title": visible(entry.title),
        "id": visible(entry.id),
        "file": visible(entry.path),
        "link": None if entry.piped else link(entry.path),
        "language": visible(entry.language),
        "style": visible(entry.style),
        "findings": len(entry.diagnostics),
    }


def _rules(rules: Sequence[Rule], entries: Sequence[ShownEntry]) -> dict[str, dict[str, Any]]:
    """By id, the rules that found something. One that the run does not know is described by its findings alone."""
    known = {rule.id: rule for rule in rules}
    found: dict[str, Diagnostic] = {}
    for entry in entries:
        for one in entry.diagnostics:
            found.setdefault(one.rule, one)
    return {
        id: {
            "name": one.name,
            "family": FAMILIES.get(id[:3], id[:3]),
            "page": f"{RULE_PAGES}#{id.lower()}",
            **(_documented(known[id]) if id in known else {}),
        }
        for id, one in sorted(found.items())
    }


def _documented(rule: Rule) -> dict[str, Any]:
    docs = documentation.read(rule.documentation)
    return {
        "summary": visible(docs.summary),
        "why": [visible_lines(_reflowed(part)) for part in docs.why],
        "examples": [{"kind": one.kind, "pieces": _pieces(one)} for one in docs.examples],
    }


def _reflowed(paragraph: str) -> str:
    """On one line, unless its lines are those of a list or table."""
    lines = paragraph.split("\n")
    return paragraph if any(line.lstrip().startswith(("-", "*", "|")) for line in lines) else " ".join(lines)


def _pieces(example: Example) -> list[str]:
    """The text of an example, cut so that every second piece is flagged."""
    pieces: list[str] = []
    at = 0
    for start, end in example.flagged:
        pieces += [visible_lines(example.text[at:start]), visible_lines(example.text[start:end])]
        at = end
    return [*pieces, visible_lines(example.text[at:])]
