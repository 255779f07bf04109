"""Words as image generators spoil them, and words that are none."""

import re
from functools import lru_cache
from random import Random

from spellchecker import SpellChecker

LANGUAGES = ("en", "es", "de", "fr")
# What a reader of pictures may mix up is no misspelling that one could blame it for.
ALIKE = (
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("I", "l"),
    ("1", "l"),
    ("|", "l"),
    ("0", "o"),
    ("O", "o"),
    ("ii", "u"),
)
EDGES = ".,;:!?\"'()[]{}“”‘’¿¡…"
SWAPPED = {
    "a": "eo", "e": "ac", "i": "e", "o": "ae", "u": "ao", "n": "m", "m": "n", "t": "f", "c": "e", "s": "z", "r": "n",
    "d": "b", "b": "d", "v": "y", "g": "q", "p": "b", "k": "h", "h": "b", "f": "t", "y": "v",
}  # fmt: skip


@lru_cache(maxsize=4)
def dictionary(language: str) -> SpellChecker:
    """The words of a language."""
    return SpellChecker(language=language)


def known(word: str) -> bool:
    """Whether a word is right in any of the languages here."""
    return any(word.lower() in dictionary(language) for language in LANGUAGES)


def bare(word: str) -> str:
    """A word without the punctuation around it."""
    return word.strip(EDGES)


def folded(text: str) -> str:
    """A text in which what looks alike is the same."""
    for one, other in ALIKE:
        text = text.replace(one, other)
    return text.lower()


def spoil(word: str, rng: Random) -> str | None:
    """A misspelling of a word: a letter wrong, dropped, doubled, added, or two swapped; never another word."""
    for _ in range(40):
        at = rng.randrange(1, len(word))
        way = rng.choice(("drop", "drop", "double", "swap", "swap", "wrong", "wrong", "add"))
        if way == "drop":
            made = word[:at] + word[at + 1 :]
        elif way == "double":
            made = word[:at] + word[at] + word[at:]
        elif way == "swap" and at + 1 < len(word):
            made = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        elif way == "wrong":
            letter = rng.choice(SWAPPED.get(word[at].lower(), "e"))
            made = word[:at] + (letter.upper() if word[at].isupper() else letter) + word[at + 1 :]
        else:
            made = word[:at] + rng.choice("aeiorst") + word[at:]
        if word.isupper():
            made = made.upper()
        if folded(made) != folded(word) and not known(made) and made.isalpha():
            return made
    return None


def miscount(token: str, rng: Random) -> str | None:
    """A token with one digit wrong."""
    places = [at for at, character in enumerate(token) if character.isdigit()]
    if not places:
        return None
    at = rng.choice(places)
    other = rng.choice([digit for digit in "23456789" if digit != token[at]])
    return token[:at] + other + token[at + 1 :]


def gibberish(rng: Random, words: int) -> str:
    """Pseudo-words as they fill mock screens."""
    heads, cores, tails = (
        "th v sk pr gl fr dw br cl m t st".split(),
        "ae oe iu ua ei o e a y".split(),
        "rn lt sk nd xt mf gh ct ss p".split(),
    )
    made: list[str] = []
    while len(made) < words:
        word = "".join(
            rng.choice(heads) + rng.choice(cores) + (rng.choice(tails) if rng.random() < 0.6 else "")
            for _ in range(rng.choice((1, 2, 2, 3)))
        )
        if len(word) >= 4 and not known(word):
            made.append(word.capitalize() if not made else word)
    return " ".join(made)


def letters(word: str) -> bool:
    """Whether a word is a plain word, long enough to be misspelt."""
    least = 7 if word.isupper() else 5
    return bool(re.fullmatch(r"[^\W\d_]+", word)) and len(word) >= least and known(word)
