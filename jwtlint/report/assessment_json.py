"""What is said of a report, for programs: one JSON object a report, on one line. Keys are added, never changed or removed.

`schema/assessment.schema.json` describes it. The text of the report is there only as it may be shown.
"""

import json
from typing import Any

from ..triage.batch import Sent
from ..triage.model import Assessment, Claim
from ..version import __version__
from .json import diagnostic


def as_json(assessment: Assessment, report: Sent | None = None) -> str:
    """The object; `report` is told where there are many."""
    # A delete character is the only control character that JSON allows to stand as it is.
    return json.dumps(_object(assessment, report)).replace("\x7f", "\\u007f")


def _object(assessment: Assessment, report: Sent | None) -> dict[str, Any]:
    place = {} if report is None else {"id": report.ref, "entry": report.entry, "line": report.line}
    return {
        "version": __version__,
        **place,
        "gate": assessment.gate.value,
        "reasons": list(assessment.reasons),
        "claims": [_claim(one) for one in assessment.claims],
        "answer": assessment.answer,
        "language": assessment.language,
        "abusive": assessment.abusive,
        "text": assessment.masked,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "quote": claim.quote,
        "category": claim.category,
        "anchors": list(claim.anchors),
        "verdict": claim.verdict.value,
        "why": claim.why,
        "rules": list(claim.rules),
        "finding": diagnostic(claim.finding) if claim.finding else None,
    }
