"""What a report alleges: defects, each with what it points at, from the sentences of the report."""

from dataclasses import dataclass

from .pointer import Pointer
from .things import Kind
from .vocabulary import Defect

_KINDS = {
    Kind.STEP: "legend",
    Kind.ARROW: "flow",
    Kind.FIELD: "catalog",
    Kind.NOTE: "structure",
    Kind.BOX: "structure",
    Kind.TITLE: "structure",
}
_ELEMENTS = {
    "note": "security",
    "step": "legend",
    "legend": "legend",
    "arrow": "flow",
    "title": "structure",
    "box": "structure",
    "label": "structure",
    "icon": "picture",
    "letters": "picture",
}
NO_PLACE = frozenset({"letters", "prompt"})
"""Elements that are everywhere on a picture, so that they say of no place."""
_ONLY = frozenset({"legend", "note", "title"})
"""Elements of which a picture has one, so that their kind names them."""
FIELDS = frozenset(
    {
        "description",
        "alt text",
        "resolution",
        "ratio",
        "file size",
        "style",
        "use case",
        "date",
        "language",
        "SEO target",
    }
)


@dataclass(frozen=True, slots=True)
class Allegation:
    """A defect that is said to be on the entry.

    Characters `start` to `end` of the report say it. `elements` are the parts of pictures and fields that are named
    there, `words` what else is said (folded). `implied`: no words of defect were used, but something is said about a name, or a name is given in a
    wrong spelling.
    """

    defect: Defect
    pointers: tuple[Pointer, ...]
    elements: frozenset[str]
    start: int
    end: int
    words: frozenset[str] = frozenset()
    implied: bool = False

    @property
    def category(self) -> str:
        """The family of rules that it is about; "other" where nothing tells."""
        if self.defect.category:
            return self.defect.category
        if "note" in self.elements:
            return _ELEMENTS["note"]
        sure = [one for one in self.pointers if not one.weak] or self.pointers
        kinds = {thing.kind for one in sure for thing in one.things}
        if any(one.anchor.startswith("step:") for one in self.pointers):
            return "legend"
        for kind, category in _KINDS.items():
            if kind in kinds:
                return category
        if self.elements & FIELDS:
            return "catalog"
        return next((name for element, name in _ELEMENTS.items() if element in self.elements), "other")

    @property
    def anchors(self) -> tuple[str, ...]:
        """What it points at on the entry, sorted."""
        found = {one.anchor for one in self.pointers if not one.anchor.startswith("quote:")}
        found |= {f"field:{one.lower()}" for one in self.elements & FIELDS}
        return tuple(sorted(found or {f"part:{one}" for one in self.elements & _ONLY}))

    @property
    def is_specific(self) -> bool:
        """Could somebody go and look: does it say where, and not only that something is wrong?"""
        if self.defect.whole or self.defect.telling:
            return True
        named = [one for one in self.pointers if not one.weak]
        if self.defect.vague:
            return any(one.known or one.typed for one in named) or bool(self.elements & FIELDS)
        return bool(self.pointers) or bool(self.elements - NO_PLACE)
