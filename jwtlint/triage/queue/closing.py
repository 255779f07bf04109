"""When a case may be closed: what was found wrong must be gone from the entry as it is now."""

from collections.abc import Iterator, Sequence

from ...finding import Diagnostic
from ..model import Verdict
from .errors import QueueError
from .model import Case, ClaimRef, Content, Evidence, FiledClaim, Outcome, Report


def why_closed(
    case: Case,
    cited: Sequence[ClaimRef],
    claims: Sequence[FiledClaim],
    reports: Sequence[Report],
    content: Content | None,
    judgement: str,
) -> str:
    """The reason for which a decided case may be closed.

    `cited` are the claims on which its decision rests, `content` the entry as it is now. A moderator's `judgement`
    counts only where the linter cannot tell. Raises QueueError where the case stays as it is.
    """
    if case.outcome is not Outcome.UPHELD:
        return "there was nothing to repair"
    if content is None:
        if judgement:
            return judgement
        raise QueueError(
            "nobody has looked at the entry as it is now; name it with --catalog or --entry, or say with "
            "--judgement what became of it"
        )
    if content.case_hash == case.case_hash:
        raise QueueError(f"{case.entry} is what it was when it was reported; repair it first")
    rested = _cited(cited, claims) or claims
    still = next(_still_there(case, rested, reports, content), None)
    # What was decided on evidence is not closed against it; who decided on what they saw may have seen enough.
    if still is not None and (cited or not judgement):
        raise QueueError(f"{case.entry} has changed, but {still}")
    findings = _findings(rested)
    unseen = sorted({one.rule for one in findings if _look_at(content, one) is None})
    if judgement:
        return judgement
    if unseen:
        raise QueueError(
            f"{', '.join(unseen)} could not judge {case.entry} as it is now; look, and say with --judgement what you saw"
        )
    if not findings:
        raise QueueError(
            "it was decided without a finding; look, and say with --judgement that it is repaired"
        )
    return "the finding is gone"


def _cited(cited: Sequence[ClaimRef], claims: Sequence[FiledClaim]) -> list[FiledClaim]:
    named = {(one.report, one.number) for one in cited}
    return [one for one in claims if (one.report, one.number) in named]


def _findings(claims: Sequence[FiledClaim]) -> list[Evidence]:
    return [one.evidence for one in claims if one.evidence is not None and one.verdict is Verdict.CONFIRMS]


def _still_there(
    case: Case, claims: Sequence[FiledClaim], reports: Sequence[Report], content: Content
) -> Iterator[str]:
    """What the entry still shows of the claims: the same rule on the same words, or the report confirmed anew."""
    for finding in _findings(claims):
        if any(_same(finding, one) for one in _look_at(content, finding) or ()):
            yield f"{finding.rule} still finds {finding.quote!r}"
    about = {anchor for claim in claims for anchor in claim.anchors}
    made_by = {claim.report for claim in claims}
    for text in dict.fromkeys(report.text for report in reports if report.id in made_by):
        for claim in content.assess(text).claims:
            same = claim.category == case.category and about.intersection(claim.anchors)
            if same and claim.verdict is Verdict.CONFIRMS:
                yield f"what was reported is still so: {claim.why}"


def _look_at(content: Content, finding: Evidence) -> Sequence[Diagnostic] | None:
    """What the linter says now where the finding was made; None where its rule could not judge."""
    # What is missing on a picture has its place in the prompt; only rules of pictures find it.
    looks = (content.written, content.drawn) if finding.region is None else (content.drawn,)
    return next((look.diagnostics for look in looks if look and finding.rule in look.ran), None)


def _same(finding: Evidence, now: Diagnostic) -> bool:
    return finding.rule == now.rule and _folded(finding.quote) == _folded(now.text)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
