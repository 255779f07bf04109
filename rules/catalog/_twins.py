"""Finding what stands in several entries, without comparing each with each."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import NamedTuple

from jwtlint.catalog.card import Card, Snippet
from jwtlint.catalog.catalog import Catalog
from jwtlint.finding import Related
from jwtlint.regex import lazy

_SHOWN = 60
_FOLDED = lazy(r"(?:[^\W_]|[+#])+")
_OPEN = frozenset(("", *"na nil none null pending tba tbc tbd todo undefined unknown".split()))


class Twin(NamedTuple):
    """A later card, and the first with which it shares something."""

    later: Card
    first: Card


def twins(catalog: Catalog, key: Callable[[Card], Hashable | None]) -> Iterator[Twin]:
    """The cards whose key an earlier one has, too; None is no key.

    Two looks at all cards: of each key only a number is kept until it is known whose cards are wanted.
    """
    first: dict[int, int] = {}
    pairs: dict[int, int] = {}
    for at, card in enumerate(catalog):
        value = key(card)
        if value is not None and (earlier := first.setdefault(hash(value), at)) != at:
            pairs[at] = earlier
    return (twin for _, twin in paired(catalog, pairs) if key(twin.later) == key(twin.first))


def paired(catalog: Catalog, pairs: Mapping[int, int]) -> Iterator[tuple[int, Twin]]:
    """The cards at some places among all, in order, each with its place and the earlier card that is its twin."""
    wanted = frozenset(pairs.values())
    kept: dict[int, Card] = {}
    for at, card in enumerate(catalog if pairs else ()):
        if at in wanted:
            kept[at] = card
        if (earlier := pairs.get(at)) is not None:
            yield at, Twin(card, kept[earlier])


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
    """Words without case, punctuation and spacing; "C++" and "C#" stay what they are."""
    return " ".join(_FOLDED.findall(words.casefold()))


def says_something(snippet: Snippet | None) -> bool:
    """Is a value more than what people write into a field that they leave open, such as "-" and "n/a"?"""
    words = "".join(filter(str.isalnum, snippet.value.casefold())) if snippet else ""
    return words not in _OPEN
