"""From the sentences of a report to what they allege."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..prompt.quotes import masked, quotations
from ..regex import lazy
from .allegation import FIELDS, NO_PLACE, Allegation
from .narrowing import narrowed
from .pointer import Pointer
from .things import Kind, Thing
from .vocabulary import Defect, Vocabulary
from .words import Hit, Word

_SENTENCE = lazy(r"[.!?;…]+(?=\s|$)")
_SHORT_FORM = lazy(r"(?i)(?:\b(?:e\.g|i\.e|z\.b|p\. ?ej|vs|etc|no|nr|núm|cf|approx)|\b\d)\.\Z")
_BUT = lazy(r"(?i)\b(?:but|while|whereas|although|however|pero|aunque|mientras|sino)\b")
_CLAUSE = lazy(rf"(?i)[,:()]|\s[—–-]+\s|{_BUT.pattern[4:]}")
_DENIAL_REACH = 2
_LEAST_SAID = 2
_GAP = 4
"""Characters between words and the quotation that they introduce."""
_MOST = 20
STOPS_EARLY = "stops early"
"""The defect that means the steps behind the one that is named."""


def allegations_in(
    text: str,
    words: Sequence[Word],
    pointers: Sequence[Pointer],
    things: Sequence[Thing],
    vocabulary: Vocabulary,
) -> tuple[Allegation, ...]:
    """What a cleaned text alleges about an entry that has these things, in order."""
    found: list[Allegation] = []
    waiting: tuple[Pointer, ...] = ()
    for start, end in sentences(text):
        sentence = _Sentence(text, start, end, words, pointers, things, vocabulary)
        alleged = list(sentence.allegations())
        for one in alleged:
            if one.pointers or one.defect.whole or not found:
                found.append(one if one.pointers else replace(one, pointers=waiting))
            elif one.elements - found[-1].elements - NO_PLACE and not one.defect.vague:
                found.append(replace(one, pointers=found[-1].pointers))
        if not alleged and found and not found[-1].pointers:
            # "The direction is wrong. I mean the arrow to the Cache."
            found[-1] = replace(found[-1], pointers=sentence.pointers, end=end)
        waiting = sentence.pointers if not alleged else ()
    if next(iter(vocabulary.support.find(words)), None) is not None:
        # Who asks for something names things without saying that they are wrong.
        found = [one for one in found if not (one.implied and one.defect.vague)]
    return tuple(found[:_MOST])


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; what stands in quotation marks ends none."""
    flat = masked(text, quotations(text))
    start = 0
    for match in _SENTENCE.finditer(flat):
        if _SHORT_FORM.search(flat, max(0, match.end() - 8), match.end()) and match.end() < len(flat):
            continue
        if flat[start : match.end()].strip():
            yield start, match.end()
        start = match.end()
    if flat[start:].strip():
        yield start, len(text)


class _Sentence:
    """One sentence of a report."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        words: Sequence[Word],
        pointers: Sequence[Pointer],
        things: Sequence[Thing],
        vocabulary: Vocabulary,
    ) -> None:
        self._text = text
        self.start, self.end = start, end
        self._words = [word for word in words if start <= word.start and word.end <= end]
        self.pointers = tuple(one for one in pointers if start <= one.start and one.end <= end)
        self._vocabulary = vocabulary
        self._things = things
        outside = [word for word in self._words if not self._is_name(word)]
        self._outside = outside
        self._elements = frozenset(hit.meaning for hit in vocabulary.elements.find_all(outside))
        self.pointers = narrowed(text, self._without_remedies(), self._elements, things)

    def allegations(self) -> Iterator[Allegation]:
        """The defects of the sentence; where it names none, what its names imply."""
        hits = self._defects()
        by_name: dict[str, list[Hit[Defect]]] = {}
        for hit in hits:
            by_name.setdefault(hit.meaning.name, []).append(hit)
        slips = tuple(one for one in self.pointers if one.meant and (one.quoted or not by_name))
        flagged = any(thing.flagged for one in self.pointers for thing in one.things)
        if slips and "misspelt" not in by_name:
            yield self._made(self._vocabulary.defect("misspelt"), slips, implied=True)
        for several in by_name.values():
            for pointers in self._told_apart(several, alone=len(by_name) == 1):
                yield self._made(several[0].meaning, pointers, implied=False)
        vendors = [one for one in self.pointers if one.anchor.startswith("vendor:")]
        if vendors and not by_name and (self._elements or any(one.known for one in vendors)):
            yield self._made(self._vocabulary.defect("vendor"), self.pointers, implied=True)
        elif not by_name and not slips and (flagged or self._says_something()):
            yield self._made(self._vocabulary.defect("wrong"), self.pointers, implied=True)

    def _made(self, defect: Defect, pointers: tuple[Pointer, ...], *, implied: bool) -> Allegation:
        if defect.name == STOPS_EARLY:
            pointers += tuple(_steps_behind(pointers, self._things))
        words = frozenset(word.folded for word in self._outside)
        return Allegation(defect, pointers, self._elements, self.start, self.end, words, implied)

    def _is_name(self, word: Word) -> bool:
        """Does a word belong to a name or a quotation? Those are not searched for words of defect."""
        return any(
            one.start <= word.start
            and word.end <= one.end
            and (one.quoted or one.things)
            and not one.anchor.startswith("step:")
            for one in self.pointers
        )

    def _defects(self) -> list[Hit[Defect]]:
        """The defects named, without those that are denied, or that stand within the words for another."""
        words = self._outside
        found = [
            hit
            for hit in self._vocabulary.defects.find_all(words)
            if _together(words, hit) and not self._is_denied(hit)
        ]
        kept = [
            one
            for one in found
            if not any(
                other.first <= one.first
                and one.last <= other.last
                and other.last - other.first > one.last - one.first
                for other in found
            )
        ]
        clear = [one for one in kept if not one.meaning.vague]
        return clear or kept

    def _without_remedies(self) -> tuple[Pointer, ...]:
        """The pointers, without quotations of what should stand there, unless that is all there is."""
        wanted = [self._words[hit.last - 1].end for hit in self._vocabulary.remedy.find(self._words)]
        kept = tuple(
            one
            for one in self.pointers
            if not (one.quoted and any(0 <= one.start - end <= _GAP for end in wanted))
        )
        return kept if any(not one.is_place for one in kept) else self.pointers

    def _is_denied(self, hit: Hit[Defect]) -> bool:
        denials = self._vocabulary.denials
        first = self._outside[hit.first]
        if first.folded in denials:
            return False
        at = self._words.index(first)
        before = self._words[max(0, at - _DENIAL_REACH) : at]
        gap = self._text[before[0].start : first.start] if before else ""
        return any(word.folded in denials for word in before) and not _CLAUSE.search(gap)

    def _told_apart(self, hits: Sequence[Hit[Defect]], *, alone: bool) -> Iterator[tuple[Pointer, ...]]:
        """What a defect is said of: together, or one after the other where each is named in its own clause.

        A flow is told as one story over several clauses. Steps that are missing are missing one by one.
        """
        places = tuple(one for one in self.pointers if one.is_place)
        clauses = [near + places for near in self._by_clause(hits) if near]
        defect = hits[0].meaning
        if alone and clauses and self._turns():
            clauses = [tuple(one for near in clauses for one in near)]
        elif not clauses or (alone and (len(clauses) < 2 or defect.category == "flow")):
            clauses = [self.pointers]
        elif defect.category == "flow":
            clauses = [tuple(one for near in clauses for one in near)]
        for near in clauses:
            steps = [one for one in near if one.anchor.startswith("step:")]
            if defect.name == "missing" and len(steps) > 1 and len(steps) == len(near):
                yield from ((step,) for step in steps)
            else:
                yield near

    def _turns(self) -> bool:
        """Is there a "but" in the sentence, so that its parts say different things of different things?"""
        return _BUT.search(self._text, self.start, self.end) is not None

    def _by_clause(self, hits: Sequence[Hit[Defect]]) -> Iterator[tuple[Pointer, ...]]:
        """The pointers of each clause that names the defect."""
        flat = masked(self._text, quotations(self._text))
        cuts = [match.start() for match in _CLAUSE.finditer(flat, self.start, self.end)]
        at = {self._outside[hit.first].start for hit in hits}
        for low, high in pairwise((self.start, *cuts, self.end)):
            if any(low <= one < high for one in at):
                yield tuple(one for one in self.pointers if low <= one.start < high and not one.is_place)

    def _says_something(self) -> bool:
        """Is something said about a name, beyond the name itself?"""
        if any(one.anchor.startswith("quote:") and not one.quoted for one in self.pointers):
            # A name that only another entry has.
            return True
        named = [one for one in self.pointers if one.quoted or (one.known and not one.weak)]
        if not named or self._text[: self.end].rstrip().endswith("?"):
            return False
        vocabulary = self._vocabulary
        quoting = any(word.folded in vocabulary.quoting for word in self._outside)
        quoted = any(one.quoted for one in named)
        by_value = any(thing.kind is Kind.FIELD for one in self.pointers for thing in one.things)
        if (self._elements & FIELDS and (quoting or self._turns())) or (by_value and self._turns()):
            # "It claims 16:9, but the image is clearly portrait"
            return True
        says_nothing = vocabulary.says_nothing(self._outside)
        elements = vocabulary.elements.covers(self._outside)
        said = sum(not nothing and number not in elements for number, nothing in enumerate(says_nothing))
        complaint = quoting or any(word.folded in vocabulary.complaint for word in self._outside)
        return said >= _LEAST_SAID if quoted else said > 0 and complaint


def _together(words: Sequence[Word], hit: Hit[Defect]) -> bool:
    """Do the words of a phrase stand side by side, with no name between them?"""
    run = words[hit.first : hit.last]
    return all(after.start - before.end <= 3 for before, after in pairwise(run))


def _steps_behind(pointers: Sequence[Pointer], things: Sequence[Thing]) -> Iterator[Pointer]:
    """The steps behind the last that is named: if the legend stops there, they are missing."""
    numbered = [one for one in pointers if one.anchor.startswith("step:")]
    if not numbered:
        return
    last = max(int(one.anchor.removeprefix("step:")) for one in numbered if one.anchor[5:].isdecimal())
    for thing in things:
        if thing.kind is Kind.STEP and thing.number is not None and thing.number > last:
            yield Pointer(thing.anchor, numbered[-1].start, numbered[-1].end, (thing,))
