"""The sentences of a prompt that say how the picture shall look, as one text to search."""

from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from itertools import accumulate

from jwtlint.prompt.model import Prompt
from jwtlint.prompt.quotes import masked, quotations
from jwtlint.regex import lazy
from jwtlint.text import Span, Text

_QUOTES = lazy("[\"“„«‘'`]")
# Words as the phrases of vocabularies count them.
_WORDS = lazy(r"([^\W_]+|%)")
_BETWEEN = "\n\0\n"
_REACH = 400
# What can divide sentences, and between dashes, semicolons, colons and brackets statements.
_MARKS = lazy("[.!?:;()\n\0—–-]")
_AT_BLANK = ".!?:"
_IN_SENTENCES = ";:()—–-"
# Words with which something can be denied; every other occurrence is looked at more closely.
_DENYING = frozenset(
    """no without avoid avoiding omit skip exclude free leave drop never do don does doesn must mustn should shouldn shall not kein keine
    keinen keinem keiner keines ohne sin sans sem senza ningún ninguna aucun aucune nenhum nenhuma nessun nessuna""".split()
)
_FAR = 64


class Prose:
    """What stands outside boxes, arrows, legend steps and notes, without quoted words.

    `value` holds the sentences one behind the other, `lowered` the same in lower case. `forbidden` are the
    numbers of the sentences that stand in a list of prohibited things.
    """

    def __init__(self, prompt: Prompt) -> None:
        self.sentences = prompt.sentences
        self._starts: list[int] = []
        parts: list[str] = []
        at = 0
        for sentence in self.sentences:
            value = sentence.value
            if _QUOTES.search(value):
                value = masked(value, quotations(value))
            self._starts.append(at)
            parts.append(value)
            at += len(value) + len(_BETWEEN)
        self.value = _BETWEEN.join(parts)
        lowered = self.value.lower()
        self.lowered = lowered if len(lowered) == len(self.value) else self.value
        self.forbidden = _forbidden(prompt)

    @cached_property
    def _parts(self) -> list[str]:
        """What stands between the words, and every second time a word."""
        return _WORDS.split(self.lowered)

    @cached_property
    def words(self) -> list[str]:
        """Every word, folded."""
        return list(map(str.casefold, self._parts[1::2]))

    @cached_property
    def gaps(self) -> list[str]:
        """What stands behind each word."""
        return self._parts[2::2]

    @cached_property
    def _offsets(self) -> list[int]:
        return list(accumulate(map(len, self._parts), initial=0))

    def place(self, word: int) -> tuple[int, int]:
        """The offsets of a word by its number."""
        return self._offsets[2 * word + 1], self._offsets[2 * word + 2]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words."""
        return frozenset(self.words)

    @cached_property
    def denials(self) -> list[int]:
        """Where the words stand that can deny something."""
        if _DENYING.isdisjoint(self.vocabulary):
            return []
        return [self.place(number)[0] for number, word in enumerate(self.words) if word in _DENYING]

    def may_be_denied(self, start: int) -> bool:
        """Does a word that can deny something stand before some words, and not far from them?"""
        before = bisect_left(self.denials, start) - 1
        return before >= 0 and start - self.denials[before] <= _FAR

    @cached_property
    def _ends(self) -> tuple[list[int], list[int]]:
        """Where statements end, and where sentences do."""
        statements: list[int] = []
        sentences: list[int] = []
        value = self.value
        for match in _MARKS.finditer(value):
            at = match.start()
            mark = value[at]
            if mark in _AT_BLANK:
                divides = value[at + 1 : at + 2].isspace() or at + 1 == len(value)
            else:
                divides = mark not in "–-" or (
                    value[at - 1 : at].isspace() and value[at + 1 : at + 2].isspace()
                )
            if divides:
                statements.append(at)
                if mark not in _IN_SENTENCES:
                    sentences.append(at)
        return statements, sentences

    def number(self, offset: int) -> int:
        """The number of the sentence at an offset."""
        return bisect_right(self._starts, offset) - 1

    def range_of(self, number: int) -> tuple[int, int]:
        """The offsets of a sentence."""
        start = self._starts[number]
        return start, start + len(self.sentences[number].value)

    def text(self, start: int, end: int) -> Text:
        """Where words of one sentence stand."""
        number = self.number(start)
        shift = self._starts[number]
        return self.sentences[number].cut(start - shift, end - shift)

    def statement(self, start: int, end: int) -> tuple[int, int]:
        """The offsets of the statement around some words."""
        return self._around(self._ends[0], start, end)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The offsets of the sentence around some words."""
        return self._around(self._ends[1], start, end)

    def _around(self, ends: list[int], start: int, end: int) -> tuple[int, int]:
        before = bisect_left(ends, start) - 1
        behind = bisect_left(ends, end)
        low = ends[before] + 1 if before >= 0 else 0
        high = ends[behind] if behind < len(ends) else len(self.value)
        return max(low, start - _REACH), min(high, end + _REACH)


@lru_cache(maxsize=2)
def prose_of(prompt: Prompt) -> Prose:
    """The prose of a prompt; the rules of a family share it."""
    return Prose(prompt)


def _forbidden(prompt: Prompt) -> frozenset[int]:
    """The sentences that a heading or an introduction ("Do not include:") prohibits."""
    spans = [
        place
        for passage in prompt.passages
        if passage.forbidden and isinstance(place := passage.text.place, Span)
    ]
    if not spans:
        return frozenset()
    sentences = [place for one in prompt.sentences if isinstance(place := one.place, Span)]
    starts = [place.start for place in sentences]
    numbers = (bisect_right(starts, span.start) - 1 for span in spans)
    return frozenset(number for number in numbers if number >= 0)
