"""The evidence that an English word is misspelt, and how much of it makes certain."""

from dataclasses import dataclass

from .dictionary import LONGEST, Dictionary, cased_as, words_of
from .edits import Slip, shared_start, single_edits, slip_between
from .evidence import Accept, Misspelling
from .formation import Formation, formation

# Numbers of letters: what is judged at all, and how long a word must be for weaker evidence to count.
_SHORTEST = 3
_ACRONYM = 5
_SHORT = 5
_LONG = 8
_TWO_SLIPS = 9
# So many last letters are seldom wrong in a word with two slips, or with a capital.
_LAST = 2
# What makes a correction likelier (bonus) or less likely (price), in the measure of `Slip`.
_TECHNICAL_BONUS = 0.3
_LETTER_BONUS = 0.1
_ENDING_PRICE = 0.2
_FREQUENT_BAND = 1
_SUGGESTIONS = 3

# Words so frequent that three letters, or four, suffice to recognise a slip in them.
_LEAST = frozenset({"the", "and", "you"})
_LITTLE = frozenset(
    words_of(
        """
        about could from have other should that their them then there these they this those what when where
        which will with would your
        """
    )
)


@dataclass(frozen=True, slots=True)
class _Correction:
    """What a word may have meant.

    `slip` is None for two slips; `frequent`: often used, in general or in the field; `technical`: accepted as
    a technical word, but no frequent word of the dictionary.
    """

    meant: str
    slip: Slip | None
    price: float
    frequent: bool
    technical: bool


def misspelling(word: str, dictionary: Dictionary, accept: Accept) -> Misspelling | None:
    """Judges a word without hyphens that `dictionary` does not know and `accept` does not accept."""
    lower = word.lower()
    if not judged(word) or dictionary.knows(lower) or dictionary.knows(lower.capitalize()):
        return None
    corrections = _corrections(lower, dictionary, accept)
    if not corrections or not _plausible(lower, corrections[0], formation(lower, dictionary, accept)):
        return None
    certain = _certain(word, corrections[0])
    if certain is None:
        return None
    meant = tuple(cased_as(word, correction.meant) for correction in corrections[:_SUGGESTIONS])
    return Misspelling(word, meant, certain)


def judged(word: str) -> bool:
    """Whether `word` looks like an ordinary word, not like an identifier or an abbreviation."""
    if not _SHORTEST <= len(word) <= LONGEST or not word.isascii() or not word.isalpha():
        return False
    if word.isupper():
        return len(word) > _ACRONYM
    return word[1:].islower()


def _corrections(word: str, dictionary: Dictionary, accept: Accept) -> list[_Correction]:
    """What `word`, in lower case, may have meant, likeliest first."""
    found = []
    for meant in single_edits(word):
        technical = len(meant) > _SHORTEST and accept(meant)
        if technical or dictionary.band(meant) is not None:
            found.append(_correction(word, meant, technical, dictionary))
    if not found and len(word) >= _LONG:
        for meant in dictionary.far(word):
            if word[-_LAST:] == meant[-_LAST:]:
                found.append(_correction(word, meant, accept(meant), dictionary))
    return sorted(found, key=lambda correction: (correction.price, correction.meant))


def _correction(word: str, meant: str, technical: bool, dictionary: Dictionary) -> _Correction:
    band = dictionary.band(meant)
    slip = slip_between(word, meant)
    price = dictionary.price(word, meant)
    if slip is None:
        price -= _LETTER_BONUS * shared_start(word, meant)
    if technical:
        price -= _TECHNICAL_BONUS
    if word[-1] != meant[-1] and slip is not Slip.SWAPPED:
        price += _ENDING_PRICE
    frequent = technical or (band is not None and band <= _FREQUENT_BAND)
    return _Correction(meant, slip, price, frequent, technical and band is None)


def _plausible(word: str, best: _Correction, way: Formation | None) -> bool:
    """Whether `word` is likelier a slip than a new word that someone formed."""
    if way is None:
        return True
    slip = best.slip
    if slip is None or not best.frequent or word[0] != best.meant[0] or word[-1] != best.meant[-1]:
        return False
    if way is Formation.FIRM:
        swapped = slip is Slip.SWAPPED and len(word) >= _LONG
        return swapped or (slip.doubling and not _travelled(word, best.meant))
    if word.endswith(("er", "ers")) and slip is Slip.ADDED:
        return False
    return len(word) > _SHORT and slip.usual and slip is not Slip.KEY


def _travelled(word: str, meant: str) -> bool:
    """Whether only the l before an ending is doubled or not, where American and British English differ."""
    endings = ("ed", "ing", "er")
    return any(word.replace("ll" + end, "l" + end) == meant.replace("ll" + end, "l" + end) for end in endings)


def _certain(word: str, best: _Correction) -> bool | None:
    """Whether the best correction is beyond doubt; None if it is too weak to speak of."""
    slip, meant, size = best.slip, best.meant, len(word)
    lower = word.lower()
    if size <= _SHORTEST + 1:
        slipped = slip is Slip.SWAPPED or (slip is Slip.DROPPED and size > _SHORTEST)
        return True if slipped and meant in (_LITTLE if size > _SHORTEST else _LEAST) else None
    if not word.islower():
        return _certain_name(word, best)
    if slip is None:
        return size >= _TWO_SLIPS if best.frequent else None
    if slip is not Slip.SWAPPED and lower[0] != meant[0]:
        return False if size >= _LONG and slip is not Slip.ADDED else None
    if best.technical and not slip.order and (size <= _SHORT or slip is Slip.ADDED):
        return None if size <= _SHORT else False
    if slip is Slip.DOUBLED and lower[0] == lower[1]:
        return False
    inside = lower[-1] == meant[-1] or slip is Slip.SWAPPED
    if size <= _SHORT:
        if slip.order or (inside and _consonant_lost(lower, meant)):
            return best.frequent
        return False if slip.usual and best.frequent else None
    if not slip.usual:
        return best.frequent and size >= _LONG
    return inside and (best.frequent or slip.order or size >= _LONG)


def _consonant_lost(word: str, meant: str) -> bool:
    """Whether `word` is `meant` without one consonant; abbreviations rather lose vowels."""
    place = shared_start(word, meant)
    return len(meant) > len(word) and meant[place] not in "aeiou"


def _certain_name(word: str, best: _Correction) -> bool | None:
    """The same for a word with a capital letter, which may well be a name."""
    slip, size, lower = best.slip, len(word), word.lower()
    if not best.frequent or slip is None or not slip.usual or slip in (Slip.KEY, Slip.SOUND):
        return None
    if not slip.order and size <= (_SHORT + 2 if best.technical else _SHORT):
        return None
    if lower[0] != best.meant[0] and slip is not Slip.SWAPPED:
        return None
    inside = slip is Slip.SWAPPED or lower[-_LAST:] == best.meant[-_LAST:]
    if slip in (Slip.SWAPPED, Slip.UNDOUBLED):
        return inside and size > _SHORT
    return inside and size > (_SHORT + 1 if slip is Slip.DROPPED else _SHORT + 2)
