"""The pieces into which a prompt is laid out."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a unit is. A `PART` is one of several statements of a sentence, divided by semicolons."""

    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    SENTENCE = "sentence"
    CODE = "code"


@dataclass(eq=False, slots=True)
class Unit:
    """A stretch of the prompt, offsets without its list marker.

    `number` and `suffix` are those of its marker, whose offsets are `marker`. `intro` are the words that announce
    the list it belongs to, `section` the headings above it; units of one list share their `group`. `cells` are
    the offsets of a table row, `columns` the headers of the table, `words` all its words in lower case.
    """

    kind: Kind
    start: int
    end: int
    number: int | None = None
    suffix: str = ""
    marker: tuple[int, int] | None = None
    intro: str = ""
    intro_span: tuple[int, int] | None = None
    section: str = ""
    group: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    columns: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()

    @property
    def heading(self) -> str:
        """The heading directly above it."""
        return self.section.rpartition(" / ")[2]
