"""The sentences of a prompt that say how the picture shall look, as one text to search."""

import re
from bisect import bisect_right
from functools import cached_property, lru_cache

from jwtlint.lexicon.phrases import words_of
from jwtlint.prompt.model import Prompt
from jwtlint.prompt.quotes import masked, quotations
from jwtlint.regex import lazy
from jwtlint.text import Span, Text

_QUOTES = lazy("[\"“„«‘'`]")
_BETWEEN = "\n\0\n"
_REACH = 400
# Between dashes, semicolons, colons, brackets and full stops stands one statement.
_STATEMENT_END = lazy(r"[.!?:](?=\s|$)|[;()\n\0]|—|\s[–-]{1,2}\s")
_SENTENCE_END = lazy(r"[.!?](?=\s|$)|[\n\0]")


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
    def places(self) -> list[tuple[int, int]]:
        """The offsets of every word."""
        return [word.span() for word in words_of(self.lowered)]

    @cached_property
    def words(self) -> list[str]:
        """Every word, folded."""
        return [self.value[start:end].casefold() for start, end in self.places]

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
        return self._around(_STATEMENT_END, start, end)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The offsets of the sentence around some words."""
        return self._around(_SENTENCE_END, start, end)

    def _around(self, ending: re.Pattern[str], start: int, end: int) -> tuple[int, int]:
        low = max(0, start - _REACH)
        before = max((match.end() for match in ending.finditer(self.value, low, start)), default=low)
        behind = ending.search(self.value, end, end + _REACH)
        return before, behind.start() if behind else min(len(self.value), end + _REACH)


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
    return frozenset(
        number
        for number, sentence in enumerate(prompt.sentences)
        if isinstance(place := sentence.place, Span)
        and any(span.start < place.end and place.start < span.end for span in spans)
    )
