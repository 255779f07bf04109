"""Drawn words that are nearly what the prompt asks for, before anybody has looked again."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..context import Context
from ..regex import lazy
from ..text import Region, Text
from .characters import look_alike
from .comparison import Comparison, regions_of
from .differences import WORD, bare
from .keys import key_of
from .known import SPOKEN, is_known
from .layout import DrawnLine
from .match import Match, Status
from .spelling import doubtful_strokes

# Icons and arrows are read as letters of scripts that no Latin label has.
_ICON = lazy("[\u2e80-\u9fff\uac00-\ud7af\uff66-\uff9f]")
_DIGIT = lazy(r"\d")
_FEWEST = 3
_FEWEST_FREE = 4
_LEAST_ALIKE = 0.66
_LEAST_ALIKE_FREE = 0.75


@dataclass(frozen=True, slots=True)
class Suspect:
    """A drawn word and the word of the prompt that it should be. `match` is the expected text it belongs to."""

    drawn: Text
    asked: Text | str
    match: Match | None = None

    @property
    def meant(self) -> str:
        return self.asked if isinstance(self.asked, str) else self.asked.value


def slips(comparison: Comparison, context: Context) -> Iterator[Suspect]:
    """Words of matched texts that differ by a few letters or digits; then words elsewhere that nobody knows and
    that are nearly a word of the prompt."""
    seen: set[Region] = set(comparison.answered)
    for one in comparison.matches:
        if one.status is Status.DIFFERS:
            for asked, drawn in one.differences:
                if asked is not None and drawn is not None and _is_slip(asked.value, drawn, comparison):
                    seen.update(regions_of(drawn))
                    yield Suspect(drawn, asked, one)
    for line in comparison.layout.lines:
        if comparison.picture.legible(line):
            yield from _elsewhere(line, comparison, context, seen)


def near(asked: str, drawn: str, least: float = _LEAST_ALIKE) -> bool:
    """Is one a slip of the other, rather than another word?"""
    from rapidfuzz.distance import OSA

    one, other = key_of(asked).value, key_of(drawn).value
    return bool(one and other) and OSA.normalized_similarity(one, other) >= least


def _is_slip(asked: str, drawn: Text, comparison: Comparison) -> bool:
    if len(key_of(asked).value) < _FEWEST and not _DIGIT.search(asked):
        return False
    line = comparison.layout.line_of(drawn)
    if line is None or not comparison.picture.legible(line):
        return False
    return near(asked, drawn.value) and not doubtful_strokes(asked, drawn.value, line.line.height)


def _elsewhere(
    line: DrawnLine, comparison: Comparison, context: Context, seen: set[Region]
) -> Iterator[Suspect]:
    for drawn in line.text.find_all(WORD):
        word = drawn.value
        if (
            len(word) < _FEWEST_FREE
            or _ICON.search(word)
            or seen.issuperset(regions_of(drawn))
            or comparison.asks_for(word)
        ):
            continue
        if any(is_known(word, context, code) for code in SPOKEN):
            continue
        meant = comparison.nearest(word, _LEAST_ALIKE_FREE)
        if meant is None or meant.casefold() in word.casefold() or look_alike(bare(meant), bare(word)):
            continue
        if not doubtful_strokes(meant, word, line.line.height):
            yield Suspect(drawn, meant)
