"""The labels of a picture, and its metadata, in both languages."""

from collections.abc import Iterator
from typing import NamedTuple

from ..entry.model import Entry, Field
from ..passage import ENTRY_ROLES, Role
from ..text import Text
from .diagram import Diagram

_METADATA = (
    (Field.TITLE, Role.ENTRY_TITLE, "the title of the entry"),
    (Field.DESCRIPTION, Role.ENTRY_DESCRIPTION, "the description"),
    (Field.ALT, Role.ENTRY_ALT, "the alt text"),
)


class LabelPair(NamedTuple):
    """One text of the picture, or of its metadata, in both languages. `name` tells users which one it is."""

    role: Role
    name: str
    original: Text
    translation: Text

    @property
    def of_entry(self) -> bool:
        """Does it stand in the metadata, rather than in the picture?"""
        return self.role in ENTRY_ROLES


def labels_of(diagram: Diagram) -> Iterator[LabelPair]:
    """What is drawn, as far as both sides have it."""
    here, there = diagram.original, diagram.translation
    if here.title and there.title:
        yield LabelPair(Role.TITLE, "the title", here.title, there.title)
    for box, twin, _ in diagram.boxes:
        if box and twin:
            yield LabelPair(Role.BOX, f"the box {box.name.value!r}", box.name, twin.name)
            if box.role and twin.role:
                yield LabelPair(Role.DESCRIPTION, f"the role of {box.name.value!r}", box.role, twin.role)
    for number, (arrow, counterpart, _) in enumerate(diagram.arrows, 1):
        if arrow and counterpart and arrow.label and counterpart.label:
            name = f"the label of arrow {number} ({arrow})"
            yield LabelPair(Role.LABEL, name, arrow.label, counterpart.label)
    for step, answer, _ in diagram.steps:
        if step and answer:
            yield LabelPair(Role.STEP, f"legend step {step.number}{step.suffix}", step.text, answer.text)
    for caption, translated, _ in diagram.captions:
        if caption and translated:
            yield LabelPair(Role.NOTE, f"the caption {caption.value!r}", caption, translated)
    for number, (note, other, _) in enumerate(diagram.notes, 1):
        if note and other:
            yield LabelPair(Role.NOTE, f"note {number}", note.text, other.text)


def metadata_of(original: Entry, translation: Entry) -> Iterator[LabelPair]:
    """Title, description and alt text, as far as both entries have them."""
    for field, role, name in _METADATA:
        one, other = original.get(field), translation.get(field)
        if one and other:
            yield LabelPair(role, name, one, other)
