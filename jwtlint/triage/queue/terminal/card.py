"""A case as a card: what was reported, what speaks for it, and how much time there is."""

from collections.abc import Iterable

from ....report.cells import wrapped
from ....report.counting import counted
from ....report.paper import Paper, Piece, Style
from ....report.region import certainty, region_name
from ....report.visible import visible
from ...model import Verdict
from ..clock import moment
from ..model import Case, Decision, Evidence, FiledClaim, Report, case_name, report_name
from ..priority import parts_of
from ..reading import Dossier
from ..statement import for_record
from ..states import SETTLED, State
from .listing import due, standing, urgency

_INDENT = "  "
MOST_REPORTS = 20
"""Reports that a card shows; the others say the same."""
_VERDICTS = {
    Verdict.CONFIRMS: Style.ERROR,
    Verdict.REFUTES: Style.GOOD,
    Verdict.INCONCLUSIVE: Style.WARNING,
    Verdict.NOT_CHECKED: Style.DIM,
}


def write_card(paper: Paper, dossier: Dossier, now: int) -> None:
    """Write everything that a moderator needs to decide a case."""
    _head(paper, dossier, now)
    for report in dossier.reports:
        _report(paper, report, dossier.claims_of(report.id))
    left = dossier.case.reports - len(dossier.reports)
    if left > 0:
        paper.line((f"and {counted(left, 'more report')}; see: jwtlint triage export", Style.DIM))
        paper.line()
    for decision in dossier.decisions:
        _decision(paper, decision)
    paper.line(("next: jwtlint triage ", Style.DIM), _next(dossier.case, dossier.claims))
    paper.stream.flush()


def _head(paper: Paper, dossier: Dossier, now: int) -> None:
    case, content = dossier.case, dossier.content
    title = f" {content.title}" if content.title else ""
    name = (case_name(case.id), urgency(case, now))
    paper.line(
        name, " ", (f"{visible(case.category)} on {visible(case.entry)}{visible(title)}", Style.STRONG)
    )
    _field(paper, "state", standing(case))
    if case.state not in SETTLED:
        _field(paper, "deadline", f"{moment(case.deadline)}, {due(case, now)}")
    _field(paper, "priority", _priority(case))
    for event in dossier.history[::-1]:
        if reason := event.body.get("reason"):
            _field(paper, event.kind.value, reason)
            break
    for one in dossier.earlier:
        _field(
            paper,
            "see also",
            f"{case_name(one.id)} on other content ({standing(one)}); nothing of it holds here",
        )
    if case.sampled:
        _field(paper, "sample", "it looks empty, and was kept for a person to look at")
    if content.labels:
        _field(paper, "labels", ", ".join(content.labels))
    if content.picture:
        _field(paper, "picture", content.picture)
    paper.line()


def _priority(case: Case) -> str:
    parts = " + ".join(f"{part.points} ({part.reason})" for part in parts_of(case))
    return f"{case.priority} = {parts}" if parts else str(case.priority)


def _report(paper: Paper, report: Report, claims: Iterable[FiledClaim]) -> None:
    known = ", ".join(part for part in (report.language, "abusive" if report.abusive else "") if part)
    head = f" {moment(report.received_at)}  {report.gate}{f' ({visible(known)})' if known else ''}"
    paper.line((report_name(report.id), Style.INFO), head)
    _wrapped(paper, (_INDENT,), report.masked or "(nothing that can be shown)")
    for reason in report.reasons:
        _wrapped(paper, (_INDENT, ("why: ", Style.DIM)), reason)
    for claim in claims:
        _claim(paper, claim, whole=claim.quote == report.masked)
    paper.line()


def _claim(paper: Paper, claim: FiledClaim, *, whole: bool) -> None:
    """A claim with its verdict; its words are not repeated where they are the `whole` report."""
    verdict = (claim.verdict.replace("_", " "), _VERDICTS[claim.verdict])
    quote = "" if whole else f"“{claim.quote}”"
    about = f"[{', '.join(claim.anchors)}]" if claim.anchors else ""
    said = " ".join(part for part in (quote, about) if part)
    start = (_INDENT, (f"R{claim.report}.{claim.number}", Style.INFO), " ", verdict, " ")
    _wrapped(paper, start, f"{said}: {claim.why}" if said else claim.why)
    if claim.evidence:
        _wrapped(
            paper,
            (_INDENT * 2, (claim.evidence.rule, Style.RULE), " "),
            f"{claim.advice} ({_place(claim.evidence)})",
        )


def _place(evidence: Evidence) -> str:
    """Where a finding stands: "a.png upper left, 97 % sure", "a.md:3:7"."""
    if evidence.region is None:
        return (
            evidence.path if evidence.line is None else f"{evidence.path}:{evidence.line}:{evidence.column}"
        )
    where = region_name(evidence.region, evidence.picture_size) if evidence.picture_size else ""
    sure = certainty(evidence.confidence)
    return ", ".join(part for part in (f"{evidence.path} {where}".strip(), sure) if part)


def _decision(paper: Paper, decision: Decision) -> None:
    ruling = decision.ruling
    who = "automatically, for " if decision.automated else "by "
    paper.line((ruling.outcome.value, Style.STRONG), f" {who}{visible(decision.actor)}")
    _field(paper, "facts", ruling.facts)
    if ruling.rule:
        _field(paper, "rule", ruling.rule)
    for heading, text in for_record(decision):
        _field(paper, heading, text)
    paper.line()


def _next(case: Case, claims: Iterable[FiledClaim]) -> str:
    """The command with which the work on a case goes on."""
    name = case_name(case.id)
    if case.state is State.CLOSED:
        return f"reopen {name} --reason TEXT, if something new is known"
    if case.state is State.DECIDED:
        return f"close {name} --catalog PATH, when the entry is repaired"
    if case.state is not State.CLAIMED:
        return f"claim {name}"
    sure = [f"R{one.report}.{one.number}" for one in claims if one.verdict is Verdict.CONFIRMS]
    ground = f"--evidence {','.join(sure)}" if sure else "--judgement TEXT"
    return f"decide {name} --outcome {'upheld' if sure else 'OUTCOME'} {ground} --facts TEXT"


def _field(paper: Paper, name: str, value: str) -> None:
    _wrapped(paper, (_INDENT, (f"{name:9} ", Style.DIM)), value)


def _wrapped(paper: Paper, start: tuple[Piece, ...], text: str) -> None:
    used = sum(len(piece if isinstance(piece, str) else piece[0]) for piece in start)
    first, *rest = wrapped(visible(text), paper.columns, _INDENT * 2, used)
    paper.line(*start, first)
    for line in rest:
        paper.line(line)
