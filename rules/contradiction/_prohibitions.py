"""What a prompt prohibits."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jwtlint.context import Context
from jwtlint.regex import lazy

from ._parts import lacks_in_part
from ._prose import Prose
from ._stance import EXCEPTED, FORBIDDING, UNSCOPED
from ._things import MOST, things_of

_SEPARATOR = lazy(r"\s*,\s*(?:or|nor|and)?\b\s*|\s*/\s*|\s+(?:or|nor|and|no|oder|und|o|y|ou|et|e)\s+")
_LIST = lazy(r"\b(?:or|nor|oder|o|ou)\b|/")
_FUNCTION_WORD = lazy(
    r"\b(?:in|en|em|auf|on|inside|near|around|beside|between|over|under|behind|for|of|with|without|that|which|than|from|to|at|by|is"
    r"|are|must|should|may|as|so|if|when|where|next|outside|across|per|more|less|fewer|longer|only|needed|required|it)\b"
)
_QUALIFIERS = frozenset(
    "more less other extra additional real actual further such longer need matter doubt one two such specific particular".split()
)
_DENIED = lazy(
    r"\b(?P<name>[^\W\d_]+)(?:-free\b|\s+(?:(?:is|are|must be|should be|have to be|has to be)\s+)?(?:not (?:allowed|wanted"
    r"|permitted)|forbidden|prohibited|banned|omitted|left out)\b)"
    r"|\b(?:leave|keep)\s+(?:(?:the|any|all)\s+)?(?P<out>[^\W\d_]+)\s+out\b"
    r"(?! of (?!(?:the|this) (?:picture|image|drawing|diagram|infographic)))"
    r"|(?:^|[.;\n\0])\s*(?P<none>[^\W\d_]+)\s*[:=]\s*(?:none|no|forbidden)\b(?=\s*(?:$|[.;,\n\0]))"
)
_DENIED_HINTS = (
    "-free",
    "allowed",
    "wanted",
    "permitted",
    "forbidden",
    "prohibited",
    "banned",
    " out",
    "none",
    "omitted",
    ": no",
)
# Icons stand in boxes, so that "no icons in the boxes" leaves none.
_BOX_ICONS = lazy(
    r"(?P<name>icons?|pictograms?)\s+(?:in|into|inside|on|for|next to|beside|near|to)\s+(?:(?:the|any|each|every|all)\s+)*"
    r"(?:box(?:es)?|names?|components?|nodes?)\s*(?:$|[.,;:)\n\0—–])"
)
_WORD = lazy(r"\s*[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST = 3


class Prohibition(NamedTuple):
    """A prohibited thing: offsets of the words that prohibit it, and its name in lower case.

    It is `certain` where nothing has to be looked at any more: no exception, no part of the picture.
    """

    start: int
    end: int
    name: str
    certain: bool = True


def prohibitions(prose: Prose, context: Context) -> Iterator[Prohibition]:
    """What the prose prohibits, with nothing that narrows the name."""
    for number in sorted(prose.forbidden):
        start, end = prose.range_of(number)
        name = prose.lowered[start:end].strip(" .,;")
        if _simple(name):
            yield Prohibition(start, start + len(prose.value[start:end].rstrip(" .,;")), name)
    for match in _denials(prose):
        _, high = prose.statement(match.start(), match.end())
        boxed = _BOX_ICONS.match(prose.lowered, match.end())
        if boxed:
            yield Prohibition(match.start(), boxed.end("name"), "icons", False)
        for start, end in _names(prose, match.end(), high):
            yield Prohibition(match.start(), end, prose.lowered[start:end], False)
    if any(hint in prose.lowered for hint in _DENIED_HINTS):
        things = things_of(context)
        for match in _DENIED.finditer(prose.lowered):
            name = match["name"] or match["out"] or match["none"]
            start = match.start() + len(match.group()) - len(match.group().lstrip(" .;\n\0"))
            if name in things or name + "s" in things:
                yield Prohibition(start, match.end(), name if name in things else name + "s")


def _denials(prose: Prose) -> Iterator[re.Match[str]]:
    reached = 0
    for start in prose.denials[:MOST]:
        match = FORBIDDING.match(prose.lowered, start) if start >= reached else None
        if match:
            reached = match.end()
            yield match


def outright(prohibition: Prohibition, prose: Prose) -> bool:
    """Does the prohibition allow no exception, and concern the whole picture?"""
    if prohibition.certain:
        return True
    low, _ = prose.statement(prohibition.start, prohibition.end)
    _, last = prose.sentence(prohibition.start, prohibition.end)
    before = prose.lowered[low : prohibition.start]
    return not (
        FORBIDDING.search(before.rpartition(",")[2])
        or lacks_in_part(before)
        or EXCEPTED.search(prose.lowered, prohibition.start, last)
    )


def _names(prose: Prose, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The prohibited things of a list "no A, B or C"; where it is no list, only the first is certain."""
    lowered = prose.lowered
    separators = list(_SEPARATOR.finditer(lowered, start, end))
    last = max((index for index, one in enumerate(separators) if _LIST.search(one.group())), default=-1)
    starts = [start, *(one.end() for one in separators)]
    ends = [*(one.start() for one in separators), end]
    chunks = [(low, _end_of_name(lowered, low, high)) for low, high in zip(starts, ends, strict=True)]
    taken = chunks[: last + 2] if last >= 0 else chunks[:1]
    # "no cards with borders or shadows" says nothing of other shadows, "no icons or badges in the header" nothing of other icons.
    if not all(_simple(lowered[low:high]) for low, high in taken):
        return
    if last < 0 and separators and not separators[0].group().strip().startswith(","):
        following = lowered[separators[0].end() : end].partition(",")[0]
        if _FUNCTION_WORD.search(following):
            return
    whole = len(lowered[slice(*taken[-1])].split()) == 1
    for low, high in taken:
        # "no AWS, Azure or stock logos": names and singulars before a longer last part belong to its noun.
        itself = whole or (low, high) == taken[-1] or lowered[high - 1] == "s"
        if itself and not (low > start and prose.value[low].isupper()):
            yield low, high


def _end_of_name(lowered: str, start: int, end: int) -> int:
    """The end of the first words behind which nothing narrows what they mean."""
    at = start
    for _ in range(_LONGEST):
        word = _WORD.match(lowered, at, end)
        if word is None:
            break
        if UNSCOPED.match(lowered, word.end(), end):
            return word.end()
        at = word.end()
    return end


def _simple(name: str) -> bool:
    words = name.split()
    return (
        0 < len(words) <= _LONGEST
        and words[0] not in _QUALIFIERS
        and not _FUNCTION_WORD.search(name)
        and name[0].isalpha()
    )
