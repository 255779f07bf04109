"""Spanish, French, German, Portuguese, Italian: far fewer suspicions, because far less is known.

The words come from pyspellchecker and are read only when a text in such a language is met. Its lists lack
many forms (the Spanish one has hardly any plurals and verb forms), so that an unknown word means little.
Reported is only what becomes a frequent word by an accent that was left out, by two swapped letters or by one
doubled wrongly, and is neither English, nor technical, nor a form of a known verb.
"""

import gzip
import json
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from itertools import combinations, product
from pathlib import Path

from .dictionary import LONGEST, Dictionary, load, words_of
from .edits import ENGLISH, slip_between
from .evidence import Accept, Misspelling

ACCENTS: Mapping[str, Mapping[str, str]] = {
    "es": {"a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú", "n": "ñ"},
    "fr": {"a": "àâ", "c": "ç", "e": "éèêë", "i": "îï", "o": "ô", "u": "ùû"},
    "de": {"a": "ä", "o": "ö", "u": "ü"},
    "pt": {"a": "áâãà", "c": "ç", "e": "éê", "i": "í", "o": "óôõ", "u": "ú"},
    "it": {"a": "à", "e": "èé", "i": "ì", "o": "ò", "u": "ù"},
}
_MOST_ACCENTS = {"es": 1, "fr": 3, "de": 2, "pt": 2, "it": 1}

INFINITIVES: Mapping[str, tuple[str, ...]] = {
    "es": ("ar", "er", "ir"),
    "fr": ("er", "ir", "re"),
    "pt": ("ar", "er", "ir"),
    "it": ("are", "ere", "ire"),
}
VERB_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "es": words_of(
        """
        a o e as es an en amos emos imos ado ada ados adas ido ida idos idas ando iendo aba aban aste iste
        aron ieron io ara aran are era eran ire iera ase ases asen iese aria arian ia ian ais eis ad ed
        """
    ),
    "fr": words_of("e es ent ez ons ai as a ant ais ait aient era erai eront is it i ie us ut u ue"),
    "pt": words_of(
        """
        a o e as es am em amos emos imos ado ada ados adas ido ida idos idas ando endo indo ou ava avam aram
        eram ia iam ara era aria ei iu eu
        """
    ),
    "it": words_of("o i a e iamo ate ete ano ono ando endo ato ata ati ate ito ita iti ava ai era ira"),
}
# How a stem may be spelt before other endings: "publique" comes of "publicar".
_VARIANT_STEMS = {"qu": "c", "gu": "g", "c": "z", "j": "g", "z": "c"}

# Right, although the lists know only a neighbour: spellings of which both stand, verb forms, Brazilian words.
RIGHT: Mapping[str, frozenset[str]] = {
    "es": frozenset(
        words_of(
            """
            alveolo amoniaco austriaco cardiaca cardiaco chofer coctel dinamo futbol guion ibero icono isotopo
            maniaco olimpiada omoplato periodo periodos policiaca policiaco reuma rubeola video videos vienes
            zodiaco
            """
        )
    ),
    "pt": frozenset(words_of("gerencia gerencie gerencio logotipo logotipos registra registram registrou")),
    "it": frozenset(words_of("collazione collazioni")),
}

_MOST_FREQUENT = 2_000
# Below this count a word is a mere entry of a word list, in Spanish a doubtful one.
_FREQUENT = {"es": 51}
_LISTED = 50
_SHORTEST = 4
_SHORTEST_SLIP = 7


class _Words:
    """The words of a language; in Spanish also the plurals of those it lists."""

    def __init__(self, words: Mapping[str, int], language: str) -> None:
        self._words = words
        self._plurals = language == "es"

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        if word in self._words:
            return True
        return self._plurals and word.endswith("s") and (word[:-1] in self._words or word[:-2] in self._words)


def dictionary(language: str) -> Dictionary | None:
    """The dictionary of one of these languages, or None where there is none."""
    if language not in ACCENTS:
        return None
    words = _counts(language)
    if words is None:
        return None
    least = _FREQUENT.get(language, _LISTED)
    most = frozenset(word for word, count in words.items() if count >= _MOST_FREQUENT)
    frequent = frozenset(word for word, count in words.items() if count >= least) - most
    letters = ENGLISH + "".join(ACCENTS[language].values())
    return Dictionary(language, (most, frequent), _Words(words, language), letters)


def _counts(language: str) -> dict[str, int] | None:
    """How often each word of a language was counted, from the files of pyspellchecker."""
    package = find_spec("spellchecker")
    for folder in (package and package.submodule_search_locations) or ():
        file = Path(folder) / "resources" / f"{language}.json.gz"
        if file.is_file():
            counts: dict[str, int] = json.loads(gzip.decompress(file.read_bytes()))
            return counts
    return None


def misspelling(word: str, dictionary: Dictionary, accept: Accept) -> Misspelling | None:
    """Judges a word that `dictionary` does not know and `accept` does not accept.

    That a capital first letter has lost its accent ("Etat") is usual in all these languages but German.
    """
    language, lower = dictionary.language, word.lower()
    if not word.isalpha() or not _SHORTEST <= len(word) <= LONGEST or word[1:] != lower[1:]:
        return None
    if _english(word) or _english(lower) or _english(lower.capitalize()) or accept(lower):
        return None
    if lower in RIGHT.get(language, ()):
        return None
    found = _accented(lower, dictionary) or _slipped(word, dictionary)
    if word[0] != lower[0] and language != "de":
        found = [meant for meant in found if meant[1:] != lower[1:]]
    if not found or _verb_form(lower, dictionary):
        return None
    return Misspelling(word, dictionary.ranked(word, found)[:3], certain=True)


def _english(word: str) -> bool:
    english = load("en")
    return english is not None and english.knows(word)


def _accented(word: str, dictionary: Dictionary) -> list[str]:
    """The frequent words that `word` becomes with the fewest accents added."""
    language = dictionary.language
    if language == "es" and not word.isascii():
        return []
    for count in range(1, _MOST_ACCENTS[language] + 1):
        found = [meant for meant in _with_accents(word, language, count) if dictionary.common(meant)]
        if found:
            return found
    if language == "es" and word[-1] == "s":
        return [singular + "s" for singular in _accented(word[:-1], dictionary)]
    return []


def _with_accents(word: str, language: str, count: int) -> Iterator[str]:
    """`word` with `count` accents more; Italian has them at the end only."""
    accents = ACCENTS[language]
    places = [place for place, letter in enumerate(word) if letter in accents]
    if language == "it":
        places = [place for place in places if place == len(word) - 1]
    for chosen in combinations(places, count):
        for letters in product(*(accents[word[place]] for place in chosen)):
            changed = list(word)
            for place, letter in zip(chosen, letters, strict=True):
                changed[place] = letter
            yield "".join(changed)


def _slipped(word: str, dictionary: Dictionary) -> list[str]:
    """The most frequent words that differ from `word` by the order or the doubling of letters."""
    if len(word) < _SHORTEST_SLIP or not word.islower():
        return []
    near = [meant for meant in dictionary.near(word) if dictionary.band(meant) == 0]
    return [meant for meant in near if (slip := slip_between(word, meant)) is not None and slip.order]


def _verb_form(word: str, dictionary: Dictionary) -> bool:
    """Whether `word` may be a form of a verb whose infinitive is known."""
    language = dictionary.language
    for ending in VERB_ENDINGS.get(language, ()):
        if not word.endswith(ending):
            continue
        stem = word[: -len(ending)]
        stems = [stem]
        stems += [stem[: -len(end)] + other for end, other in _VARIANT_STEMS.items() if stem.endswith(end)]
        infinitives = (stem + end for stem in stems for end in INFINITIVES[language])
        if any(dictionary.listed(infinitive) for infinitive in infinitives):
            return True
    return False
