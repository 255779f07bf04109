"""Everything on an entry that a report can name, each with its canonical anchor."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from ..entry.model import Field
from ..prompt.model import Arrow, Prompt
from ..text import Text
from .shown import cleaned
from .words import folded

_LONGEST_FLAGGED = 5
_SHORT_VALUE = 8


class Kind(Enum):
    """What a thing is; the value is the first part of its anchor."""

    BOX = "label"
    ARROW = "arrow"
    STEP = "step"
    NOTE = "note"
    TITLE = "title"
    FIELD = "field"
    WORDS = "words"


@dataclass(frozen=True, eq=False, slots=True)
class Thing:
    """Something that an entry has. `texts` is where it stands; `variants` are its names as they are compared.

    `prose` tells that it is a sentence, of which single words name nothing. `number` is that of a step or a box. `flagged`: a rule reports these
    very words.
    """

    anchor: str
    kind: Kind
    name: str
    texts: tuple[Text, ...]
    variants: tuple[tuple[str, ...], ...]
    prose: bool = False
    number: int | None = None
    arrow: Arrow | None = None
    flagged: bool = False


def things_of(prompt: Prompt | None, fields: dict[Field, Text], titles: Sequence[Text]) -> Iterator[Thing]:
    """The things of an entry: boxes first, so that a name means the box where an arrow's label holds it, too."""
    if prompt is not None:
        yield from _drawn(prompt)
    for text in titles:
        yield Thing("field:title", Kind.FIELD, text.value, (text,), (folded(text.value),), prose=True)
    for field, text in fields.items():
        words = folded(text.value)
        yield Thing(
            f"field:{field.value.lower()}",
            Kind.FIELD,
            field.value,
            (text,),
            (words,),
            prose=len(words) > _SHORT_VALUE,
        )


def _drawn(prompt: Prompt) -> Iterator[Thing]:
    for box in prompt.boxes:
        names = tuple(filter(None, (folded(name) for name in box.names)))
        yield Thing(
            f"label:{_plain(box.name)}",
            Kind.BOX,
            box.name.value,
            (box.name, box.text),
            names,
            number=box.number,
        )
    times: Counter[str] = Counter()
    for arrow in prompt.arrows:
        between = f"{_end(arrow, source=True)}>{_end(arrow, source=False)}"
        times[between] += 1
        label = arrow.label
        yield Thing(
            f"arrow:{between}#{times[between]}",
            Kind.ARROW,
            label.value if label else str(arrow),
            (label, arrow.text) if label else (arrow.text,),
            (folded(label.value),) if label else (),
            arrow=arrow,
        )
    for step in prompt.steps:
        anchor = f"step:{step.number}{step.suffix}"
        words = folded(step.text.value)
        yield Thing(
            anchor, Kind.STEP, step.text.value, (step.text,), (words,), prose=True, number=step.number
        )
    for number, note in enumerate(prompt.notes, 1):
        yield Thing(
            f"note:{number}",
            Kind.NOTE,
            note.text.value,
            (note.text,),
            (folded(note.text.value),),
            prose=True,
        )
    if prompt.title is not None:
        yield Thing(
            "title",
            Kind.TITLE,
            prompt.title.value,
            (prompt.title,),
            (folded(prompt.title.value),),
            prose=True,
        )


def flagged(text: Text) -> Thing | None:
    """Words that the linter has flagged, where they are few enough to be named."""
    words = folded(text.value)
    if not 0 < len(words) <= _LONGEST_FLAGGED:
        return None
    return written(text, flagged=True)


def written(text: Text, *, flagged: bool = False) -> Thing:
    """Words of the entry that are no thing of their own."""
    words = folded(text.value)
    return Thing(f"words:{' '.join(words)}", Kind.WORDS, text.value, (text,), (words,), flagged=flagged)


def _end(arrow: Arrow, *, source: bool) -> str:
    box = arrow.source_box if source else arrow.target_box
    return _plain(box.name if box else arrow.source if source else arrow.target)


def _plain(text: Text) -> str:
    return cleaned(text.value).casefold()
