"""Between what the queue keeps as rows and JSON, and what it is in the program."""

import json
import os
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ...finding import Diagnostic, Severity
from ...text import Region
from ..model import Assessment, Claim, Gate, Verdict
from .model import (
    Case,
    ClaimRef,
    Content,
    Decision,
    Evidence,
    FiledClaim,
    Outcome,
    Report,
    Ruling,
    Submission,
)
from .states import State


def content_body(content: Content) -> dict[str, Any]:
    """What is remembered of an entry, to show it when it has changed or gone."""
    return {
        "case_hash": content.case_hash,
        "entry": content.entry,
        "title": content.title,
        "labels": content.labels,
        "picture": str(content.picture) if content.picture else None,
        "picture_hash": content.picture_hash,
    }


def report_body(submission: Submission, content: Content, assessment: Assessment) -> dict[str, Any]:
    """What was said of a report; without its own words and who sent it, which the log could never forget."""
    return {
        "ref": submission.ref,
        "case_hash": content.case_hash,
        "gate": assessment.gate,
        "reasons": assessment.reasons,
        "answer": assessment.answer,
        "language": assessment.language,
        "abusive": assessment.abusive,
        "masked": assessment.masked,
    }


def evidence_of(diagnostic: Diagnostic) -> Evidence:
    """A finding as it is kept: without folders, which are often called like their owners."""
    location = diagnostic.location
    return Evidence(
        diagnostic.rule,
        diagnostic.name,
        diagnostic.severity.label,
        _without_folder(diagnostic.advice, location.path),
        diagnostic.text,
        Path(location.path).name,
        location.line,
        location.column,
        location.region,
        location.picture_size,
        diagnostic.confidence,
    )


def _without_folder(text: str, path: str) -> str:
    """A text in which files of a path's folder are called by their names."""
    folder = str(Path(path).parent)
    return text if folder == "." else text.replace(f"{folder}{os.sep}", "")


def claim_body(number: int, claim: Claim) -> dict[str, Any]:
    """A claim with its evidence."""
    return {
        "number": number,
        "quote": claim.quote,
        "category": claim.category,
        "anchors": claim.anchors,
        "verdict": claim.verdict,
        "why": _without_folder(claim.why, claim.finding.location.path) if claim.finding else claim.why,
        "rules": claim.rules,
        "finding": asdict(evidence_of(claim.finding)) if claim.finding else None,
    }


def ruling_body(ruling: Ruling, *, automated: bool) -> dict[str, Any]:
    """A ruling on record."""
    return {**asdict(ruling), "automated": automated}


def case_of(row: sqlite3.Row) -> Case:
    """A row of `cases`, with the entry of its content."""
    return Case(
        id=row["id"],
        case_hash=row["case_hash"],
        entry=row["entry"],
        category=row["category"],
        state=State(row["state"]),
        resting=State(row["resting"]),
        escalated=bool(row["escalated"]),
        reopenings=row["reopenings"],
        holder=row["holder"],
        opened_at=row["opened_at"],
        deadline=row["deadline"],
        reports=row["reports"],
        gate=Gate(row["gate"]),
        severity=Severity(row["severity"]) if row["severity"] else None,
        priority=row["priority"],
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        sampled=bool(row["sampled"]),
    )


def report_of(row: sqlite3.Row) -> Report:
    """A row of `reports`, with the entry of its content and the original text, if it is still there."""
    return Report(
        id=row["id"],
        received_at=row["received_at"],
        case_hash=row["case_hash"],
        entry=row["entry"],
        gate=Gate(row["gate"]),
        reasons=tuple(json.loads(row["reasons"])),
        answer=row["answer"],
        language=row["language"],
        abusive=bool(row["abusive"]),
        masked=row["masked"],
        text=row["masked"] if row["text"] is None else row["text"],
        forgotten=row["text"] is None,
        ref=row["ref"],
    )


def claim_of(row: sqlite3.Row) -> FiledClaim:
    """A row of `claims`."""
    return FiledClaim(
        report=row["report_id"],
        number=row["number"],
        quote=row["quote"],
        category=row["category"],
        anchors=tuple(json.loads(row["anchors"])),
        verdict=Verdict(row["verdict"]),
        why=row["why"],
        rules=tuple(json.loads(row["rules"])),
        evidence=_evidence(json.loads(row["finding"])) if row["finding"] else None,
    )


def decision_of(row: sqlite3.Row) -> Decision:
    """A row of `decisions`."""
    refs = tuple(ClaimRef(**one) for one in json.loads(row["evidence"]))
    ruling = Ruling(Outcome(row["outcome"]), row["facts"], refs, row["judgement"], row["rule"])
    return Decision(row["case_id"], row["at"], row["deadline"], row["actor"], bool(row["automated"]), ruling)


def _evidence(kept: Mapping[str, Any]) -> Evidence:
    region, size = kept["region"], kept["picture_size"]
    return Evidence(
        **{
            **kept,
            "region": Region(*region) if region else None,
            "picture_size": (size[0], size[1]) if size else None,
        }
    )
