"""What a prompt says, in one model for every form in which editors write it."""

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from ..passage import Passage
from ..text import Text

if TYPE_CHECKING:
    from .names import NameIndex


class Mode(Enum):
    """When an arrow is taken."""

    MAIN = "main"
    OPTIONAL = "optional"
    ALTERNATIVE = "alternative"


@dataclass(eq=False, slots=True)
class Box:
    """A declared component. `text` is the whole declaration; `role` is what it does, `icon` what is drawn."""

    name: Text
    text: Text
    role: Text | None = None
    icon: Text | None = None
    number: int | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The whole name and its parts: "Browser / Web Client" is also "Browser" and "Web Client"."""
        whole = self.name.value
        bare = whole.partition(" (")[0]
        parts = [part.strip() for part in bare.split("/")] if "/" in bare and "://" not in bare else []
        return tuple(dict.fromkeys([whole, bare, *(part for part in parts if part)]))


@dataclass(eq=False, slots=True)
class Arrow:
    """A directed connection. `source` and `target` are the words used; the boxes are what they mean.

    `source_box` is None where no box fits, `label` where the arrow has none. `text` is the whole clause. `branch`
    are the words of the condition, where a diagram puts the arrow into a branch with some.
    """

    source: Text
    target: Text
    text: Text
    label: Text | None = None
    mode: Mode = Mode.MAIN
    source_box: Box | None = None
    target_box: Box | None = None
    branch: Text | None = None

    @property
    def internal(self) -> bool:
        """Does it start and end at the same component?"""
        if self.source_box is not None:
            return self.source_box is self.target_box
        return self.source.value.casefold() == self.target.value.casefold()

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"


@dataclass(eq=False, slots=True)
class Step:
    """A numbered step of the legend. `marker` is the number as written, `suffix` the letter of a sub-step."""

    number: int
    marker: Text
    text: Text
    suffix: str = ""


@dataclass(eq=False, slots=True)
class Legend:
    """The numbered explanation of the picture.

    `announcement` are the words that ask for it. `declared` is the range that they name (first, last), and
    `declared_text` the place of that range.
    """

    announcement: Text
    steps: tuple[Step, ...] = ()
    declared: tuple[int, int] | None = None
    declared_text: Text | None = None


@dataclass(eq=False, slots=True)
class Note:
    """A text that the picture shows beside the diagram."""

    text: Text


class Topic(Enum):
    """What a constraint is about."""

    LANGUAGE = "language"
    SPELLING = "spelling"
    VENDORS = "vendors"
    WATERMARK = "watermark"
    DIGITS = "digits"
    CLAIMS = "claims"
    PROTOCOL_NAMES = "protocol names"


@dataclass(eq=False, slots=True)
class Constraint:
    """A condition on the picture. `value` is the language code, or the words demanded; `negative` forbids."""

    topic: Topic
    text: Text
    value: str = ""
    negative: bool = False


@dataclass(eq=False)
class Prompt:
    """A generation prompt as it was understood.

    `arrows` are in the order of the flow. `sentences` are the clauses outside boxes, arrows, steps and notes;
    `unread` the sentences that announce structure which could not be read. `announces_boxes` and
    `announces_arrows` are the words that promise them. `passages` partition the prompt; `language` is what its
    own words are written in (ISO 639-1). `names` finds the box that some words mean.
    """

    text: Text
    names: "NameIndex" = field(repr=False)
    title: Text | None = None
    archetype: Text | None = None
    audiences: tuple[Text, ...] = ()
    styles: tuple[Text, ...] = ()
    palette: tuple[Text, ...] = ()
    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    legends: tuple[Legend, ...] = ()
    notes: tuple[Note, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    sentences: tuple[Text, ...] = ()
    unread: tuple[Text, ...] = ()
    announces_boxes: Text | None = None
    announces_arrows: Text | None = None
    passages: tuple[Passage, ...] = ()
    language: str | None = None

    @property
    def legend(self) -> Legend | None:
        """The legend with steps, or else the first that is announced."""
        return next((one for one in self.legends if one.steps), self.legends[0] if self.legends else None)

    @property
    def steps(self) -> tuple[Step, ...]:
        return self.legend.steps if self.legend else ()
