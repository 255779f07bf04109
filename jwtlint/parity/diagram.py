"""Which box, arrow, step and note of a translation stands where which one of the original stands?

Things are found again by their place (order, ends, number) and by what translation leaves alone, never by their
words: so one arrow that was lost is one arrow that is missing, and not a shift of all behind it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from ..lexicon.polarity import Polarity
from ..picture.expected import Kind, expected_of
from ..prompt.model import Arrow, Box, Note, Prompt, Step
from ..text import Text
from .alignment import align
from .likeness import Likeness
from .tokens import TokenReader

_T = TypeVar("_T")
_GAP = 0.5
_MOVED = 0.3
_REVERSED = 0.5


class Aligned(NamedTuple, Generic[_T]):
    """The same thing on both sides; None where one side lacks it. `moved`: it stands elsewhere in the order."""

    original: _T | None
    translation: _T | None
    moved: bool = False


class Party(NamedTuple):
    """Who takes part in arrows: a box, or a name that no box bears."""

    name: Text
    box: Box | None
    sends: Counter[str]
    receives: Counter[str]


class Diagram:
    """The alignment of two prompts, `original` and `translation`."""

    def __init__(
        self,
        original: Prompt,
        translation: Prompt,
        likeness: Likeness,
        tokens: TokenReader,
        polarity: Polarity,
    ) -> None:
        self.original = original
        self.translation = translation
        self._likeness = likeness
        self._tokens = tokens
        self._polarity = polarity

    @cached_property
    def boxes(self) -> tuple[Aligned[Box], ...]:
        """The declared boxes."""
        pairs = align(self._declared(self.original), self._declared(self.translation), self._party_cost, _GAP)
        return tuple(Aligned(one.box if one else None, other.box if other else None) for one, other in pairs)

    @cached_property
    def arrows(self) -> tuple[Aligned[Arrow], ...]:
        """The arrows, in the order of the original."""
        pairs = align(self.original.arrows, self.translation.arrows, self._arrow_cost, _GAP)
        return tuple(_rejoined(pairs, self._arrow_cost))

    @cached_property
    def steps(self) -> tuple[Aligned[Step], ...]:
        """The steps of the legend."""
        pairs = align(self.original.steps, self.translation.steps, self._step_cost, _GAP)
        return tuple(_rejoined(pairs, self._step_cost))

    @cached_property
    def notes(self) -> tuple[Aligned[Note], ...]:
        """The notes beside the diagram."""
        pairs = align(self.original.notes, self.translation.notes, self._note_cost, _GAP)
        return tuple(_rejoined(pairs, self._note_cost))

    @cached_property
    def captions(self) -> tuple[Aligned[Text], ...]:
        """Texts beyond boxes, arrows, steps and notes that the prompts plainly ask to be written."""
        pairs = align(self._quoted(self.original), self._quoted(self.translation), self._text_cost, _GAP)
        return tuple(Aligned(one, other) for one, other in pairs)

    def _quoted(self, prompt: Prompt) -> list[Text]:
        expected = expected_of(prompt, self._polarity)
        return [one.text for one in expected if one.kind is Kind.QUOTE and one.required]

    def _text_cost(self, one: Text, other: Text) -> float:
        return self._likeness.unlike(one.value, other.value)

    def same_end(self, one: Arrow, other: Arrow, *, crossed: bool = False) -> tuple[bool, bool]:
        """Are source and target of two arrows the same? `crossed` compares each with the other end."""
        there = (_end(other.target_box, other.target), _end(other.source_box, other.source))
        if not crossed:
            there = (there[1], there[0])
        here = (_end(one.source_box, one.source), _end(one.target_box, one.target))
        return self._counterparts.get(here[0]) == there[0], self._counterparts.get(here[1]) == there[1]

    def ends_are_known(self, one: Arrow, other: Arrow) -> bool:
        """Has each end of two arrows a counterpart on the other side, whichever it is?"""
        here = {_end(one.source_box, one.source), _end(one.target_box, one.target)}
        there = {_end(other.source_box, other.source), _end(other.target_box, other.target)}
        return here <= self._counterparts.keys() and there <= set(self._counterparts.values())

    def hangs_on_lost_box(self, arrow: Arrow) -> bool:
        """Does an arrow start or end at a box that only its own side has?"""
        return not self._lost.isdisjoint((id(arrow.source_box), id(arrow.target_box)))

    @cached_property
    def _lost(self) -> frozenset[int]:
        """The boxes that only one side has, by identity."""
        return frozenset(
            id(one.original or one.translation)
            for one in self.boxes
            if one.original is None or one.translation is None
        )

    @cached_property
    def _counterparts(self) -> dict[Hashable, Hashable]:
        """For each party of the original, the one of the translation."""
        found: dict[Hashable, Hashable] = {
            id(one.original): id(one.translation) for one in self.boxes if one.original and one.translation
        }
        pairs = align(
            self._undeclared(self.original), self._undeclared(self.translation), self._party_cost, _GAP
        )
        for one, other in pairs:
            if one and other:
                found[one.name.value.casefold()] = other.name.value.casefold()
        return found

    def _declared(self, prompt: Prompt) -> list[Party]:
        traffic = self._traffic(prompt)
        return [Party(box.name, box, *traffic[id(box)]) for box in prompt.boxes]

    def _undeclared(self, prompt: Prompt) -> list[Party]:
        names: dict[str, Text] = {}
        for arrow in prompt.arrows:
            for name, box in ((arrow.source, arrow.source_box), (arrow.target, arrow.target_box)):
                if box is None:
                    names.setdefault(name.value.casefold(), name)
        traffic = self._traffic(prompt)
        return [Party(name, None, *traffic[key]) for key, name in names.items()]

    def _traffic(self, prompt: Prompt) -> Mapping[Hashable, tuple[Counter[str], Counter[str]]]:
        """What each party sends and receives: how many arrows, and the tokens of their labels."""
        found: defaultdict[Hashable, tuple[Counter[str], Counter[str]]] = defaultdict(
            lambda: (Counter(), Counter())
        )
        for arrow in prompt.arrows:
            said = [token.value for token in self._tokens.read(arrow.label.value)] if arrow.label else []
            found[_end(arrow.source_box, arrow.source)][0].update(("", *said))
            found[_end(arrow.target_box, arrow.target)][1].update(("", *said))
        return found

    def _party_cost(self, one: Party, other: Party) -> float:
        unlike = self._likeness.unlike
        traffic = (_distance(one.sends, other.sends) + _distance(one.receives, other.receives)) / 2
        same_name = one.name.value.casefold() == other.name.value.casefold()
        parts = [(0.25, 0.0 if same_name else unlike(one.name.value, other.name.value)), (0.35, traffic)]
        if one.box is not None and other.box is not None:
            here, there = one.box, other.box
            if here.role and there.role:
                parts.append((0.25, unlike(here.role.value, there.role.value)))
            if here.icon and there.icon:
                parts.append((0.2, unlike(here.icon.value, there.icon.value)))
            if here.number is not None and there.number is not None:
                parts.append((0.1, float(here.number != there.number)))
        return _weighted(parts)

    def _arrow_cost(self, one: Arrow, other: Arrow) -> float:
        straight = 1 - sum(self.same_end(one, other)) / 2
        back = all(self.same_end(one, other, crossed=True))
        parts = [(0.45, min(straight, _REVERSED) if back else straight)]
        if one.label and other.label:
            parts.append((0.45, self._likeness.unlike(one.label.value, other.label.value)))
        else:
            parts.append((0.2, float(bool(one.label) != bool(other.label))))
        parts.append((0.1, float(one.mode is not other.mode)))
        return _weighted(parts)

    def _step_cost(self, one: Step, other: Step) -> float:
        # Where a step is lost, those behind it are numbered anew, and the numbers prove little.
        weight = 0.15 if len(self.original.steps) == len(self.translation.steps) else 0.02
        parts = [
            (weight, float((one.number, one.suffix) != (other.number, other.suffix))),
            (0.6, self._likeness.unlike(one.text.value, other.text.value)),
        ]
        here, there = self._mentioned(one.text.value)[0], self._mentioned(other.text.value)[1]
        if here or there:
            parts.append((0.25, 1 - len(here & there) / len(here | there)))
        return _weighted(parts)

    def _note_cost(self, one: Note, other: Note) -> float:
        return self._text_cost(one.text, other.text)

    def _mentioned(self, words: str) -> tuple[set[int], set[int]]:
        """The numbers of the aligned boxes whose name stands in some words, in that of the original and of the translation."""
        folded = words.casefold()
        found: tuple[set[int], set[int]] = (set(), set())
        for number, pair in enumerate(self.boxes):
            for side, box in enumerate((pair.original, pair.translation)):
                if box is not None and any(name.casefold() in folded for name in box.names):
                    found[side].add(number)
        return found


def _end(box: Box | None, name: Text) -> Hashable:
    return id(box) if box is not None else name.value.casefold()


def _weighted(parts: Sequence[tuple[float, float]]) -> float:
    return sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)


def _distance(one: Counter[str], other: Counter[str]) -> float:
    """How much two counts differ, 0 to 1."""
    total = (one | other).total()
    return 1 - (one & other).total() / total if total else 0.0


def _rejoined(
    pairs: Sequence[tuple[_T | None, _T | None]], cost: Callable[[_T, _T], float]
) -> Iterator[Aligned[_T]]:
    """The pairs; what is missing in one place and added in another, and is plainly the same, has moved."""
    added = [other for one, other in pairs if one is None and other is not None]
    elsewhere: dict[int, _T] = {}
    for one, other in pairs:
        if one is not None and other is None and added:
            nearest = min(range(len(added)), key=lambda at, one=one: cost(one, added[at]))  # type: ignore[misc]
            if cost(one, added[nearest]) <= _MOVED:
                elsewhere[id(one)] = added.pop(nearest)
    moved = {id(one) for one in elsewhere.values()}
    for one, other in pairs:
        if one is not None and id(one) in elsewhere:
            yield Aligned(one, elsewhere[id(one)], moved=True)
        elif id(other) not in moved:
            yield Aligned(one, other)
