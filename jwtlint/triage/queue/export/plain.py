"""Cases as plain values: without names and addresses of people, unless they are asked for."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ..clock import timestamp
from ..events import Event
from ..filing import INTAKE
from ..model import Case, Decision, FiledClaim, Report, case_name, report_name
from ..priority import parts_of
from ..reading import Dossier, Listed
from ..statement import statement


class People:
    """What those who acted on a case are called: by a number, in the order of its history, or by name if `named`."""

    def __init__(self, history: Sequence[Event], *, named: bool) -> None:
        self._named = named
        actors = dict.fromkeys(one.actor for one in history if one.actor != INTAKE)
        self._numbers = {actor: number for number, actor in enumerate(actors, 1)}

    def called(self, actor: str) -> str:
        """The name to write for somebody who acted."""
        return actor if self._named or actor == INTAKE else f"moderator {self._numbers[actor]}"


def case_values(dossier: Dossier, *, named: bool) -> dict[str, Any]:
    """A case with its reports, claims, decisions and history. Keys are added, never changed or removed.

    Texts of reports are masked. With `named` they stand as they came, beside the names of those who sent them and of
    those who decided.
    """
    case, content = dossier.case, dossier.content
    people = People(dossier.history, named=named)
    return {
        "case": case_name(case.id),
        "state": case.state,
        "outcome": case.outcome,
        "category": case.category,
        "escalated": case.escalated,
        "entry": content.entry,
        "title": content.title,
        "case_hash": case.case_hash,
        "labels": list(content.labels),
        "holder": people.called(case.holder) if case.holder else None,
        "opened": timestamp(case.opened_at),
        "deadline": timestamp(case.deadline),
        "reopenings": case.reopenings,
        "sampled": case.sampled,
        "priority": _priority(case),
        "earlier": [case_name(one.id) for one in dossier.earlier],
        "reports": [_report(dossier, one, named=named) for one in dossier.reports],
        "decisions": [_decision(dossier, one, people) for one in dossier.decisions],
        "history": [_event(one, people) for one in dossier.history],
    }


def listed_values(listed: Listed, now: int) -> dict[str, Any]:
    """A case as it stands in a list; who holds it stays unsaid."""
    case = listed.case
    return {
        "case": case_name(case.id),
        "state": case.state,
        "outcome": case.outcome,
        "category": case.category,
        "entry": case.entry,
        "escalated": case.escalated,
        "breached": case.breached(now),
        "deadline": timestamp(case.deadline),
        "reports": case.reports,
        "gate": case.gate,
        "priority": _priority(case),
        "text": listed.words,
    }


def _priority(case: Case) -> dict[str, Any]:
    return {"total": case.priority, "parts": [part._asdict() for part in parts_of(case)]}


def _report(dossier: Dossier, report: Report, *, named: bool) -> dict[str, Any]:
    values: dict[str, Any] = {
        "report": report_name(report.id),
        "received": timestamp(report.received_at),
        "gate": report.gate,
        "reasons": list(report.reasons),
        "language": report.language,
        "abusive": report.abusive,
        "text": report.masked,
        "answer": report.answer,
        "claims": [_claim(one) for one in dossier.claims_of(report.id)],
    }
    if named:
        contact = dossier.contacts.get(report.id)
        values["text_as_sent"] = None if report.forgotten else report.text
        values["ref"] = report.ref
        values["reporter"] = contact.name if contact else None
        values["email"] = contact.email if contact else None
    return values


def _claim(claim: FiledClaim) -> dict[str, Any]:
    return {
        "claim": f"R{claim.report}.{claim.number}",
        "quote": claim.quote,
        "category": claim.category,
        "anchors": list(claim.anchors),
        "verdict": claim.verdict,
        "why": claim.why,
        "rules": list(claim.rules),
        "finding": asdict(claim.evidence) if claim.evidence else None,
    }


def _decision(dossier: Dossier, decision: Decision, people: People) -> dict[str, Any]:
    ruling = decision.ruling
    return {
        "outcome": ruling.outcome,
        "decided": timestamp(decision.at),
        "deadline": timestamp(decision.deadline),
        "late": decision.late,
        "automated": decision.automated,
        "by": people.called(decision.actor),
        "facts": ruling.facts,
        "rule": ruling.rule,
        "evidence": [str(one) for one in ruling.evidence],
        "judgement": ruling.judgement,
        "statements": {
            report_name(one.id): statement(dossier, decision, one).text for one in dossier.reports
        },
    }


def _event(event: Event, people: People) -> dict[str, Any]:
    return {
        "seq": event.seq,
        "at": timestamp(event.at),
        "kind": event.kind,
        "by": people.called(event.actor),
        "report": report_name(event.report) if event.report else None,
        "reason": event.body.get("reason"),
    }
