"""What is said of a report: its gate with reasons, its claims with verdicts, and an answer for the reporter."""

from collections.abc import Iterator, Sequence

from ..finding import Severity
from .evidence import is_foreign, judged
from .model import Assessment, Claim, Gate, Verdict
from .report import LONGEST, Report
from .shown import cleaned
from .subject import Subject

_MOST_LABELS = 8
_MOST_NAMED = 3
_LONGEST_LABEL = 40


def assess(text: str, subject: Subject) -> Assessment:
    """Judge what a visitor wrote about an entry. The same text and subject give the same assessment.

    Whatever the text says is taken as data: it is matched, counted and shown, and never obeyed. Of a text longer than
    10,000 characters the rest is not read, which is one of the reasons.
    """
    report = Report(text, subject)
    claims = tuple(judged(one, subject, report.shown) for one in report.allegations)
    gate, reasons = _gate(report, claims)
    if gate is Gate.EMPTY:
        claims = ()
    return Assessment(
        gate,
        (*reasons, *_remarks(report, gate)),
        claims,
        _answer(report, gate),
        report.language,
        report.abusive,
        str(report.shown),
    )


def _gate(report: Report, claims: Sequence[Claim]) -> tuple[Gate, tuple[str, ...]]:
    if report.alarms:
        return Gate.ESCALATE, tuple(_alarms(report))
    if report.why_empty is not None:
        if report.copied_findings:
            rules = ", ".join(f"{one.rule} {one.name}" for one in report.copied_findings)
            return Gate.UNCLEAR, (f"it only copies words of the page, but in them the linter finds {rules}",)
        return Gate.EMPTY, (_empty(report),)
    if report.is_foreign:
        name = f"in {report.language}" if report.language else "in a language that was not recognised"
        return Gate.UNCLEAR, (f"it is written {name}, so a person has to read it",)
    specific = [
        (alleged, claim)
        for alleged, claim in zip(report.allegations, claims, strict=True)
        if alleged.is_specific or (claim.verdict is Verdict.CONFIRMS and claim.anchors)
    ]
    if specific:
        return Gate.SUBSTANTIATED, tuple(
            f"it says what is wrong ({alleged.defect.name}) and where: {_where(claim)}"
            for alleged, claim in specific[:_MOST_NAMED]
        )
    return Gate.UNCLEAR, (_unclear(report),)


def _alarms(report: Report) -> Iterator[str]:
    for kind in sorted({one.kind for one in report.alarms}):
        words = [report.shown.part(one.start, one.end) for one in report.alarms if one.kind == kind]
        yield f"it speaks of {kind}: {', '.join(dict.fromkeys(words))}"


def _empty(report: Report) -> str:
    if report.copies and not report.own:
        return "it holds nothing but words of the page or the form"
    return f"{report.why_empty}"


def _unclear(report: Report) -> str:
    if report.gives_orders:
        return "it gives orders to whoever reads it, and says nothing about the entry"
    if report.asks_for_support and not report.allegations:
        return "it reads like a question, a wish or praise"
    if report.allegations:
        names = ", ".join(dict.fromkeys(one.defect.name for one in report.allegations))
        return f"it says that something is wrong ({names}), but not where"
    if any(one.known for one in report.pointers):
        named = [one.anchor for one in report.pointers if one.known]
        return f"it names {', '.join(dict.fromkeys(map(cleaned, named[:_MOST_NAMED])))}, but not what is wrong there"
    return "it may mean something, but neither a defect nor a place was understood"


def _where(claim: Claim) -> str:
    return ", ".join(map(cleaned, claim.anchors[:_MOST_NAMED])) or "the entry as a whole"


def _remarks(report: Report, gate: Gate) -> Iterator[str]:
    """What a moderator should know whatever the gate is."""
    if report.gives_orders:
        yield "it tries to give orders to a program, which are taken as words"
    if report.abusive:
        yield "it is abusive, which changes nothing else"
    if report.cut:
        yield f"it is longer than {LONGEST:,} characters; the rest was not read"
    serious = [one for one in report.subject.diagnostics if one.severity is Severity.ERROR]
    if serious and gate is Gate.UNCLEAR and report.allegations:
        rules = ", ".join(dict.fromkeys(f"{one.rule} {one.name}" for one in serious))
        yield f"the linter itself finds errors on this entry: {rules}"


def _answer(report: Report, gate: Gate) -> str:
    """What a form can tell the reporter before the report is sent, in the language of the report where we can."""
    known = report.subject.vocabulary.answers(report.language)
    key = gate.value
    if gate is Gate.UNCLEAR and report.is_foreign:
        key = "language"
    elif gate is Gate.UNCLEAR and report.asks_for_support and not report.allegations:
        key = "support"
    parts = [known[key].format(ask=known["ask"])]
    if gate in (Gate.EMPTY, Gate.UNCLEAR) and key != "language" and (labels := _labels(report)):
        parts.append(known["labels"].format(labels=labels))
    for one in report.pointers:
        if is_foreign(one) and (entries := report.subject.others.entries_with(one.typed)):
            label = report.shown.part(one.start, one.end)
            parts.append(known["elsewhere"].format(label=label, entries=cleaned(", ".join(entries))))
    return " ".join(dict.fromkeys(parts))


def _labels(report: Report) -> str:
    shown = [
        label if len(label) <= _LONGEST_LABEL else f"{label[:_LONGEST_LABEL].rstrip()}…"
        for label in report.labels[:_MOST_LABELS]
    ]
    return ", ".join(shown) + (" …" if len(report.labels) > _MOST_LABELS else "")
