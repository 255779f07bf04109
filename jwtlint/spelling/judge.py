"""Whether a word of a text is misspelt.

A word nobody knows is not yet a mistake: it may be a name, an identifier, an abbreviation, a word of another
language or a word formed of known ones. It is misspelt only if none of these is plausible and a slip of the
hand makes it of a frequent word. What remains doubtful is said, but not as certain.
"""

import re

from ..regex import lazy
from . import english
from .dictionary import Dictionary
from .evidence import Accept, Misspelling

__all__ = ["Misspelling", "misspelling"]

_JOINTS = lazy(r"([-'’])")
_ELISION = lazy(r"['’](?!(?:s|t|d|m|ll|re|ve)?(?!\w))", re.IGNORECASE)


def misspelling(word: str, dictionary: Dictionary, accept: Accept) -> Misspelling | None:
    """Judges one word as it stands in the text; None where it is right, or where nothing proves it wrong.

    A word may have hyphens and apostrophes ("re-used", "user's", "l'utente"): each part is judged. Only
    English leaves names and foreign words with an elision alone ("O'Reilly", "d'accord").
    """
    if dictionary.knows(word) or accept(word):
        return None
    if dictionary.language == "en" and _ELISION.search(word):
        return None
    parts = _JOINTS.split(word)
    if len(parts) == 1:
        return _judge(word, dictionary, accept)
    for place in range(0, len(parts), 2):
        part = parts[place]
        if dictionary.knows(part) or accept(part):
            continue
        found = _judge(part, dictionary, accept)
        if found is not None:
            head, tail = "".join(parts[:place]), "".join(parts[place + 1 :])
            return Misspelling(word, tuple(head + meant + tail for meant in found.suggestions), found.certain)
    return None


def _judge(word: str, dictionary: Dictionary, accept: Accept) -> Misspelling | None:
    if dictionary.language == "en":
        return english.misspelling(word, dictionary, accept)
    from . import foreign

    return foreign.misspelling(word, dictionary, accept)
