"""Words of the entry that a report repeats and the linter flags: "(array)", or the sentence that contradicts itself."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from ..document import Document
from ..finding import Diagnostic, Severity
from ..passage import Passage, Role
from ..prompt.quotes import quotations
from ..regex import lazy
from ..text import Run, Span, Text
from .pointer import Pointer
from .things import written
from .words import Word, folded, split

_ABOUT_WORDS = frozenset({"CAT", "CON", "SEC", "SPL", "TPL", "VND"})
"""Families whose findings flag the very words that are wrong; others flag where an arrow, box or step is."""
_BRACKETED = lazy(r"[\[({<][^\[\](){}<>]{1,200}[\])}>]")
_SIGNS = lazy(r"[\[\](){}<>$#%|\\]")
_FEWEST_FLAGGED = 3
_FEWEST_AROUND = 4
"""So many words in a row, as they stand on the entry, are no coincidence."""


class Citing:
    """Finds where reports repeat the flagged words of one entry."""

    def __init__(self, document: Document, diagnostics: Sequence[Diagnostic]) -> None:
        self._document = document
        self._diagnostics = [one for one in diagnostics if _is_about_words(one)]

    def find(self, text: str, words: Sequence[Word]) -> Iterator[Pointer]:
        """Flagged words that a cleaned text repeats so that nothing else can be meant.

        With the words around them that stand so on the entry, too, they fill a quotation or brackets, or are four or
        more; or they are three words themselves, or have signs that no sentence has.
        """
        marked = [(one.start, one.end) for one in quotations(text)]
        marked += [one.span() for one in _BRACKETED.finditer(text)]
        plain = [word.folded for word in words]
        for flagged in self._flagged:
            for at in flagged.places_in(plain):
                first, last = flagged.widened(plain, at)
                start, end = words[first].start, words[last - 1].end
                fills = _fills(words, first, last, marked)
                enough = last - first >= _FEWEST_AROUND or flagged.size >= _FEWEST_FLAGGED
                if fills or enough or flagged.is_literally_in(text, words[at].start):
                    thing = written(flagged.text, flagged=True)
                    yield Pointer(
                        thing.anchor, start, end, (thing,), quoted=fills, finding=flagged.diagnostic
                    )
        yield from self._claims(text)

    def _claims(self, text: str) -> Iterator[Pointer]:
        """Claims that the report names in part, or in another order: "no encryption is unbreakable"."""
        flagged = [one for one in self._flagged if one.diagnostic.rule.startswith("SEC")]
        if not flagged:
            return
        at = 0
        for mention in self._document.context.lexicon.scan([Passage(Text(text), Role.PROSE)])["claim"]:
            value = mention.text.value
            start = text.find(value, at)
            at = start + len(value)
            for one in flagged:
                if set(folded(one.text.value)).issuperset(folded(value)):
                    thing = written(one.text, flagged=True)
                    yield Pointer(thing.anchor, start, at, (thing,), finding=one.diagnostic)

    @cached_property
    def _flagged(self) -> "tuple[_Flagged, ...]":
        return tuple(self._located())

    def _located(self) -> "Iterator[_Flagged]":
        left = list(self._diagnostics)
        for text in self._document.texts:
            whole = text.span
            here = [one for one in left if (at := one.location.span) and _covers(whole, at)]
            if not here:
                continue
            left = [one for one in left if one not in here]
            words = split(text.value)
            spans = [text.cut(word.start, word.end).span for word in words]
            plain = tuple(word.folded for word in words)
            for one in here:
                at = one.location.span
                inside = [n for n, span in enumerate(spans) if at and _overlap(span, at)]
                if at and inside:
                    flagged = Text(one.text, (Run(0, len(one.text), at),), self._document.entry.source)
                    yield _Flagged(one, flagged, plain, inside[0], inside[-1] + 1)


class _Flagged:
    """The words `first` to `last` (exclusive) of a text of the entry, which a finding flags."""

    def __init__(
        self, diagnostic: Diagnostic, text: Text, plain: tuple[str, ...], first: int, last: int
    ) -> None:
        self.diagnostic = diagnostic
        self.text = text
        self._plain, self._first, self._last = plain, first, last

    @property
    def size(self) -> int:
        return self._last - self._first

    def places_in(self, words: Sequence[str]) -> Iterator[int]:
        """Where the flagged words stand in a row."""
        wanted = list(self._plain[self._first : self._last])
        return (at for at in range(len(words) - self.size + 1) if words[at : at + self.size] == wanted)

    def widened(self, words: Sequence[str], at: int) -> tuple[int, int]:
        """First and last (exclusive) of the words around that stand so on the entry, too."""
        first, mine = at, self._first
        while first and mine and words[first - 1] == self._plain[mine - 1]:
            first, mine = first - 1, mine - 1
        last, mine = at + self.size, self._last
        while last < len(words) and mine < len(self._plain) and words[last] == self._plain[mine]:
            last, mine = last + 1, mine + 1
        return first, last

    def is_literally_in(self, text: str, at: int) -> bool:
        """Has it signs that no sentence has, and stands with them around a character of a text?"""
        sign = self.text.value.strip().casefold()
        found = text.casefold().find(sign, max(0, at - len(sign)))
        return _SIGNS.search(sign) is not None and 0 <= found <= at


def _is_about_words(one: Diagnostic) -> bool:
    # An info of other families than spelling says what could be, not what is wrong.
    serious = one.severity >= Severity.WARNING or one.rule.startswith("SPL")
    return serious and one.rule[:3] in _ABOUT_WORDS


def _fills(words: Sequence[Word], first: int, last: int, marked: Sequence[tuple[int, int]]) -> bool:
    """Do the words from `first` to `last` (exclusive), two or more, hold all that stands between two marks?"""
    for start, end in marked:
        inside = [number for number, one in enumerate(words) if start <= one.start and one.end <= end]
        if len(inside) > 1 and first <= inside[0] and inside[-1] < last:
            return True
    return False


def _covers(whole: Span, part: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
