"""Cases for spreadsheets: a row for each report in each case, of which no cell is ever taken for a formula."""

import csv
from typing import TextIO

from ....report.visible import visible
from ..clock import timestamp
from ..model import Report, case_name, report_name
from ..reading import Dossier

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
_COLUMNS = (
    *("case", "state", "outcome", "category", "entry", "title", "deadline", "priority", "report", "received"),
    *(
        "gate",
        "language",
        "abusive",
        "text",
        "verdicts",
        "rules",
        "decided",
        "late",
        "automated",
        "facts",
        "rule",
    ),
)
_NAMED = ("decided by", "reporter", "email")


class Csv:
    """Writes the rows of each case, below a line with the names of the columns (RFC 4180)."""

    def __init__(self, stream: TextIO, *, named: bool) -> None:
        self._writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        self._named = named
        self._writer.writerow(_COLUMNS + (_NAMED if named else ()))

    def case(self, dossier: Dossier) -> None:
        """Write one case."""
        for report in dossier.reports:
            self._writer.writerow([formula_safe(visible(value)) for value in self._row(dossier, report)])

    def _row(self, dossier: Dossier, report: Report) -> list[str]:
        case, content = dossier.case, dossier.content
        claims = dossier.claims_of(report.id)
        rules = dict.fromkeys(one.evidence.rule for one in claims if one.evidence)
        row = [
            case_name(case.id),
            case.state,
            case.outcome or "",
            case.category,
            content.entry,
            content.title,
        ]
        row += [
            timestamp(case.deadline),
            str(case.priority),
            report_name(report.id),
            timestamp(report.received_at),
        ]
        row += [
            report.gate,
            report.language or "",
            _yes(report.abusive),
            report.text if self._named else report.masked,
        ]
        row += [", ".join(one.verdict for one in claims), ", ".join(rules)]
        decision = dossier.decisions[-1] if dossier.decisions else None
        if decision is None:
            row += [""] * 5
        else:
            row += [timestamp(decision.at), _yes(decision.late), _yes(decision.automated)]
            row += [decision.ruling.facts, decision.ruling.rule]
        if self._named:
            contact = dossier.contacts.get(report.id)
            row.append(decision.actor if decision else "")
            row += [(contact.name if contact else None) or "", (contact.email if contact else None) or ""]
        return row


def formula_safe(cell: str) -> str:
    """A cell that spreadsheets take for text: OWASP ASVS 5.0, 1.2.10 asks for a single quote before what is none."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _yes(value: bool) -> str:
    return "yes" if value else "no"
