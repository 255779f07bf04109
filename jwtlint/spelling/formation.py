"""How known words make new ones: prefixes, endings, and words written together.

What is formed here may well stand in no dictionary ("rollforward", "unsharded", "containerise") and is no
mistake.
"""

from collections.abc import Iterator
from enum import Enum

from .dictionary import Dictionary, words_of
from .evidence import Accept


class Formation(Enum):
    """How readily a word is formed: firmly, or only in a way that misspellings often look like, too."""

    FIRM = "firm"
    LOOSE = "loose"


PREFIXES = words_of(
    """
    anti auto back bi bio co counter cross crypto cyber de dis down electro fore geo hyper infra inter intra
    macro mega meta micro mid mini mis mono multi nano neuro non off omni out over photo poly post pre proto
    pseudo quasi re self semi sub super tele thermo trans tri ultra un under uni up
    """
)

FIRM_ENDINGS = frozenset(
    words_of(
        """
        ed es ing ings ise ised iser isers ises ising isation isations isable ize ized izer izers izes izing
        ization izations izable ified ifies ify ifying less lessly like ness s wise
        """
    )
)
LOOSE_ENDINGS = frozenset(
    words_of(
        """
        able ability abilities ably er ers ful hood ish ism isms ist ists ly or ors ship
        """
    )
)
_ENDINGS = tuple(sorted(FIRM_ENDINGS | LOOSE_ENDINGS, key=lambda ending: (-len(ending), ending)))

# Short words that are parts of compounds; any other part has four letters or more.
SHORT_PARTS = frozenset(
    words_of(
        """
        air api app bit bot box bug day dev dot dry end env eye fly git hot hub ink job key kit lab log low
        map max min mix net off ops out pay pen pin pod pop row run sea set sky sql sub sun tab tag tap tax
        tip top up url war way web win zip
        """
    )
)
# Words that begin or end misspellings more often than compounds.
LOOSE_PARTS = frozenset(
    words_of(
        """
        ability able ably aged ally ance ante ants away cation ence ents ever from full fully have into less
        lite long ment mention only ours over rate rent ring sing sion some story than that them then they
        this thing tine ting tion upon very were what when whom wile will with your
        """
    )
)
_BASE = 3
_PREFIXED = 4
_PART = 2
_LONG_PART = 4


def formation(word: str, dictionary: Dictionary, accept: Accept) -> Formation | None:
    """How `word`, in lower case, may be made of known words; None if it is not."""
    ways = {way(word, dictionary, accept) for way in (inflected, prefixed, joined)}
    if Formation.FIRM in ways:
        return Formation.FIRM
    return Formation.LOOSE if Formation.LOOSE in ways else None


def inflected(word: str, dictionary: Dictionary, accept: Accept) -> Formation | None:
    """Whether `word` is a known word with a regular ending, spelt as that ending joins that word."""
    loose = None
    for ending in _ENDINGS:
        if not word.endswith(ending) or len(word) < len(ending) + _BASE:
            continue
        for base in _bases(word[: -len(ending)], ending):
            if not _known(base, dictionary, accept) or _rival(word, base, ending, dictionary, accept):
                continue
            if ending in FIRM_ENDINGS and (dictionary.common(base) or accept(base)):
                return Formation.FIRM
            loose = Formation.LOOSE
    return loose


def prefixed(word: str, dictionary: Dictionary, accept: Accept) -> Formation | None:
    """Whether `word` is a known or inflected word behind a prefix."""
    loose = None
    for prefix in PREFIXES:
        rest = word[len(prefix) :]
        if not word.startswith(prefix) or len(rest) < _PREFIXED:
            continue
        if dictionary.common(rest) or accept(rest) or inflected(rest, dictionary, accept) is Formation.FIRM:
            return Formation.FIRM
        if len(rest) > _PREFIXED and (dictionary.listed(rest) or inflected(rest, dictionary, accept)):
            loose = Formation.LOOSE
    return loose


def joined(word: str, dictionary: Dictionary, accept: Accept) -> Formation | None:
    """Whether `word` is two known words written together."""
    loose = None
    for cut in range(_PART, len(word) - _PART + 1):
        head, tail = word[:cut], word[cut:]
        if not (_part(head, dictionary, accept) and _tail(tail, dictionary, accept)):
            continue
        if _frequent(head, dictionary, accept) and _frequent(tail, dictionary, accept):
            return Formation.FIRM
        loose = Formation.LOOSE
    return loose


def _known(word: str, dictionary: Dictionary, accept: Accept) -> bool:
    return len(word) >= _BASE and (dictionary.listed(word) or accept(word))


def _part(word: str, dictionary: Dictionary, accept: Accept) -> bool:
    if len(word) < _LONG_PART:
        return word in SHORT_PARTS
    return word not in LOOSE_PARTS and (dictionary.common(word) or accept(word))


def _tail(word: str, dictionary: Dictionary, accept: Accept) -> bool:
    return _part(word, dictionary, accept) or inflected(word, dictionary, accept) is Formation.FIRM


def _frequent(word: str, dictionary: Dictionary, accept: Accept) -> bool:
    band = dictionary.band(word)
    return (band is not None and band <= 1) or accept(word) or word in SHORT_PARTS


def _bases(stem: str, ending: str) -> Iterator[str]:
    """What the base may be if `stem` is left when the ending goes."""
    yield stem
    if ending[0] in "aeio":
        yield stem + "e"
        if len(stem) > _BASE and stem[-1] == stem[-2]:
            yield stem[:-1]
    if stem[-1] == "i":
        yield stem[:-1] + "y"


def _rival(word: str, base: str, ending: str, dictionary: Dictionary, accept: Accept) -> bool:
    """Whether the ending joins the base in another, known way: "transfered" has a rival, "sharded" none."""
    ways = {base + ending}
    if ending[0] in "aeio":
        ways.add(base + base[-1] + ending)
        if base[-1] == "e":
            ways.add(base[:-1] + ending)
    if base[-1] == "y":
        ways.update((base[:-1] + "i" + ending, base[:-1] + "ies" if ending == "s" else base + ending))
    if ending == "ly":
        ways.update((base + "ally", base[:-1] + "y"))
    ways.discard(word)
    return any(dictionary.listed(way) or accept(way) for way in ways)
