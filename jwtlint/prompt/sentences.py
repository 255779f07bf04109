"""Sentences of a paragraph, and the lists that are written inside sentences."""

import re
from collections.abc import Iterator
from typing import NamedTuple


from .keywords import BOXES, NOTES


class Piece(NamedTuple):
    """A sentence, or (`listed`) an item of a list inside one; offsets without the item's marker.

    `first` marks the first item of a list, `intro` are the offsets of the words before it.
    """

    start: int
    end: int
    listed: bool = False
    first: bool = False
    number: int | None = None
    suffix: str = ""
    marker: tuple[int, int] | None = None
    intro: tuple[int, int] | None = None


_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|no|nr|fig|z\.b|p\.\s?ej|d\.h|ca|bzw|resp)|\b[A-Z])\.$", re.I)
_SENTENCE_END = re.compile(
    r"[.!?…]+[\"”’»'`)\]*_]*(?=\s|$)(?!\s+[a-zà-ÿ])|[;:](?=[ \t]*\n)|[\"”’»'`)](?=[ \t]*\n)|\n(?=[ \t]*[A-ZÀ-Þ\"“])"
)
_ENUMERATOR = re.compile(
    r"(?P<number>\d{1,2})(?P<suffix>[a-z]?)(?:[.)\]]{1,2}|:(?=\s[\"“„«'‘]))[ \t]+(?=[^\s\d])|(?P<circle>[①-⑳❶-❿])[ \t]+(?=[^\s\d])"
)
_STATEMENT = re.compile(r";\s+(?:and\s+|then\s+|y\s+|und\s+|et\s+|e\s+)?")
_COLON = re.compile(r":(?=\s)")
_ARROW = re.compile(r"→|->|=>|⟶|⇒|\b(?:to|zu|vers|para|a)\b[^;]{1,60}(?:label|[\"“„«])")
_CIRCLES = {chr(0x2460 + n): n + 1 for n in range(20)} | {chr(0x2776 + n): n + 1 for n in range(10)}
_GAP = 3


def pieces(mask: str, start: int, end: int) -> Iterator[Piece]:
    """The sentences and listed items between two offsets, in order."""
    markers = _enumeration(mask, start, end)
    if not markers:
        for sentence in _sentences(mask, start, end):
            yield from _statements(mask, *sentence)
        return
    for run in _runs(markers):
        first = _beginning(mask, run[0])
        before = list(_sentences(mask, start, first))
        for sentence in before[:-1]:
            yield from _statements(mask, *sentence)
        intro = before[-1] if before else None
        if intro:
            intro = yield from _intro(mask, *intro)
        following = next((_beginning(mask, m) for m in markers if m.start() > run[-1].start()), end)
        start = yield from _items(mask, run, following, intro)
    for sentence in _sentences(mask, start, end):
        yield from _statements(mask, *sentence)


def _intro(mask: str, start: int, end: int) -> Iterator[Piece] | object:
    """The sentence that announces a list; statements before its last semicolon stand alone."""
    yield Piece(start, end)
    return (start, end)


def _items(mask: str, run: list[re.Match[str]], following: int, intro: object) -> Iterator[Piece] | int:
    end = following
    for index, marker in enumerate(run):
        last = index == len(run) - 1
        stop = following if last else _beginning(mask, run[index + 1])
        if last:
            stop = next((sentence_end for _, sentence_end in _sentences(mask, marker.end(), stop)), stop)
            semicolon = _STATEMENT.search(mask, marker.end(), stop)
            if semicolon and _is_semicolon_list(mask, run):
                stop = semicolon.start() + 1
            end = stop
        item_end = _without_tail(mask, marker.end(), stop)
        number = _CIRCLES.get(marker["circle"] or "") or int(marker["number"])
        yield Piece(
            marker.end(), item_end, True, index == 0, number, marker["suffix"] or "",
            (_beginning(mask, marker), marker.end()), intro if isinstance(intro, tuple) else None,
        )
    return end


def _is_semicolon_list(mask: str, run: list[re.Match[str]]) -> bool:
    return len(run) > 1 and all(
        mask[one.end() : other.start()].rstrip().endswith((";", "; and")) for one, other in zip(run, run[1:], strict=False)
    )


def _without_tail(mask: str, start: int, end: int) -> int:
    """Where an item ends without the blanks, semicolon and conjunction behind it."""
    text = mask[start:end].rstrip()
    for tail in (" and", " y", " und", " et"):
        if text.endswith(tail) and text[: -len(tail)].rstrip().endswith((";", ",")):
            text = text[: -len(tail)].rstrip()
    return start + len(text.rstrip(";, \t\n"))


def _enumeration(mask: str, start: int, end: int) -> list[re.Match[str]]:
    """Enumerators that count: at least two in a row, nearly consecutive."""
    candidates = [match for match in _ENUMERATOR.finditer(mask, start, end) if _opens(mask, start, match)]
    kept: list[re.Match[str]] = []
    for run in _runs(candidates):
        if len(run) >= 2:
            kept += run
    return kept


def _opens(mask: str, start: int, match: re.Match[str]) -> bool:
    """Does the number begin a word, or stand in an opening bracket?"""
    at = match.start()
    before = mask[at - 1] if at > start else " "
    if before in "([":
        before = mask[at - 2] if at - 1 > start else " "
    return before.isspace() or before in ";:("


def _beginning(mask: str, match: re.Match[str]) -> int:
    """Where an enumerator begins, with the bracket before its number."""
    at = match.start()
    return at - 1 if at and mask[at - 1] in "([" else at


def _runs(markers: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Markers of one list each: the same style, numbers that go on (with gaps and repetitions, as defects have)."""
    runs: list[list[re.Match[str]]] = []
    previous: int | None = None
    style = ""
    for marker in markers:
        number = _CIRCLES.get(marker["circle"] or "") or int(marker["number"] or 0)
        own = "circle" if marker["circle"] else re.sub(r"\d+[a-z]?", "", marker.group()).strip()
        goes_on = previous is not None and own == style and abs(number - previous) <= _GAP and not (number == 1 and previous > 2)
        if goes_on:
            runs[-1].append(marker)
        elif number <= 2:
            runs.append([marker])
        else:
            continue
        previous, style = number, own
    return runs


def _sentences(mask: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _SENTENCE_END.finditer(mask, start, end):
        if match.group().startswith(".") and _ABBREVIATION.search(mask, max(at, match.start() - 12), match.start() + 1):
            continue
        yield from _trimmed(mask, at, match.end())
        at = match.end()
    yield from _trimmed(mask, at, end)


def _trimmed(mask: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    text = mask[start:end]
    stripped = text.strip()
    if stripped:
        left = start + len(text) - len(text.lstrip())
        yield left, left + len(stripped)


def _statements(mask: str, start: int, end: int) -> Iterator[Piece]:
    """A sentence; or, where semicolons divide a list, its announcement and the listed statements.

    Semicolons divide a list behind a colon, or between arrows. Elsewhere they belong to the sentence.
    """
    cuts = [match.span() for match in _STATEMENT.finditer(mask, start, end) if _outside_brackets(mask, start, match.start())]
    if not cuts:
        yield Piece(start, end)
        return
    colon = _COLON.search(mask, start, cuts[0][0])
    if colon and NOTES.pattern.search(mask, start, colon.start()) and not BOXES.pattern.search(mask, start, colon.start()):
        colon = None
    if not colon and not _ARROW.search(mask, start, end):
        yield Piece(start, end)
        return
    intro = None
    at = start
    if colon and not _ARROW.search(mask, start, colon.start()):
        intro = (start, colon.end())
        yield Piece(*intro)
        at = colon.end()
    first = True
    for stop, following in [*cuts, (end, end)]:
        for left, right in _trimmed(mask, at, stop):
            yield Piece(left, right, True, first, intro=intro)
            first = False
        at = following


def _outside_brackets(mask: str, start: int, at: int) -> bool:
    return mask.count("(", start, at) <= mask.count(")", start, at)
