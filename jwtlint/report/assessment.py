"""What is said of a report, for people."""

from ..finding import Diagnostic
from ..triage.model import Assessment, Claim, Gate, Verdict
from .cells import wrapped
from .paper import Paper, Piece, Style
from .region import place_name
from .visible import visible

_GATES = {
    Gate.EMPTY: Style.DIM,
    Gate.UNCLEAR: Style.WARNING,
    Gate.SUBSTANTIATED: Style.GOOD,
    Gate.ESCALATE: Style.ERROR,
}
_VERDICTS = {
    Verdict.CONFIRMS: Style.GOOD,
    Verdict.REFUTES: Style.ERROR,
    Verdict.INCONCLUSIVE: Style.WARNING,
    Verdict.NOT_CHECKED: Style.DIM,
}
_INDENT = "  "


def show_assessment(paper: Paper, assessment: Assessment, name: str = "") -> None:
    """Write the gate with its reasons, each claim with its verdict and evidence, and the answer."""
    gate = assessment.gate
    head: list[Piece] = [(gate.value.upper(), _GATES[gate])]
    if name:
        head = [(f"{visible(name)}: ", Style.STRONG), *head]
    if assessment.abusive:
        head.append((" (abusive)", Style.DIM))
    paper.line(*head)
    for reason in assessment.reasons:
        _lines(paper, _INDENT, reason)
    for claim in assessment.claims:
        _claim(paper, claim)
    _lines(paper, f"{_INDENT}answer: ", assessment.answer)
    paper.line()


def _claim(paper: Paper, claim: Claim) -> None:
    verdict = claim.verdict
    paper.line(
        _INDENT,
        (verdict.value.replace("_", " "), _VERDICTS[verdict]),
        " ",
        (claim.category, Style.RULE),
        f" {visible(', '.join(claim.anchors))}" if claim.anchors else "",
    )
    _lines(paper, f"{_INDENT * 2}“", f"{claim.quote}”")
    _lines(paper, _INDENT * 2, claim.why)
    if claim.finding is not None:
        _lines(paper, f"{_INDENT * 2}at {_place(claim.finding)}: ", claim.finding.text)


def _place(finding: Diagnostic) -> str:
    location = finding.location
    if location.region is not None:
        return visible(f"{location.path} ({place_name(location)})")
    return visible(f"{location.path}:{location.line}:{location.column}")


def _lines(paper: Paper, lead: str, text: str) -> None:
    """A text of strangers; on a terminal it is wrapped, elsewhere one line stays one line."""
    text = visible(text)
    lines = [text]
    if paper.terminal:
        lines = list(wrapped(text, paper.columns, " " * len(lead), len(lead)))
    paper.line(lead, lines[0])
    for line in lines[1:]:
        paper.line(line)
