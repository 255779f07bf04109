"""When an unknown word is a misspelt one: the evidence it takes.

A word nobody knows is not yet a mistake: it may be a name, an identifier, an abbreviation, a word of another language
or a word formed of known ones. It is misspelt only if none of these is plausible and a slip of the hand makes it of a
frequent word. What remains doubtful is said, but not as certain.
"""

from collections.abc import Callable
from dataclasses import dataclass

from .dictionary import Dictionary, cased_as
from .edits import Slip, single_edits, slip_between
from .formation import Formation, formation

Accept = Callable[[str], bool]

_SHORTEST = 3
_ACRONYM = 5
_SHORT = 5
_LONG = 8
_FAR_LENGTH = 9
_FREQUENT_BAND = 1
_TECHNICAL_BONUS = 0.3
_ENDING_PRICE = 0.2

# Very short words that are all but certainly slips in one of these.
_LITTLE = frozenset(
    """
    the and you for are was has had not its can all who how
    that this with from have been they them then than when what will your which there their where these those would
    could should other
    """.split()
)


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A misspelt word, what it may have meant (likeliest first), and whether that is beyond reasonable doubt."""

    word: str
    suggestions: tuple[str, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class _Correction:
    """What a word may have meant. `slip` is None for two slips; `frequent`: often used, in general or in the field."""

    meant: str
    slip: Slip | None
    price: float
    frequent: bool
    technical: bool


def misspelling(word: str, dictionary: Dictionary, accept: Accept) -> Misspelling | None:
    """Judges one word as it stands in the text; None where it is right, or where nothing proves it wrong.

    `accept` knows the words that are right besides those of the dictionary: technical words, names, vendors.
    """
    if dictionary.knows(word) or accept(word):
        return None
    if dictionary.language != "en":
        from .foreign import misspelling as foreign

        return foreign(word, dictionary, accept)
    if "-" in word:
        return _hyphenated(word, dictionary, accept)
    lower = word.lower()
    if not judged(word) or dictionary.knows(lower) or dictionary.knows(lower.capitalize()):
        return None
    corrections = _corrections(lower, dictionary, accept)
    if not corrections or not _plausible(lower, corrections[0], formation(lower, dictionary, accept)):
        return None
    certain = _certain(word, corrections[0])
    if certain is None:
        return None
    return Misspelling(word, tuple(cased_as(word, correction.meant) for correction in corrections[:3]), certain)


def judged(word: str) -> bool:
    """Whether `word` looks like an ordinary word, not like an identifier, an abbreviation or another script."""
    if len(word) < _SHORTEST or not word.isascii() or not word.isalpha():
        return False
    if word.isupper():
        return len(word) > _ACRONYM
    return word[1:].islower()


def _hyphenated(word: str, dictionary: Dictionary, accept: Accept) -> Misspelling | None:
    """A word with hyphens is misspelt where its first misspelt part is."""
    parts = word.split("-")
    for place, part in enumerate(parts):
        found = misspelling(part, dictionary, accept) if part else None
        if found is not None:
            head, tail = parts[:place], parts[place + 1 :]
            whole = tuple("-".join([*head, meant, *tail]) for meant in found.suggestions)
            return Misspelling(word, whole, found.certain)
    return None


def _corrections(word: str, dictionary: Dictionary, accept: Accept) -> list[_Correction]:
    """What `word`, in lower case, may have meant, likeliest first."""
    found = []
    for meant in single_edits(word, dictionary.letters):
        technical = len(meant) > _SHORTEST and accept(meant)
        if technical or dictionary.band(meant) is not None:
            found.append(_correction(word, meant, technical, dictionary))
    if not found and len(word) >= _LONG:
        for meant in dictionary.far(word):
            if word[-1] == meant[-1] and not word.startswith(meant) and not meant.startswith(word):
                found.append(_correction(word, meant, accept(meant), dictionary))
    return sorted(found, key=lambda correction: (correction.price, correction.meant))


def _correction(word: str, meant: str, technical: bool, dictionary: Dictionary) -> _Correction:
    band = dictionary.band(meant)
    slip = slip_between(word, meant)
    price = dictionary.price(word, meant)
    if technical:
        price = min(price, dictionary.price(meant, meant)) if slip is None else price
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
        return (slip is Slip.SWAPPED and len(word) >= _LONG) or (slip.doubling and not _travelled(word, best.meant))
    if word.endswith(("er", "ers")) and slip is Slip.ADDED:
        return False
    return len(word) > _SHORT and slip.usual and slip is not Slip.KEY


def _travelled(word: str, meant: str) -> bool:
    """Whether only the l before an ending is doubled or not: there American and British differ, and both are right."""
    return any(word.replace("ll" + end, "l" + end) == meant.replace("ll" + end, "l" + end) for end in ("ed", "ing", "er"))


def _certain(word: str, best: _Correction) -> bool | None:
    """Whether the best correction is beyond doubt; None if it is too weak to speak of."""
    slip, meant, size = best.slip, best.meant, len(word)
    lower = word.lower()
    if size <= _SHORTEST + 1:
        return True if meant in _LITTLE and slip in (Slip.SWAPPED, Slip.DROPPED) and len(meant) - size < 2 else None
    if not word.islower():
        return _certain_name(word, best)
    if slip is None:
        return size >= _FAR_LENGTH if best.frequent else None
    if slip is not Slip.SWAPPED and lower[0] != meant[0]:
        return False if size >= _LONG else None
    if best.technical and size <= _SHORT and not slip.order:
        return None
    inside = lower[-1] == meant[-1] or slip is Slip.SWAPPED
    if size <= _SHORT:
        if slip.order or (slip is Slip.DROPPED and inside):
            return best.frequent
        return False if slip.usual and best.frequent else None
    if not slip.usual:
        return best.frequent and size >= _LONG
    return inside and (best.frequent or slip.order or size >= _LONG)


def _certain_name(word: str, best: _Correction) -> bool | None:
    """The same for a word with a capital letter, which may well be a name."""
    slip, size, lower = best.slip, len(word), word.lower()
    if not best.frequent or slip is None or not slip.usual or slip in (Slip.KEY, Slip.SOUND):
        return None
    if size <= _SHORT and (best.technical or not slip.order):
        return None
    if lower[0] != best.meant[0] and slip is not Slip.SWAPPED:
        return None
    inside = slip is Slip.SWAPPED or lower[-2:] == best.meant[-2:]
    return inside and size > _SHORT and (slip.order or size > _SHORT + 1)
