"""How a slip of the hand changes a word, and what kind of slip lies between two words."""

from enum import Enum
from itertools import pairwise

ENGLISH = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = frozenset({"ae", "ai", "ao", "ei", "eo", "iy", "ou"})
_SOUNDS = frozenset({"cs", "st", "gj", "fv"})
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


class Slip(Enum):
    """One slip, from the most to the least usual; the value is its price when corrections are ranked."""

    SWAPPED = 1.0
    DOUBLED = 1.01
    UNDOUBLED = 1.02
    VOWEL = 1.3
    DROPPED = 1.5
    ADDED = 1.6
    SOUND = 1.7
    KEY = 2.3
    REPLACED = 2.5

    @property
    def usual(self) -> bool:
        """Whether people make this slip often enough to suspect it in a word that could be a name."""
        return self is not Slip.REPLACED

    @property
    def order(self) -> bool:
        """Whether only the order or the doubling of letters is wrong: the surest sign of a slip."""
        return self in (Slip.SWAPPED, Slip.DOUBLED, Slip.UNDOUBLED)

    @property
    def doubling(self) -> bool:
        """Whether a letter is doubled that should not be, or the other way round."""
        return self in (Slip.DOUBLED, Slip.UNDOUBLED)


def _neighbours() -> frozenset[str]:
    """Pairs of keys side by side in a row, or one above the other."""
    pairs: set[str] = set()
    for row in _ROWS:
        pairs.update(row[i : i + 2] for i in range(len(row) - 1))
    for upper, lower in pairwise(_ROWS):
        for i, key in enumerate(lower):
            pairs.update(key + above for above in upper[i : i + 2])
    return frozenset(pairs | {pair[::-1] for pair in pairs})


_KEYS = _neighbours()


def single_edits(word: str, letters: str = ENGLISH) -> set[str]:
    """Every string one swap, deletion, replacement or insertion away from `word`."""
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    edits = {head + tail[1] + tail[0] + tail[2:] for head, tail in splits if len(tail) > 1}
    edits.update([head + tail[1:] for head, tail in splits if tail])
    edits.update([head + letter + tail[1:] for head, tail in splits if tail for letter in letters])
    edits.update([head + letter + tail for head, tail in splits for letter in letters])
    edits.discard(word)
    return edits


def slip_between(typed: str, meant: str) -> Slip | None:
    """The single slip that made `typed` of `meant`; None where it took none, or more than one."""
    if typed == meant:
        return None
    start, tail = shared_start(typed, meant), 0
    shorter = min(len(typed), len(meant))
    while tail < shorter - start and typed[-1 - tail] == meant[-1 - tail]:
        tail += 1
    wrong, right = typed[start : len(typed) - tail], meant[start : len(meant) - tail]
    match len(wrong), len(right):
        case 0, 1:
            return Slip.UNDOUBLED if _touches(meant, start, right) else Slip.DROPPED
        case 1, 0:
            return Slip.DOUBLED if _touches(typed, start, wrong) else Slip.ADDED
        case 1, 1:
            return _replacement(wrong, right)
        case 2, 2 if wrong == right[::-1]:
            return Slip.SWAPPED
    return None


def shared_start(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))


def _touches(word: str, place: int, letter: str) -> bool:
    """Whether the letter at `place` stands beside another like it."""
    return word[place - 1 : place] == letter or word[place + 1 : place + 2] == letter


def _replacement(wrong: str, right: str) -> Slip:
    pair = min(wrong, right) + max(wrong, right)
    if pair in _VOWELS:
        return Slip.VOWEL
    if pair in _SOUNDS:
        return Slip.SOUND
    return Slip.KEY if wrong + right in _KEYS else Slip.REPLACED
