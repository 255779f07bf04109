"""What findings about a label and its translation have in common."""

from jwtlint.finding import Related
from jwtlint.parity.pair import LabelPair
from jwtlint.text import Text


def original_of(label: LabelPair, text: Text | None = None) -> tuple[Related, ...]:
    """The place of the label, or of a part of it, in the original."""
    return (Related(text or label.original, f"{label.name} of the original"),)
