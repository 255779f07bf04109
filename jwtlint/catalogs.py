"""The catalogs of a run: all its entries beside each other, those of each configuration apart."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .linters import Linters
from .session import Checked

if TYPE_CHECKING:
    from .catalog.catalog import Cards
    from .engine import Linter


class Catalogs:
    """Keeps the cards of what is checked, and lets the rules look at all of them when the run is over."""

    def __init__(self, linters: Linters) -> None:
        self._linters = linters
        self._cards: dict[Linter, Cards] = {}

    def add(self, checked: Checked) -> None:
        """Keep the cards of a document, record or picture."""
        if not checked.cards:
            return
        from .catalog.catalog import Cards

        linter = self._linters.of(checked.cards[0].path)
        cards = self._cards.get(linter)
        if cards is None:
            cards = self._cards[linter] = Cards()
        for card in checked.cards:
            cards.add(card._replace(unit=checked.unit))

    def check(self) -> Iterator[Checked]:
        """What the entries deserve beside each other, in their order. A single entry has nothing beside it."""
        from .catalog.catalog import Catalog

        for linter, cards in self._cards.items():
            if len(cards) < 2:
                continue
            for result in linter.lint_catalog(Catalog(cards)):
                failing = linter.fails(result)
                yield Checked(result.path, result, failing=failing, was_failing=failing)
