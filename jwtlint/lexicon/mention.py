"""A known term, found in a passage."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..passage import Passage
from ..text import Text
from .polarity import Stance


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """An entry of a vocabulary. `data` are its further attributes, as its vocabulary file gives them."""

    family: str
    name: str
    data: Mapping[str, Any] = field(default_factory=dict)


class Mention:
    """Words of a passage that name a term, with what the surroundings make of them.

    `data` are the attributes of this mention, as its family has them. The stance is found when a rule first asks
    for it: most rules never do.
    """

    def __init__(
        self, term: Term, text: Text, passage: Passage, stance: Callable[[], Stance], data: Mapping[str, Any]
    ) -> None:
        self.term = term
        self.text = text
        self.passage = passage
        self.data = data
        self._find_stance = stance

    @cached_property
    def stance(self) -> Stance:
        return self._find_stance()

    @property
    def negated(self) -> bool:
        """Is it denied or forbidden?"""
        return self.passage.forbidden or self.stance.negated

    @property
    def hedged(self) -> bool:
        """Is it softened ("illustrative")?"""
        return self.stance.hedged

    @property
    def questioned(self) -> bool:
        """Is it part of a question?"""
        return self.stance.questioned
