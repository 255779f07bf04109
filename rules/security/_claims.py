"""What a claim deserves, by where it stands and how it is said."""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.lexicon.mention import Mention
from jwtlint.passage import Role
from jwtlint.prompt.quotes import quotations

_ADVICE = ("drop", "delete", "name ")


def judge(
    mention: Mention, message: str, *, drawn: Severity = Severity.ERROR, excused: bool = True
) -> Iterator[Finding]:
    """The finding on a claim, none where it is denied or forbidden.

    `drawn` is the severity in the picture. `excused`: a hedge ("illustrative") makes it one level lower.
    """
    if mention.negated:
        return
    severity = _severity(mention, drawn)
    if mention.questioned:
        severity = Severity.INFO
    elif mention.hedged:
        severity = _lower(severity) if excused else min(severity, Severity.WARNING)
    data = mention.term.data
    softer = data["softer"]
    remedy = softer if softer.startswith(_ADVICE) else f"softer: {softer!r}"
    yield Finding(mention.text, f"{message}: {data['why']}", remedy, severity=severity)


def _severity(mention: Mention, drawn: Severity) -> Severity:
    role = mention.passage.role
    if role is Role.ENTRY_TARGET or mention.term.data.get("severity") == "info":
        return Severity.INFO
    return drawn if mention.passage.drawn or _quoted(mention) else min(drawn, Severity.WARNING)


def _quoted(mention: Mention) -> bool:
    """Do the words stand in a quotation of the prose, as captions and banners are written?"""
    if mention.passage.role is not Role.PROSE:
        return False
    whole = mention.passage.text
    place = mention.text.place
    for quote in quotations(whole.value):
        inner = whole.cut(quote.inner_start, quote.inner_end).place
        if place and inner and inner[0] <= place[0] and place[1] <= inner[1]:
            return inner[1] - inner[0] > place[1] - place[0]
    return False


def _lower(severity: Severity) -> Severity:
    return Severity.WARNING if severity is Severity.ERROR else Severity.INFO
