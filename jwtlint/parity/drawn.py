"""A translation and its original as they were drawn: the same labels, with what was read off both pictures."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from ..document import Document
from ..picture.comparison import Comparison
from ..picture.differences import Difference
from ..picture.expected import Expected, expected_of
from ..picture.match import Match, Status, match
from ..picture.suspects import near
from ..rule import Where
from ..text import Region, Run, Span, Text
from .labels import LabelPair
from .pair import Pair

if TYPE_CHECKING:
    from ..picture.layout import Layout
    from ..picture.picture import Picture
    from ..rule import Rule


class DrawnLabel(NamedTuple):
    """A label of the prompts and its places on the two pictures; None where nothing like it was read."""

    label: LabelPair
    original: Text | None
    translation: Text | None


class DrawnPair:
    """What was read off the pictures of a pair. `original` and `translation` are its documents with their pictures."""

    def __init__(self, pair: Pair, original: Document, translation: Document) -> None:
        self.pair = pair
        self.original = original
        self.translation = translation
        self.entry = translation.entry
        self.prompt = translation.prompt

    @property
    def picture(self) -> "Picture | None":
        """The picture of the translation."""
        return self.translation.picture

    @property
    def layout(self) -> "Layout | None":
        return self.translation.layout

    @cached_property
    def labels(self) -> tuple[DrawnLabel, ...]:
        """Every label of the picture with its places; none where a picture was not read."""
        here, there = self.original.comparison, self.translation.comparison
        if here is None or there is None:
            return ()
        return tuple(self._labels(here, there))

    @property
    def absence_confidence(self) -> float:
        """How sure it is that a text is missing on the picture of the translation, 0 to 1."""
        comparison = self.translation.comparison
        return comparison.absence_confidence if comparison else 0.0

    @cached_property
    def differing(self) -> tuple[LabelPair, ...]:
        """The labels whose translation was drawn in other words than its prompt has: what the prompts say is judged there."""
        return tuple(
            one.label._replace(original=one.original or one.label.original, translation=one.translation)
            for one in self.labels
            if one.translation is not None and one.translation.value != one.label.translation.value
        )

    def _labels(self, here: Comparison, there: Comparison) -> Iterator[DrawnLabel]:
        for label in self.pair.labels:
            drawn = _drawn(label.translation, there.matches)
            if drawn is None and label.original.value != label.translation.value:
                drawn = _drawn(label.original, self._still_original)
            yield DrawnLabel(label, _drawn(label.original, here.matches), drawn)

    @cached_property
    def _still_original(self) -> Sequence[Match]:
        """The texts of the original that were read on the picture of the translation."""
        prompt, layout = self.original.prompt, self.layout
        if prompt is None or layout is None:
            return ()
        expected: tuple[Expected, ...] = expected_of(prompt, self.pair.context.polarity)
        return [one for one in match(expected, layout) if one.status is Status.EXACT]

    def subjects(self, rule: "Rule") -> Iterable[Any] | None:
        """What the rule has to look at; rules about words only where they read drawn words, too."""
        if rule.subject == "LabelPair":
            return self.differing if rule.where is not Where.WRITTEN else ()
        return (self,) if rule.subject == "DrawnPair" else ()

    def context_for(self, need: str) -> Any:
        """The value for a further parameter of a check."""
        return self.picture if need == "Picture" else self.pair.context_for(need)


def _drawn(label: Text, matches: Sequence[Match]) -> Text | None:
    """What was drawn for a label: the words of the prompt where they are all there, and else those that were read.

    A slip of the pen, or of the reader, is no other word.
    """
    parts = [one for one in matches if _within(one.expected.text, label)]
    found = [one.drawn for one in parts if one.drawn is not None and isinstance(one.drawn.place, Region)]
    if not parts or len(found) < len(parts):
        return None
    if len(parts) == 1 and not any(_is_other_word(one) for one in parts[0].differences):
        place = found[0].place
        assert place is not None
        value = parts[0].expected.text.value
        return Text(value, (Run(0, len(value), place),), found[0].source)
    return Text.join(found)


def _is_other_word(difference: Difference) -> bool:
    asked, drawn = difference
    if asked is None or drawn is None:
        return True
    return any(map(str.isdigit, asked.value + drawn.value)) or not near(asked.value, drawn.value)


def _within(inner: Text, outer: Text) -> bool:
    one, other = inner.place, outer.place
    if not isinstance(one, Span) or not isinstance(other, Span) or inner.source is not outer.source:
        return False
    return other.start <= one.start and one.end <= other.end
