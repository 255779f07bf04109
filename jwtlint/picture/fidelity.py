"""How much of the text that a prompt asks for was drawn, in the measures of benchmarks for drawn text.

Word accuracy is that of MARIO-Eval and AnyText (the share of words that are exactly there); the normalised edit
distance that of AnyText and of OCR competitions (Levenshtein distance over the longer length).
"""

from .comparison import Comparison
from .differences import WORD
from .match import Match, Status
from .model import Fidelity


def fidelity(comparison: Comparison) -> Fidelity | None:
    """The fidelity of a picture to the texts that its prompt plainly asks for; None where it asks for none."""
    asked = [one for one in comparison.matches if one.expected.required and not one.expected.optional]
    words = [len(WORD.findall(one.expected.text.value)) for one in asked]
    total = sum(words)
    if not total:
        return None
    right = sum(_right(one, count) for one, count in zip(asked, words, strict=True))
    distance = sum(1 - one.alike for one in asked) / len(asked)
    return Fidelity(round(right / total, 4), round(distance, 4), total)


def _right(one: Match, words: int) -> int:
    if one.status is Status.MISSING:
        return 0
    return max(0, words - sum(difference.asked is not None for difference in one.differences))
