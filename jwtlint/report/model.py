"""Everything that a run has to say, for the formats that are written when it is over."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..rule import Rule
from .totals import Totals

if TYPE_CHECKING:
    from ..session import Checked


class Report(NamedTuple):
    """The files in their order, what they came to, and the rules that were asked."""

    checked: Sequence["Checked"]
    totals: Totals
    rules: Sequence[Rule]
