"""Whether a drawn word is one at all."""

from ..context import Context
from ..regex import lazy
from ..spelling.dictionary import Dictionary
from ..spelling.formation import formation

_PARTS = lazy(r"[^\W\d_]+")
_SHORT = 3
SPOKEN = ("en", "es", "fr", "de", "pt", "it")
"""The languages (ISO 639-1) with a dictionary: a word that one of them knows is no mistake on a picture in two."""


def is_known(word: str, context: Context, language: str | None) -> bool:
    """Are all parts of a word known: in a dictionary, as a technical word, or formed of such?

    `language` is an ISO 639-1 code; None means English. Without a dictionary nothing is known.
    """
    dictionary = context.dictionary(language or "en")
    if dictionary is None:
        return False
    return all(
        len(part) < _SHORT
        or knows(part, dictionary, context)
        or formation(part.lower(), dictionary, lambda one: accepted(one, context)) is not None
        for part in _PARTS.findall(word)
    )


def knows(word: str, dictionary: Dictionary, context: Context) -> bool:
    """Is a word in the dictionary, or accepted whatever the dictionary says?"""
    return dictionary.knows(word) or accepted(word, context)


def accepted(word: str, context: Context) -> bool:
    """Is it a word that editors or the packs accept?"""
    return word in context.accepted or word.lower() in context.accepted
