"""Everything that a run has to say, for the formats that are written when it is over."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..rule import Rule
from .home import Home
from .totals import Totals

if TYPE_CHECKING:
    from ..session import Checked


class Report(NamedTuple):
    """The files in their order, what they came to, and the rules that were asked.

    `home` says from where its files are to be named.
    """

    checked: Sequence["Checked"]
    totals: Totals
    rules: Sequence[Rule]
    home: Home = Home()
