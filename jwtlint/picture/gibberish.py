"""Blocks of drawn text that are filled with pseudo-words."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..context import Context
from ..lexicon.exempt import is_code
from .characters import HUMP, WORD
from .comparison import Comparison, regions_of
from .known import SPOKEN, is_known
from .layout import DrawnLine, Layout
from .picture import Picture

_SHORTEST = 4
_FEWEST = 3
_LEAST_SHARE = 0.5
_LEAST_SHARE_AMONG_WORDS = 0.75


@dataclass(frozen=True, slots=True)
class Filler:
    """A block of pseudo-words: the lines that hold some, how many they are, and of how many words."""

    lines: tuple[DrawnLine, ...]
    unknown: int
    words: int


def gibberish_blocks(
    layout: Layout, picture: Picture, comparison: Comparison | None, context: Context
) -> Iterator[Filler]:
    """Blocks half of whose words no language knows; where function words tell a language, three quarters.

    Lines that answer what the prompt asks for, well or badly, are none.
    """
    for block in layout.blocks:
        lines = [line for line in block if picture.legible(line) and not _claimed(line, comparison)]
        counts = [(line, *_pseudo_words(line, comparison, context)) for line in lines]
        unknown = sum(found for _, found, _ in counts)
        words = sum(total for _, _, total in counts)
        told = context.languages.identify(" ".join(line.text.value for line in lines)) is not None
        if unknown >= _FEWEST and unknown >= (_LEAST_SHARE_AMONG_WORDS if told else _LEAST_SHARE) * words:
            yield Filler(tuple(line for line, found, _ in counts if found), unknown, words)


def _claimed(line: DrawnLine, comparison: Comparison | None) -> bool:
    return comparison is not None and not comparison.claimed.isdisjoint(regions_of(line.text))


def _pseudo_words(line: DrawnLine, comparison: Comparison | None, context: Context) -> tuple[int, int]:
    """How many words of a line are unknown in every language, and how many words it has at all.

    Words of three letters, names in capitals or with humps, and code count as neither; a capitalised word within
    a line may be a name.
    """
    unknown = total = 0
    value = line.text.value
    for match in WORD.finditer(value):
        word = match[0]
        if len(word) < _SHORTEST or word.isupper() or HUMP.search(word) or is_code(value, *match.span()):
            continue
        total += 1
        if word[0].isupper() and match.start():
            continue
        if comparison is not None and comparison.asks_for(word):
            continue
        unknown += not any(is_known(word, context, language) for language in SPOKEN)
    return unknown, total
