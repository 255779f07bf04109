"""A known term, found in a passage."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..passage import Passage
from ..text import Text


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """An entry of a vocabulary. `data` are its further attributes, as its vocabulary file gives them."""

    family: str
    name: str
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class Mention:
    """Words of a passage that name a term, with what the surroundings make of them.

    `negated`: denied or forbidden. `hedged`: softened ("illustrative"). `questioned`: part of a question.
    `data` are the attributes of this mention, as its family has them.
    """

    term: Term
    text: Text
    passage: Passage
    negated: bool = False
    hedged: bool = False
    questioned: bool = False
    data: Mapping[str, Any] = field(default_factory=dict)
