"""Sentences of a paragraph, and the lists that are written inside sentences."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from ..regex import lazy
from .keywords import ARROWS, BOXES, LEGEND, LOOSE_BOXES, NOTES
from .ranges import outside_brackets


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


_ABBREVIATION = lazy(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|no|nr|fig|z\.b|p\.\s?ej|d\.h|ca|bzw|resp)|\b[A-Z])\.$", re.I
)
_SENTENCE_END = lazy(
    r"(?<![\s.])[.!?…]{1,3}[\"”’»'`)\]*_]*(?=\s|$)(?!\s+[a-zà-ÿ])|[;:](?=[ \t]*\n)|[\"”’»'`)](?=[ \t]*\n)|\n(?=[ \t]*[A-ZÀ-Þ\"“])"
)
_ENUMERATOR = lazy(
    r"(?P<number>\d{1,2})(?P<suffix>[a-z]?)(?:[.)\]]{1,2}|:(?=\s[\"“„«'‘]))[ \t]+(?=[^\s\d])|(?P<circle>[①-⑳❶-❿])[ \t]+(?=[^\s\d])"
)
_RUN_IN = lazy(r"[*_]{0,2}[^.:;\n\0]{2,60}:[*_]{0,2}\s+")
_DESCRIPTION = lazy(
    r"\s*[*_]{0,2}(?P<name>[A-ZÀ-Þ0-9\"“][^.;:\n|\[({—–]{0,45}?)[*_]{0,2}(?:\s[|/~·—–-]\s|[:;]\s|\s[\[({]|,\s(?:an?\s)?(?:icon|[\w-]+ icon)\b)"
)
_ATTRIBUTE = lazy(r"\b(?:icon|role|job|icono|rolle?|icône|rôle|papel|ícone)\b", re.I)
_DASH_HEAD = lazy(r"[^.:;—–\n]{3,40}?\s[—–-](?=\s)")
_STATEMENT = lazy(r";\s+(?:and\s+|then\s+|y\s+|und\s+|et\s+|e\s+)?")
_DOT = lazy(r"\s+[·•]\s+")
_SLASH = lazy(r"\s+/\s+")
_LADEN = lazy(r"[(\[{→\0]|->|=>")
_COLON = lazy(r":(?=\s)")
_ARROW = lazy(r"→|->|=>|⟶|⇒|\b(?:to|zu|vers|para|a)\b[^;]{1,60}(?:label|[\"“„«])")
CIRCLED_NUMBERS = {chr(0x2460 + n): n + 1 for n in range(20)} | {chr(0x2776 + n): n + 1 for n in range(10)}
"""What ① to ⑳ and ❶ to ❿ count."""
_GAP = 3


def pieces(mask: str, start: int, end: int) -> Iterator[Piece]:
    """The sentences and listed items between two offsets, in order."""
    markers = _enumeration(mask, start, end)
    if not markers:
        yield from _prose(mask, list(_sentences(mask, start, end)))
        return
    next_marker = {one.start(): _beginning(mask, other) for one, other in pairwise(markers)}
    for run in _runs(markers):
        first = _beginning(mask, run[0])
        before = list(_sentences(mask, start, first))
        yield from _prose(mask, before[:-1])
        intro = before[-1] if before else None
        if intro:
            yield Piece(*intro)
        following = next_marker.get(run[-1].start(), end)
        items, start = _items(mask, run, following, intro)
        yield from items
    yield from _prose(mask, list(_sentences(mask, start, end)))


def _prose(mask: str, sentences: list[tuple[int, int]]) -> Iterator[Piece]:
    """Sentences; those behind "Boxes:" that describe a component each are a list."""
    index = 0
    while index < len(sentences):
        start, end = sentences[index]
        head = _RUN_IN.match(mask, start, end)
        announces = BOXES.stands_between(mask, start, head.end() if head else end)
        items = [(head.end(), end)] if head and head.end() < end else []
        following = index + 1
        while announces and following < len(sentences) and _describes(mask, *sentences[following]):
            items.append(sentences[following])
            following += 1
        described = (
            announces and len(items) >= 2 and _describes(mask, *items[0]) and not _cuts(mask, start, end)
        )
        if not described:
            items = _attributed(mask, sentences, index)
            following = index + len(items)
        if described or len(items) >= 2:
            intro = (start, head.end() if head else end) if described else None
            if intro:
                yield Piece(*intro)
            for number, (left, right) in enumerate(items):
                yield from (
                    Piece(a, b, True, number == 0, intro=intro) for a, b in _trimmed(mask, left, right)
                )
            index = following
            continue
        yield from _statements(mask, start, end)
        index += 1


def _attributed(mask: str, sentences: list[tuple[int, int]], index: int) -> list[tuple[int, int]]:
    """Sentences in a row that describe components with icon or role: a list that nothing announces."""
    items = []
    for sentence in islice(sentences, index, None):
        if not _describes(mask, *sentence) or not _ATTRIBUTE.search(mask, *sentence):
            break
        items.append(sentence)
    return items


def announces_list(line: str) -> bool:
    """Does a line begin with "Boxes:", "Arrows:", "Legend:" or the like?"""
    head = _RUN_IN.match(line)
    cues = (ARROWS, LEGEND, NOTES, BOXES, LOOSE_BOXES)
    return (
        head is not None and len(head.group().split()) <= 6 and any(cue.said_in(head.group()) for cue in cues)
    )


def _describes(mask: str, start: int, end: int) -> bool:
    """Has a sentence the form of "Name | icon | role" or "Name: role"?"""
    described = _DESCRIPTION.match(mask, start, end)
    if described is None or _ARROW.search(mask, start, end):
        return False
    name = described["name"]
    return not any(cue.said_in(name) for cue in (ARROWS, LEGEND, NOTES, BOXES, LOOSE_BOXES))


def _items(
    mask: str, run: list[re.Match[str]], following: int, intro: tuple[int, int] | None
) -> tuple[list[Piece], int]:
    """The items of a numbered list, and where the text behind it begins."""
    items: list[Piece] = []
    stop = following
    for index, marker in enumerate(run):
        last = index == len(run) - 1
        stop = following if last else _beginning(mask, run[index + 1])
        if last:
            stop = next((sentence_end for _, sentence_end in _sentences(mask, marker.end(), stop)), stop)
            semicolon = _STATEMENT.search(mask, marker.end(), stop)
            if semicolon and _is_semicolon_list(mask, run):
                stop = semicolon.start() + 1
        number = CIRCLED_NUMBERS.get(marker["circle"] or "") or int(marker["number"])
        at = (_beginning(mask, marker), marker.end())
        end = _without_tail(mask, marker.end(), stop)
        items.append(Piece(marker.end(), end, True, index == 0, number, marker["suffix"] or "", at, intro))
    return items, stop


def _is_semicolon_list(mask: str, run: list[re.Match[str]]) -> bool:
    return len(run) > 1 and all(
        mask[one.end() : other.start()].rstrip().endswith((";", "; and")) for one, other in pairwise(run)
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
    """Does the number stand at the start of a statement? In "to App Server 2: …" it belongs to a name."""
    at = _beginning(mask, match)
    before = mask[start:at]
    if not before.strip():
        return True
    if before[-1] == ":" and before[-2:-1].isdigit():
        return False  # the minutes of "06:00"
    if before[-1] in ";:(" or (before[-1].isspace() and not before.rstrip()[-1].isalnum()):
        return True
    # "Legend is 1. …": a list may begin behind a word, but "App Server 1." is a name.
    return match["number"] == "1" and before[-1].isspace() and before.split()[-1].islower()


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
        number = CIRCLED_NUMBERS.get(marker["circle"] or "") or int(marker["number"] or 0)
        own = "circle" if marker["circle"] else re.sub(r"\d+[a-z]?", "", marker.group()).strip()
        goes_on = (
            previous is not None
            and own == style
            and abs(number - previous) <= _GAP
            and not (number == 1 and previous > 2)
        )
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
        if match.group().startswith(".") and _ABBREVIATION.search(
            mask, max(at, match.start() - 12), match.start() + 1
        ):
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
    """A sentence; or, where marks divide a list, its announcement and the listed statements.

    Semicolons divide a list behind a colon, or between arrows. Elsewhere they belong to the sentence. Dots and
    slashes divide a list where its statements carry brackets, quotes or arrows.
    """
    cuts = _cuts(mask, start, end)
    if not cuts:
        yield Piece(start, end)
        return
    colon = _COLON.search(mask, start, cuts[0][0])
    if colon and not list(outside_brackets(mask, start, [colon])):
        colon = None
    if (
        colon
        and NOTES.stands_between(mask, start, colon.start())
        and not BOXES.stands_between(mask, start, colon.start())
    ):
        colon = None
    head = _DASH_HEAD.match(mask, start, end)
    if head and (BOXES.said_in(head.group()) or ARROWS.said_in(head.group())):
        colon = head
    attributes = colon is not None and _ATTRIBUTE.match(mask, colon.end() + 1, end) is not None
    if attributes or (not colon and not _ARROW.search(mask, start, end)):
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


def _cuts(mask: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a sentence is divided into statements."""
    for divider in (_STATEMENT, _DOT, _SLASH):
        cuts = list(outside_brackets(mask, start, divider.finditer(mask, start, end)))
        if divider is _STATEMENT and cuts:
            return cuts
        parts = [
            mask[left:right]
            for left, right in zip(
                [start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end], strict=True
            )
        ]
        if len(cuts) >= 2 and all(_LADEN.search(part) for part in parts):
            return cuts
    return []
