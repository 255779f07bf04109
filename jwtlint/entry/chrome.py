"""The words of a catalog page that belong to the page and not to an entry: links, buttons, offers, forms.

A page copied as text is a list of lines. Each is told apart here by what such pages always say; how the rest
makes an entry is the business of `page`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from ..regex import lazy

# Longer lines are never the page's own.
MAX_CHROME = 400

SYMBOLS = (
    "\u00a9\u00ae\u200b-\u200f\u2060\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299"
    "\ufe0e\ufe0f\ufeff\u20e3\U0001f000-\U0001faff"
)
# Without case these large sets would be spelled out, character by character, whenever a pattern is compiled.
_LEAD = rf"(?-i:[{SYMBOLS}\s‹«<]*)"
_TRAIL = rf"(?-i:[{SYMBOLS}\s›»>.…)\]]*)"
_PICTURE = r"(?:infographic|image|picture|illustration|diagram)"
_LANGUAGE = r"[^\W\d_]+(?:[ \u00a0-][^\W\d_]+){0,2}(?:\s\([A-Za-z-]{2,12}\))?"
_EXPAND = rf"(?-i:[{SYMBOLS}\s:：+–—(\[-]*)click\s+to\s+(?:expand|collapse)"
_HEADING = r"(?:full\s+)?generation\s+prompt"


class Kind(Enum):
    """What a line of a page is."""

    WORDS = "words"
    SYMBOL = "symbol"
    BACK = "back link"
    HEADER = "header"
    SEE_ALL = "link to similar pictures"
    HEADING = "heading of the prompt"
    BUTTON = "button"
    OFFER = "re-render offer"
    REPORT = "report form"


class Line(NamedTuple):
    """A line, or a part of one, without the white space around it; `gap` tells of a blank line above it."""

    start: int
    end: int
    gap: bool
    kind: Kind
    value: str


_CHROME = lazy(
    rf"""{_LEAD}(?:
      (?P<BACK>back\s+to\s+(?:the\s+|our\s+)?(?:catalog(?:ue)?|gallery|overview){_TRAIL})
    | (?P<SEE_ALL>see\s+all\s.{{1,200}}\s{_PICTURE}s{_TRAIL})
    | (?P<HEADING>{_HEADING}(?:{_EXPAND})?\s*[:：]?{_TRAIL})
    | (?P<BUTTON>(?:click\s+to\s+(?:expand|collapse)|show\s+(?:more|less)|copy(?:\s+prompt|\s+to\s+clipboard)?
        |(?:report|flag|translate|re-?render|download|share)(?:\s+(?:this|the))?(?:\s+{_PICTURE}|\s+page)?
         (?:\s+in(?:to)?\s+(?:another|a\s+different|other)\s+languages?)?){_TRAIL})
    | (?P<OFFER>re-?render\s+this\s+(?:exact\s+)?{_PICTURE}\b.*\b(?:translated|attributes|language)\b.*
        |we\s+re-?use\s+all\s+(?:of\s+)?the\s+original\s+attributes\b.*
        |currently\s+in\s+{_LANGUAGE}\s*\.?)
    | (?P<REPORT>tell\s+us\s+why\s+this\s+{_PICTURE}\s+is\s+inappropriate\b.*
        |a\s+description\s+is\s+required\s*[–—-].*
        |confirmed\s+reports\s+are\s+resolved\b.*)
    )\Z""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_DATE = r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4})"
_EMOJI = "[\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_HEADER = lazy(rf"{_EMOJI}(?:.*\w.*{_EMOJI})?[\ufe0f\s]*{_DATE}\Z", re.DOTALL)
_SYMBOL = lazy(rf"(?:[0-9#*]\ufe0f?\u20e3|[{SYMBOLS}\s])+\Z")
_HEADING_BEFORE_WORDS = lazy(
    rf"{_LEAD}{_HEADING}(?:{_EXPAND}{_TRAIL}[:：]?|\s*[:：]){_LEAD}(?=\S)", re.IGNORECASE
)
# An offer or a form that runs on from the words before it: several of its sentences in a row are
# unmistakable.
_EMBEDDED = lazy(
    rf"re-?render\s{{1,3}}this\s{{1,3}}exact\s{{1,3}}{_PICTURE}\b[^\n]{{0,300}}?"
    rf"\bcurrently\s{{1,3}}in\s{{1,3}}{_LANGUAGE}\.?"
    rf"|tell\s{{1,3}}us\s{{1,3}}why\s{{1,3}}this\s{{1,3}}{_PICTURE}\s{{1,3}}is\s{{1,3}}inappropriate\."
    r"\s{1,3}a\s{1,3}description\s{1,3}is\s{1,3}required\b[^\n]{0,60}\bdismissed\.?"
    r"(?:\s{1,3}confirmed\s{1,3}reports\s{1,3}are\s{1,3}resolved[^.\n]{0,60}\.?)?",
    re.IGNORECASE,
)
_EMBEDDED_WORDS = ("render", "inappropriate")
_CURRENT_LANGUAGE = lazy(rf"\bcurrently\s+in\s+({_LANGUAGE})(?=\s*[.,;!]|\s*\Z)", re.IGNORECASE)
_LINE = lazy(r"\S[^\n]*")
_MARKS = (
    (Kind.HEADING, re.compile(r"(?P<expand>click\s+to\s+(?:expand|collapse))", re.IGNORECASE)),
    (
        Kind.OFFER,
        re.compile(
            r"(?P<offer>re-?render\s+this\s+exact\b)|(?P<attributes>original\s+attributes\b)"
            r"|(?P<current>currently\s+in\b)",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.REPORT,
        re.compile(
            r"(?P<report>tell\s+us\s+why\b)|(?P<required>a\s+description\s+is\s+required\b)"
            r"|(?P<confirmed>confirmed\s+reports\s+are\s+resolved\b)",
            re.IGNORECASE,
        ),
    ),
)


def lines_of(value: str) -> Iterator[Line]:
    """The lines of a text that are not blank, in order.

    A line is divided where an offer, a form or the heading of the prompt shares it with other words.
    """
    cuts = _embedded_bounds(value)
    before = 0
    for match in _LINE.finditer(value):
        start, end = match.span()
        gap = value.count("\n", before, start) > 1
        before = end
        bounds = [start, *cuts[bisect_right(cuts, start) : bisect_left(cuts, end)], end]
        for low, high in pairwise(bounds):
            for line in _lines(value, low, high, gap):
                yield line
                gap = False


def _lines(value: str, start: int, end: int, gap: bool) -> Iterator[Line]:
    words = value[start:end]
    end = start + len(words.rstrip())
    start += len(words) - len(words.lstrip())
    if start >= end:
        return
    heading = _HEADING_BEFORE_WORDS.match(value, start, min(end, start + MAX_CHROME))
    if heading:
        head = value[start : heading.end()].rstrip()
        yield Line(start, start + len(head), gap, Kind.HEADING, head)
        start, gap = heading.end(), False
    words = value[start:end]
    yield Line(start, end, gap, kind_of(words), words)


def _embedded_bounds(value: str) -> list[int]:
    lowered = value.lower()
    if not any(word in lowered for word in _EMBEDDED_WORDS):
        return []
    return [bound for match in _EMBEDDED.finditer(value) for bound in match.span()]


def kind_of(words: str) -> Kind:
    """What a line without white space around it is."""
    if len(words) > MAX_CHROME:
        return Kind.WORDS
    if found := _CHROME.match(words):
        return Kind[found.lastgroup or "WORDS"]
    if _SYMBOL.match(words):
        return Kind.SYMBOL
    return Kind.HEADER if _HEADER.match(words) else Kind.WORDS


def marks_of(line: Line) -> Iterator[str]:
    """The marks by which the line gives a catalog page away; none for words that anybody may write."""
    if line.kind in (Kind.BACK, Kind.HEADER, Kind.SEE_ALL, Kind.HEADING):
        yield line.kind.value
    for kind, pattern in _MARKS:
        if line.kind is kind:
            for match in pattern.finditer(line.value):
                yield match.lastgroup or ""


def current_language(line: Line) -> tuple[int, int] | None:
    """Where the re-render offer names the language of the picture."""
    match = _CURRENT_LANGUAGE.search(line.value)
    return (line.start + match.start(1), line.start + match.end(1)) if match else None
