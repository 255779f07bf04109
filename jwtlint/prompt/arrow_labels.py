"""The label of an arrow: quoted, in brackets, or all that follows a colon."""

import re

from ..regex import lazy
from . import keywords
from .endpoints import BRACKETED, past
from .quotes import QUOTATION
from .ranges import Range, bare

_EMPTY_QUOTES = lazy(r"(?:\"\"|''|“”|«»|‘’|``)")
_LABEL_LEAD = lazy(r"[\s:,=|>*_·~]*(?:[—–-]+(?=[\s\"“'«`\[(]|$))?[\s*_]*")
_QUOTE = lazy(QUOTATION)
_MODE_TAIL = lazy(
    r"\s*[,;]?\s*\((?:optional|alternative|dashed|dotted|if [^()]*|on [^()]*|when [^()]*|async\w*|opcional|falls [^()]*|error[^()]*)\)\s*$",
    re.I,
)


def read_label(value: str, mask: str, start: int, end: int, chained: bool) -> tuple[Range | None, int]:
    """The label behind a target, and where it ends. Without quotes it goes to the end of the clause."""
    lead = _LABEL_LEAD.match(mask, start, end)
    at = lead.end() if lead else start
    marker = keywords.LABELLED.match(mask, at, end)
    if marker:
        at = past(value, marker.end(), end, " \t:*_")
    quote = _QUOTE.match(mask, at, end)
    separated = bool(mask[start:at].strip())
    if quote is None and not marker and not separated and mask[at : at + 1] not in ("(", "[", "⟨"):
        nearby = keywords.LABELLED.search(mask, at, min(end, at + 60))
        if nearby and not re.search(r"[.;:]", mask[at : nearby.start()]):
            marker, at = nearby, past(value, nearby.end(), end, " \t:*_")
            quote = _QUOTE.match(mask, at, end)
    if quote:
        return bare(value, *quote.span()), quote.end()
    empty = _EMPTY_QUOTES.match(mask, at, end)
    if empty:
        return (at + 1, at + 1), empty.end()
    separator = mask[start:at].strip()
    if not marker and not separator:
        bracket = BRACKETED.match(mask, at, end)
        if bracket:
            if _MODE_TAIL.fullmatch(bracket.group()):
                return read_label(value, mask, bracket.end(), end, chained)
            return bare(value, *bracket.span(bracket.lastindex or 0)), bracket.end()
        return None, start
    if not marker and not re.search(r"[:—–=|·~-]", separator):
        return None, start
    if chained and not separator.startswith(":"):
        return None, start
    stop = end
    if chained:
        divider = max(mask.rfind(mark, at, end) for mark in (", ", "; ", "\n"))
        stop = end = divider if divider > at else end
    tail = _MODE_TAIL.search(mask, at, end)
    if tail:
        stop = tail.start()
    words = bare(value, at, stop)
    return (words, end) if words[0] < words[1] else ((at, at), end)


def words_behind(mask: str, start: int, end: int) -> str:
    """The words behind a label that still belong to its arrow: up to the next clause."""
    text = mask[start : min(end, start + 120)]
    return re.split(r"[;,.]\s|\band\b|\n", text, maxsplit=1)[0]
