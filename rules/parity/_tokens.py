"""Tokens of a label that its translation lacks."""

from collections.abc import Collection, Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.pair import LabelPair, Pair
from jwtlint.parity.tokens import Kind, Token, stands_in


def lost(label: LabelPair, pair: Pair, kinds: Collection[Kind]) -> Iterator[Token]:
    """The tokens of the original of some kinds that do not stand in the translation, each once."""
    seen: set[str] = set()
    for token in pair.words.tokens_in(label.original.value):
        if (
            token.kind in kinds
            and token.value not in seen
            and not stands_in(token.value, label.translation.value)
        ):
            seen.add(token.value)
            yield token


def changed(label: LabelPair, pair: Pair, kinds: Collection[Kind]) -> Iterator[Finding]:
    """One finding for all tokens of some kinds that are gone. What only metadata leaves out is worth a look."""
    gone = list(lost(label, pair, kinds))
    if gone:
        names = ", ".join(f"{token.kind.value} {token.value!r}" for token in gone)
        yield Finding(
            label.translation,
            f"{names} of the {label.name} {'is' if len(gone) == 1 else 'are'} not in its translation",
            "keep the characters of the original",
            related=tuple(Related(token.of(label.original), "in the original") for token in gone),
            severity=Severity.INFO if label.of_entry else None,
        )
