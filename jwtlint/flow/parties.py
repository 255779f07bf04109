"""Who takes part in a conversation."""

from collections.abc import Sequence

from ..prompt.model import Arrow, Box
from ..text import Text
from .kinds import Kind, Kinds, Nature
from .labels import read_label
from .model import Party


class Parties:
    """One party for each box, or for each name without a box."""

    def __init__(self, kinds: Kinds, arrows: Sequence[Arrow]) -> None:
        self._kinds = kinds
        self._known: dict[object, Party] = {}
        # What asks others for what it lacks is a cache on the way (of a CDN, of a resolver), no store.
        self._asking = {_key(arrow.source, arrow.source_box) for arrow in arrows if _asks_on(arrow)}

    @property
    def all(self) -> list[Party]:
        """Every party that was asked for, in that order."""
        return list(self._known.values())

    def of_arrow(self, arrow: Arrow) -> tuple[Party, Party]:
        """Where the arrow starts and where it ends."""
        source = self._of(arrow, arrow.source, at_source=True)
        return source, source if arrow.internal else self._of(arrow, arrow.target, at_source=False)

    def _of(self, arrow: Arrow, words: Text, *, at_source: bool) -> Party:
        box = arrow.source_box if at_source else arrow.target_box
        key = _key(words, box)
        party = self._known.get(key)
        if party is None:
            name = box.name.value if box is not None else words.value
            role = box.role.value if box is not None and box.role is not None else ""
            nature = self._kinds.of(name, role)
            if nature.kind is Kind.CACHE and key in self._asking:
                nature = Nature(Kind.EDGE, certain=False)
            party = self._known[key] = Party(name, nature, box)
        return party


def _key(words: Text, box: Box | None) -> object:
    return id(box) if box is not None else words.value.casefold()


def _asks_on(arrow: Arrow) -> bool:
    if arrow.label is None or arrow.internal:
        return False
    value = arrow.label.value
    return "?" in value or ("/" in value and read_label(value).request is not None)
