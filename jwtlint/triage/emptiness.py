"""Does a report say nothing at all? The narrowest of all questions: a real report called empty is the worst error.

A report is empty where every word of it would fit any picture of the catalog. A single word that is not known to say
nothing saves it.
"""

import operator
from collections.abc import Sequence

from ..regex import lazy
from .vocabulary import Vocabulary
from .words import Word

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "qwertz", "azerty", "ñlkjhgfdsa")
_RUN = 3
_AGAIN = lazy(r"(.{1,3})\1{2,}.{0,2}")
_VOWEL = lazy(r"[aeiouyw]")
_FEWEST_CONSONANTS = 6
_FEWEST_KEYS = 4
_MOST_DISTINCT = 0.5
_FEWEST_REPEATED = 6


def why_empty(words: Sequence[Word], topic: frozenset[str], vocabulary: Vocabulary) -> str | None:
    """Why a report with these words is empty; None where one of them may say something.

    `words` are those that were not copied; `topic` are the words of the entry's titles.
    """
    if not words:
        return "it has no words of its own"
    if all(_is_mash(word) for word in words):
        return "it is typed at random"
    says_nothing = vocabulary.says_nothing(words)
    if any(not hit.meaning.vague for hit in vocabulary.defects.find_all(words)):
        return None
    mash = [_is_mash(word) for word in words]
    complains = vocabulary.complains(words) or any(mash)
    if complains and all(map(operator.or_, says_nothing, mash)):
        return "none of its words says what is wrong, or where"
    distinct = {word.folded for word in words}
    repeated = len(words) >= _FEWEST_REPEATED and len(distinct) <= _MOST_DISTINCT * len(words)
    if repeated and all(
        nothing or word.folded in topic for nothing, word in zip(says_nothing, words, strict=True)
    ):
        return "it repeats a few words that name the entry as a whole"
    return None


def _is_mash(word: Word) -> bool:
    """Is it no word of any language, but keys beside each other, or the same again and again?"""
    plain = word.folded
    if not plain.isascii() or plain.isdecimal():
        return False
    if len(plain) == 1:
        return plain.isalpha()
    if _AGAIN.fullmatch(plain):
        return True
    if len(plain) >= _FEWEST_KEYS and _on_rows(plain):
        return True
    return len(plain) >= _FEWEST_CONSONANTS and plain.isalpha() and not _VOWEL.search(plain)


def _on_rows(word: str) -> bool:
    """Is it made of runs of neighbouring keys, forwards or backwards?"""
    at = 0
    while at < len(word):
        length = _RUN
        while at + length < len(word) and _in_row(word[at : at + length + 1]):
            length += 1
        if not _in_row(word[at : at + _RUN]) or len(word) - at < _RUN:
            return False
        at += length
    return True


def _in_row(run: str) -> bool:
    return any(run in row or run in row[::-1] for row in _ROWS)
