"""In which language is a report written?"""

from collections.abc import Sequence

from ..context import Context
from .vocabulary import Vocabulary
from .words import Word

UNKNOWN = "?"
_LEAST_KNOWN = 0.5
_LONGEST_ACRONYM = 6
_FEWEST = 2


def tongue(
    text: str,
    free: Sequence[Word],
    context: Context,
    vocabulary: Vocabulary,
    *,
    named: bool,
    understood: frozenset[Word],
) -> str | None:
    """The code (ISO 639-1) of the language; UNKNOWN where it is none that is known.

    `free` are the words that are no names of the entry; whether there are such names is `named`. `understood` are
    words of phrases that the vocabulary has. None where too little is written to be of any language.
    """
    letters = [word for word in free if word.value.isalpha() and not _is_acronym(word.value)]
    if not letters:
        return None
    if not any(word.value.isascii() or _is_latin(word.value) for word in letters):
        return context.languages.identify(text) or UNKNOWN
    guess = context.languages.identify(" ".join(word.value for word in free))
    if guess in vocabulary.languages:
        return guess
    known = {code: _share(letters, understood, code, context) for code in sorted(vocabulary.languages)}
    best = max(known, key=lambda code: (known[code], code == "en"))
    if guess is not None:
        return guess if known[best] < 1 else best
    if known[best] >= _LEAST_KNOWN:
        scores = context.languages.scores(text)
        torn = [code for code, share in known.items() if share == known[best]]
        return max(torn, key=lambda code: (scores[code], code == "en"))
    return None if named and (understood or len(letters) < _FEWEST) else UNKNOWN


def _share(words: Sequence[Word], understood: frozenset[Word], language: str, context: Context) -> float:
    dictionary = context.dictionary(language)
    if dictionary is None:
        return 0.0
    known = sum(
        word in understood or dictionary.knows(word.value) or dictionary.knows(word.value.lower())
        for word in words
    )
    return known / len(words)


def _is_acronym(word: str) -> bool:
    return 1 < len(word) <= _LONGEST_ACRONYM and word.isupper()


def _is_latin(word: str) -> bool:
    return all(ord(letter) < 0x250 for letter in word if letter.isalpha())
