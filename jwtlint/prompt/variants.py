"""When do two different names mean the same component, and when two components?"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from ..regex import lazy
from .names import stems_of

Known = Callable[[str], bool]
"""Says whether a word, in lower case, is an ordinary or technical word, and so no slip of the pen."""

_TOKEN = lazy(r"[^\W_]+")
_SHORTEST = 4
_LONG = 8


@lru_cache(maxsize=4096)
def tokens_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, taken apart at hyphens and slashes, too."""
    return tuple(word.casefold() for word in _TOKEN.findall(name))


def compact(tokens: Sequence[str]) -> str:
    """The words with plurals taken back, written together: the same for "Log Store" and "Logs-Store"."""
    return "".join("".join(stems_of(token)) for token in tokens)


def is_variant(words: str, name: str, known: Known) -> bool:
    """Are the words another spelling of the name: joined or hyphenated otherwise, a plural, a slip?

    Not so if they are the same but for case, or differ in the plural at the end ("Workers" for "Worker"), in
    a number or letter that counts ("Shard A", "Shard B"), or in a word that is right by itself ("Order Store"
    beside "Order Stock").
    """
    one, other = tokens_of(words), tokens_of(name)
    if not one or not other:
        return False
    if compact(one) == compact(other):
        same_words = len(one) == len(other) and one[:-1] == other[:-1]
        return not same_words or words.count("-") != name.count("-")
    return one_slips(one, other, known)


def one_slips(tokens: Sequence[str], name: Sequence[str], known: Known) -> bool:
    """Is exactly one of the words, all in lower case, a slip of the pen?"""
    if len(tokens) != len(name):
        return False
    differing = [(mine, theirs) for mine, theirs in zip(tokens, name, strict=True) if mine != theirs]
    return len(differing) == 1 and is_slip(*differing[0], known)


def is_slip(word: str, meant: str, known: Known) -> bool:
    """Is the unknown word one slip away from the one that is meant (two where it is long)?"""
    if min(len(word), len(meant)) < _SHORTEST or not word.isalpha() or not meant.isalpha() or known(word):
        return False
    from rapidfuzz.distance import OSA

    allowed = 1 if len(meant) < _LONG else 2
    return OSA.distance(word, meant, score_cutoff=allowed) <= allowed
