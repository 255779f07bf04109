"""The catalogs of a run: all its entries beside each other, those of each configuration apart."""

from collections.abc import Iterable, Iterator
from heapq import merge
from typing import TYPE_CHECKING

from .linters import Linters
from .session import Checked

if TYPE_CHECKING:
    from .catalog.card import Card
    from .catalog.catalog import Cards
    from .engine import Linter


class Catalogs:
    """Keeps the cards of what is checked, and lets the rules look at all of them when the run is over."""

    def __init__(self, linters: Linters) -> None:
        self._linters = linters
        self._cards: dict[Linter, Cards] = {}

    def add(self, checked: Checked) -> None:
        """Keep the cards of a document, record or picture."""
        if checked.cards:
            self.keep(card._replace(unit=checked.unit) for card in checked.cards)

    def keep(self, some: "Iterable[Card]") -> None:
        """Keep cards that know their unit."""
        from .catalog.catalog import Cards

        for card in some:
            linter = self._linters.of(card.path)
            cards = self._cards.get(linter)
            if cards is None:
                cards = self._cards[linter] = Cards()
            cards.add(card)

    def cards(self) -> Iterator["Card"]:
        """All cards, in order."""
        return merge(*self._cards.values(), key=lambda card: card.place)

    def check(self) -> Iterator[Checked]:
        """What the entries deserve beside each other, in their order. A single entry has nothing beside it."""
        from .catalog.catalog import Catalog

        for linter, cards in self._cards.items():
            if len(cards) < 2:
                continue
            for unit, result in linter.lint_catalog(Catalog(cards)):
                failing = linter.fails(result)
                yield Checked(result.path, result, failing=failing, was_failing=failing, unit=unit)
