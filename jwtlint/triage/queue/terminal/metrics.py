"""The numbers of the queue."""

from ....report.counting import counted
from ....report.paper import Paper, Style
from ....report.visible import visible
from ..clock import duration
from ..metrics import Metrics, RuleAgreement, Share


def write_metrics(paper: Paper, metrics: Metrics) -> None:
    """Write the numbers, each with what it is a share of."""
    for gate, share in metrics.gates.items():
        _line(paper, f"reports {gate}", of(share))
    if metrics.median is not None and metrics.p90 is not None:
        times = f"median {duration(metrics.median)}, 90 % within {duration(metrics.p90)}"
        _line(paper, "time to decision", f"{times} ({counted(metrics.timed, 'case')} decided by people)")
    else:
        _line(paper, "time to decision", "no case has been decided by a person yet")
    _line(paper, "deadlines missed", f"{of(metrics.breached)} due or decided")
    _line(paper, "decisions overturned", of(metrics.overturned))
    _line(paper, "cases reopened", f"{of(metrics.reopened)} decided")
    _line(paper, "falsely empty", f"{of(metrics.false_empty)} sampled and decided")
    _line(paper, "falsely dismissed", f"{of(metrics.false_dismissed)} dismissed unread")
    if metrics.rules:
        paper.line()
        paper.line(("rules and decisions", Style.STRONG))
    for one in metrics.rules:
        _line(paper, visible(one.rule), _agreement(one))
    paper.stream.flush()


def of(share: Share) -> str:
    """A share with its numbers: "3 of 40 (7.5 %)"."""
    rate = "" if share.rate is None else f" ({share.rate:.1%})".replace("%", " %")
    return f"{share.part} of {share.whole}{rate}"


def _agreement(one: RuleAgreement) -> str:
    parts = []
    if one.confirmed.whole:
        parts.append(f"confirmed and upheld {of(one.confirmed)}")
    if one.refuted.whole:
        parts.append(f"refuted and rejected {of(one.refuted)}")
    return ", ".join(parts)


def _line(paper: Paper, name: str, value: str) -> None:
    paper.line((f"{name:22}", Style.DIM), value)
