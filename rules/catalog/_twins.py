"""Finding what stands in several entries, without comparing each with each."""

from collections.abc import Callable, Hashable, Iterator
from typing import NamedTuple

from jwtlint.catalog.card import Card, Snippet
from jwtlint.catalog.catalog import Catalog
from jwtlint.finding import Related

_SHOWN = 60


class Twin(NamedTuple):
    """A later card, and the first with which it shares something."""

    later: Card
    first: Card


def twins(catalog: Catalog, key: Callable[[Card], Hashable | None]) -> Iterator[Twin]:
    """The cards whose key an earlier one has, too; None is no key."""
    first: dict[Hashable, Card] = {}
    for card in catalog:
        value = key(card)
        if value is not None and (other := first.setdefault(value, card)) is not card:
            yield Twin(card, other)


def title_of(card: Card) -> Snippet | None:
    """What names an entry for people: its title, else its prompt."""
    return card.title or card.prompt


def seen_at(card: Card, note: str) -> tuple[Related, ...]:
    """The other entry, as a related place."""
    snippet = title_of(card)
    return (Related(Catalog.text(card, snippet), note),) if snippet else ()


def called(card: Card) -> str:
    """An entry in a message: by its id, else its title."""
    name = card.id or title_of(card)
    return f"'{name.value[:_SHOWN]}'" if name else f"in {card.path}"


def folded(words: str) -> str:
    """Words without case, punctuation and spacing."""
    return " ".join("".join(one if one.isalnum() else " " for one in words.casefold()).split())
