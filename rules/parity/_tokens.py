"""Tokens of a label that its translation lacks."""

from collections.abc import Collection, Iterator

from jwtlint.finding import Finding, Related
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Pair
from jwtlint.parity.tokens import Kind, Token, stands_in

from ._labels import milder


def lost(label: LabelPair, pair: Pair, kinds: Collection[Kind]) -> list[Token]:
    """The tokens of the original of some kinds that do not stand in the translation, each once."""
    return _only_in(label.original.value, label.translation.value, pair, kinds)


def added(label: LabelPair, pair: Pair, kinds: Collection[Kind]) -> list[Token]:
    """The tokens of the translation of some kinds that do not stand in the original, each once."""
    return _only_in(label.translation.value, label.original.value, pair, kinds)


def _only_in(here: str, there: str, pair: Pair, kinds: Collection[Kind]) -> list[Token]:
    found: dict[str, Token] = {}
    for token in pair.words.tokens_in(here):
        if token.kind in kinds and not stands_in(token.value, there):
            found.setdefault(token.value, token)
    return list(found.values())


def changed(label: LabelPair, pair: Pair, kinds: Collection[Kind]) -> Iterator[Finding]:
    """One finding for all tokens of some kinds that are gone."""
    gone = lost(label, pair, kinds)
    if gone:
        names = " and ".join(f"the {token.kind.value} {token.value!r}" for token in gone)
        yield Finding(
            label.translation,
            f"{names} of {label.name} {'is' if len(gone) == 1 else 'are'} not in its translation",
            "keep the characters of the original",
            related=tuple(
                Related(token.of(label.original), f"{label.name} in the original") for token in gone
            ),
            severity=milder(label),
        )
