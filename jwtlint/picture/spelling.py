"""Judges drawn words that no prompt asks for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from ..context import Context
from ..lexicon.exempt import is_code
from ..regex import lazy
from ..spelling.dictionary import Dictionary, cased_as
from ..spelling.formation import formation
from ..spelling.judge import misspelling
from ..text import Text
from .characters import HUMP, WORD, ligature_lost, unreadable
from .comparison import Comparison, regions_of
from .gibberish import gibberish_blocks
from .known import SPOKEN, accepted, is_known, knows
from .layout import DrawnLine, Layout
from .match import Status
from .picture import Picture

_DIGIT = lazy(r"\d")
_SPOILT_ACRONYM = lazy(r"[A-Z]{3,6}[a-rt-z]")
_STUTTER = lazy(r"(?i)\A(\w{4,}).{0,2}\1\Z")
_HOPELESS = 8
"""In a block with so many pseudo-words none of them is worth a finding of its own."""

_LONGEST_ACRONYM = 5
# Endings of Latin, biological and chemical words, which no general dictionary lists.
_LEARNED = lazy(r"(?:a|ae|is|us|um|ii|ane|ene|yne|ine|ide|ase|ose|ol|oma|emia|itis|aceae)\Z")
_SHORTEST_ASKED = 4
_SHORTEST = 5
_SHORTEST_NAME = 6
_SMALL = 16.0
"""In letters of fewer pixels in height the dot of an i runs into its stroke; e and c, or t and l, look the same."""

_SMALL_IDENTIFIER = 24.0
"""The same among digits, where no word tells the two letters apart."""

_DOTTED = frozenset("il")
_ALIKE_STROKES = frozenset(map(frozenset, ("tl", "ec", "eo", "co", "ft")))
_LEAST_ALIKE = 0.8
_LEAST_TWIN = 0.75
_LEAST_NEAR = 0.6
_SURE, _LIKELY, _GUESS = 1.0, 0.85, 0.75


class Misdrawn(NamedTuple):
    """A drawn word that is wrong. `suggestion` is empty where nobody can say what it should be.

    `trust` tells how sure the judgement is, 0 to 1, if the word was read as it is drawn.
    """

    drawn: Text
    suggestion: str
    trust: float


def misspelt(
    layout: Layout, picture: Picture, comparison: Comparison | None, context: Context
) -> Iterator[Misdrawn]:
    """The misspelt words of a picture, but for those that a prompt asks for, and for the filler of blocks."""
    surroundings = _Surroundings(layout, comparison, context)
    filler = {
        line.number: block.unknown
        for block in gibberish_blocks(layout, picture, comparison, context)
        for line in block.lines
    }
    for line in layout.lines:
        if not picture.legible(line):
            continue
        for drawn in line.text.find_all(WORD):
            if not surroundings.asks_for(drawn):
                found = _judge(drawn, line, surroundings)
                unknown = filler.get(line.number, 0)
                if found is not None and (not unknown or (found.trust == _SURE and unknown < _HOPELESS)):
                    yield found


class _Surroundings:
    """What the rest of a picture, and its prompt, say about a word."""

    def __init__(self, layout: Layout, comparison: Comparison | None, context: Context) -> None:
        self.context = context
        self._comparison = comparison
        self._identify = context.languages.identify
        words = [word for line in layout.lines for word in WORD.findall(line.text.value)]
        counts = Counter(words)
        self.repeated = frozenset(word for word, count in counts.items() if count > 1)
        self._language = self._usual(layout)
        self._blocks = {line.number: block for block in layout.blocks for line in block}
        self._words = frozenset(counts)
        self._continued = frozenset(
            lower
            for upper, lower in layout.below.items()
            if layout.lines[upper].text.value.endswith(("-", "‐"))
        )

    def _usual(self, layout: Layout) -> str:
        whole = self._identify("\n".join(line.text.value for line in layout.lines))
        return whole or (self._comparison.prompt.language if self._comparison else None) or "en"

    def asks_for(self, drawn: Text) -> bool:
        """Does the prompt ask for this word?"""
        comparison = self._comparison
        if comparison is None:
            return False
        return comparison.answered.issuperset(regions_of(drawn)) or comparison.asks_for(drawn.value)

    def languages(self, line: DrawnLine) -> tuple[str, ...]:
        """The language of the block of a line, where it can be told, and that of the whole picture."""
        block = " ".join(other.text.value for other in self._blocks[line.number])
        own = self._identify(block)
        return tuple(dict.fromkeys(code for code in (own, self._language) if code))

    def goes_on(self, line: DrawnLine) -> bool:
        """Does the line begin with the rest of a word that was parted at the end of the line above it?"""
        return line.number in self._continued

    @cached_property
    def lacks_text(self) -> bool:
        """Is a text missing that the prompt asks for, so that a pseudo-word may be what became of it?"""
        return self._comparison is not None and any(
            one.status is not Status.EXACT and one.expected.required for one in self._comparison.matches
        )

    def twin(self, word: str, dictionary: Dictionary) -> str:
        """A known word that stands elsewhere on the picture and is nearly the same."""
        from rapidfuzz.distance import OSA

        near = (
            other
            for other in self._words
            if other != word
            and OSA.normalized_similarity(other.casefold(), word.casefold()) >= _LEAST_TWIN
            and dictionary.knows(other)
        )
        return next(near, "")


def doubtful_strokes(asked: str, drawn: str, height: float) -> bool:
    """Do two words differ only by what readers cannot see?

    That is letters they do not know, ligatures, and strokes that run together in letters of that height (pixels).
    """
    if unreadable(asked) or _glued_on(asked, drawn) or ligature_lost(asked, drawn):
        return True
    one, other = asked.casefold(), drawn.casefold()
    small = _SMALL_IDENTIFIER if _DIGIT.search(one) else _SMALL
    if height >= small or len(one) != len(other):
        return False
    slips = [frozenset(pair) for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if slips and all(slip == _DOTTED for slip in slips):
        return True
    return len(slips) == 1 and slips[0] in _ALIKE_STROKES


def _glued_on(asked: str, drawn: str) -> bool:
    """Is the drawn word the asked one with a capital or digit at its end, as readers take for an icon or circle?"""
    return drawn[:-1].casefold() == asked.casefold() and not drawn[-1].islower()


def _judge(drawn: Text, line: DrawnLine, surroundings: _Surroundings) -> Misdrawn | None:
    word, value, context = drawn.value, line.text.value, surroundings.context
    at = _offset(line, drawn)
    if is_code(value, at, at + len(word)) or _glued(value, at, len(word)):
        return None
    if at == 0 and surroundings.goes_on(line):
        return None
    dictionaries = [one for code in surroundings.languages(line) if (one := context.dictionary(code))]
    if not dictionaries or any(knows(word, one, context) for one in dictionaries):
        return None
    if any(is_known(word, context, code) for code in SPOKEN):
        return None
    found = _certain(drawn, dictionaries, context) or _acronym(drawn, context)
    if found is None and [one.language for one in dictionaries] == ["en"]:
        found = _unknown(drawn, dictionaries[0], surroundings)
    if found is None or doubtful_strokes(found.suggestion, word, line.line.height):
        return None
    return found


def _certain(drawn: Text, dictionaries: Sequence[Dictionary], context: Context) -> Misdrawn | None:
    """What is a slip in every language that it can be in."""
    if drawn.value.isupper() and len(drawn.value) <= _LONGEST_ACRONYM:
        return None
    verdicts = [misspelling(drawn.value, one, lambda word: accepted(word, context)) for one in dictionaries]
    if any(one is None or not one.certain for one in verdicts):
        return None
    first = verdicts[0]
    return Misdrawn(drawn, first.suggestions[0], _SURE) if first else None


def _acronym(drawn: Text, context: Context) -> Misdrawn | None:
    """An acronym with a small letter stuck in it: "JSOIn" for "JSON"."""
    from rapidfuzz.distance import OSA

    word = drawn.value
    if not _SPOILT_ACRONYM.fullmatch(word):
        return None
    meant = next(
        (one for one in context.accepted if one.isupper() and OSA.distance(one, word.upper()) == 1), ""
    )
    return Misdrawn(drawn, meant, _GUESS) if meant else None


def _unknown(drawn: Text, dictionary: Dictionary, surroundings: _Surroundings) -> Misdrawn | None:
    """An English word that is in no dictionary, formed of no known words, and most probably no name."""
    word, context = drawn.value, surroundings.context
    if formation(word.lower(), dictionary, lambda one: accepted(one, context)):
        return None
    if _STUTTER.search(word):
        return Misdrawn(drawn, "", _LIKELY)
    if len(word) < _SHORTEST_ASKED or HUMP.search(word) or word in surroundings.repeated:
        return None
    if twin := surroundings.twin(word, dictionary):
        return Misdrawn(drawn, cased_as(word, twin.lower()), _SURE)
    if surroundings.lacks_text and word.isupper():
        return Misdrawn(drawn, "", _LIKELY)
    if len(word) < _SHORTEST or word.isupper():
        return None
    suggestion, alike = _nearest(word.lower(), dictionary)
    frequent = dictionary.common(suggestion)
    if word.islower() and (frequent or not _LEARNED.search(word)):
        return Misdrawn(drawn, suggestion if alike >= _LEAST_ALIKE else "", _LIKELY)
    same_initial = suggestion[:1] == word[:1].lower()
    if frequent and same_initial and alike >= _LEAST_ALIKE and len(word) >= _SHORTEST_NAME:
        return Misdrawn(drawn, cased_as(word, suggestion), _GUESS)
    return None


def _offset(line: DrawnLine, drawn: Text) -> int:
    place = next(regions_of(drawn))
    run = next(run for run in line.text.runs if run.place == place)
    return line.text.value.index(drawn.value, run.start)


def _glued(value: str, start: int, length: int) -> bool:
    """Does the word belong to an identifier, a number, a path or a hyphenated compound?"""
    before, after = value[max(0, start - 1) : start], value[start + length : start + length + 1]
    return before.isalnum() or after.isalnum() or before in tuple("_-/.@#'’") or after in tuple("_-/@'’")


def _nearest(word: str, dictionary: Dictionary) -> tuple[str, float]:
    """The word that is most like a word in lower case, the more frequent first, and how alike they are (0 to 1)."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    best: tuple[str, float] = ("", 0.0)
    for words in (*dictionary.bands, dictionary.rest):
        least = max(best[1] + 1e-6, _LEAST_NEAR)
        found = extractOne(word, words, scorer=OSA.normalized_similarity, score_cutoff=least)
        if found is not None:
            best = found[0], found[1]
    return best
