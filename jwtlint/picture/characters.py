"""Characters that readers mix up, and those they write in another width."""

import unicodedata
from functools import lru_cache

from ..regex import lazy

_WIDE = lazy("[\u3000-\u3002\uff01-\uff5e\u2018\u2019\u201c\u201d]")
_QUOTES = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u3002": ".", "\u3001": ","}
)
_SINGLE = {**dict.fromkeys("0\u00d8\u03bf", "o"), **dict.fromkeys("1|\u2502", "l")}
_ALIKE = str.maketrans({**_SINGLE, "I": "l", "O": "o"})

_CAPITALS = str.maketrans("1|0", "IIO")
_LAST_KNOWN = 0x17F
_LIGATURE = lazy("f[il]")
# A line drawn through the letter.
_CROSSED = lazy(r"(?<=[a-z])\$(?=[a-z_])")

WORD = lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
HUMP = lazy(r"[a-zß-ÿ][A-Z]|[A-Z]{2,}[a-z]")
"""Capitals within a word: a name of code or a product."""

TWINS = {"rn": "m", "vv": "w"}
"""Two letters that look like one where they touch."""


def normalised(value: str) -> str:
    """What was read, with punctuation in ordinary width and straight quotes."""
    if not _WIDE.search(value):
        return _CROSSED.sub("s", value)
    narrow = _WIDE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), value)
    return _CROSSED.sub("s", narrow.translate(_QUOTES))


@lru_cache(maxsize=4096)
def fold(character: str) -> str:
    """One character as it is compared: without casing or position, and as the letter that it looks like."""
    return _SINGLE.get(character) or unicodedata.normalize("NFKC", character).casefold()


def look_alike(one: str, other: str) -> bool:
    """Can no reader tell the two apart, or do they differ in casing only?

    A capital I is a small l, too, in the middle of small letters or next to capitals ("Al" for "AI").
    """
    if _seen(one) == _seen(other):
        return True
    folded = "".join(map(fold, one)), "".join(map(fold, other))
    if _joined(folded[0]) == _joined(folded[1]):
        return True
    return (one.isupper() or other.isupper()) and _capital(one) == _capital(other)


def unreadable(value: str) -> bool:
    """Has a word letters that readers of Latin text do not know, such as those of Vietnamese?"""
    return any(ord(character) > _LAST_KNOWN and character.isalpha() for character in value)


def ligature_lost(asked: str, drawn: str) -> bool:
    """Does the drawn word lack only the i or l of ligatures? In serif faces readers take fi and fl for an f."""
    one, other = asked.casefold(), drawn.casefold()
    return len(other) < len(one) and other in {
        _LIGATURE.sub("f", one),
        one.replace("fi", "f"),
        one.replace("fl", "f"),
    }


def _capital(value: str) -> str:
    return value.upper().translate(_CAPITALS)


def _seen(value: str) -> str:
    return _joined(value.translate(_ALIKE).casefold())


def _joined(value: str) -> str:
    for pair, single in TWINS.items():
        value = value.replace(pair, single)
    return value
