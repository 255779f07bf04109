"""Things that a report names by their number: "step 4", "the third arrow", "Legend stops at 6"."""

from collections.abc import Iterator, Sequence

from ..regex import lazy
from .pointer import Pointer
from .things import Kind, Thing
from .vocabulary import Vocabulary
from .words import Hit, Word

_COUNTED = frozenset({"arrow", "box", "label", "legend", "note", "step"})
_REACH = {"legend": 4, "step": 3}
_DIGITS = lazy(r"(?P<number>[0-9]{1,2})s?")
_IN = frozenset("de del en in la of on the".split())
_SMALL_WORDS = 3
_WHICH = frozenset("el la los las number numero nr the".split())
"""Behind these a number tells which one, and not how many."""
_AND = frozenset({"and", "e", "o", "or", "y"})


def numbered(words: Sequence[Word], things: Sequence[Thing], vocabulary: Vocabulary) -> Iterator[Pointer]:
    """What the numbers beside the names of elements mean, in order."""
    values = _values(words, vocabulary)
    used: set[int] = set()
    for hit in vocabulary.elements.find_all(words):
        if hit.meaning not in _COUNTED:
            continue
        for at in _numbers_beside(hit, words, values, vocabulary):
            pointer = _pointer(hit, at, values[at], words, things)
            if at not in used and pointer is not None:
                used.add(at)
                yield pointer


def _values(words: Sequence[Word], vocabulary: Vocabulary) -> dict[int, int]:
    """The numbers among the words, by their place; "two 3s" are two of number 3."""
    found = {hit.first: hit.meaning for hit in vocabulary.numbers.find(words) if hit.last == hit.first + 1}
    for at, word in enumerate(words):
        if digits := _DIGITS.fullmatch(word.folded):
            found[at] = int(digits["number"])
    return found


def _numbers_beside(
    hit: Hit[str], words: Sequence[Word], values: dict[int, int], vocabulary: Vocabulary
) -> Iterator[int]:
    """The places of numbers that belong to the name of an element: behind it, or an ordinal before it."""
    name = words[hit.last - 1].folded
    before = hit.first - 1
    if before in values and not name.endswith("s") and not words[before].folded.isdecimal():
        yield before
        return
    if before in values and name.endswith("s"):
        return
    if hit.meaning == "legend" and (inside := _in_the(hit, words, values)) is not None:
        yield inside
        return
    for at in range(hit.last, min(len(words), hit.last + _REACH.get(hit.meaning, 2))):
        if at not in values or _is_count(at, hit, words, vocabulary):
            continue
        yield at
        following = at + 2
        while following in values and words[following - 1].folded in _AND:
            yield following
            following += 2
        return


def _in_the(hit: Hit[str], words: Sequence[Word], values: dict[int, int]) -> int | None:
    """The number of "number 3 in the legend"."""
    at = hit.first - 1
    while at >= 0 and hit.first - at <= _SMALL_WORDS and words[at].folded in _IN:
        at -= 1
    return at if at in values and at < hit.first - 1 else None


def _is_count(at: int, hit: Hit[str], words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Does a number say how many, as in "the legend has 6 steps", and not which?"""
    if at > hit.last and not _DIGITS.fullmatch(words[at].folded) and words[at - 1].folded not in _WHICH:
        return True
    return bool(vocabulary.elements.covers(words[at + 1 : at + 2]))


def _pointer(
    hit: Hit[str], at: int, number: int, words: Sequence[Word], things: Sequence[Thing]
) -> Pointer | None:
    first, last = min(hit.first, at), max(hit.last - 1, at)
    start, end = words[first].start, words[last].end
    if hit.meaning in ("legend", "step"):
        meant = tuple(one for one in things if one.kind is Kind.STEP and one.number == number)
        return Pointer(f"step:{number}", start, end, meant)
    kind = {"arrow": Kind.ARROW, "label": Kind.ARROW, "box": Kind.BOX, "note": Kind.NOTE}[hit.meaning]
    of_kind = [one for one in things if one.kind is kind]
    by_number = [one for one in of_kind if one.number == number] if kind is Kind.BOX else []
    meant = tuple(by_number or of_kind[number - 1 : number] if number else ())
    return Pointer(meant[0].anchor, start, end, meant) if meant else None
