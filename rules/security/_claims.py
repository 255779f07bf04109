"""What a claim deserves, by where it stands and how it is said."""

import sys
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from jwtlint.finding import Finding, Severity
from jwtlint.lexicon.mention import Mention
from jwtlint.passage import Role
from jwtlint.prompt.quotes import quotations
from jwtlint.text import Span

_FAR = sys.maxsize
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
    """Do the words stand in a longer quotation of the prose, as captions and banners are written?"""
    passage, place = mention.passage, mention.text.place
    whole = passage.text.place
    if passage.role is not Role.PROSE or not isinstance(place, Span) or not isinstance(whole, Span):
        return False
    start, end = place.start - whole.start, place.end - whole.start
    quotes = _quotations(passage.text.value)
    at = bisect_right(quotes, (start, _FAR)) - 1
    return at >= 0 and end <= quotes[at][1] and quotes[at] != (start, end)


@lru_cache(maxsize=2)
def _quotations(words: str) -> list[tuple[int, int]]:
    return [(quote.inner_start, quote.inner_end) for quote in quotations(words)]


def _lower(severity: Severity) -> Severity:
    return Severity.WARNING if severity is Severity.ERROR else Severity.INFO
