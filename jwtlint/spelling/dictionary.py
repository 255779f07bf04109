"""Which words a language knows, how frequent they are, and what a misspelt one may have meant."""

from collections.abc import Collection, Container, Iterable, Sequence
from functools import cache, cached_property
from pathlib import Path

from .edits import ENGLISH, single_edits, slip_between

WORDS = Path(__file__).parent / "words"
LONGEST = 30
"""No longer string is corrected: it is no word, and trying all its edits would take long."""

_MEMO_LIMIT = 50_000
_BAND_PRICE = 0.35
_FAR = 4.0
_OTHER_INITIAL = 1.0
_AT_ONCE = 2
_TAILS = frozenset({"", "s", "ll", "re", "ve", "d", "m"})
_CONTRACTED = frozenset({"can", "won", "shan", "ain"})


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text that lists them, separated by white space."""
    return tuple(text.split())


class Shelf:
    """Sorted words in one string, looked up by halving it: nothing is built before many are asked for."""

    def __init__(self, text: str) -> None:
        """`text`: one word a line, in code point order."""
        self._text = text

    @cached_property
    def words(self) -> frozenset[str]:
        """All of them, as a set."""
        return frozenset(self._text.split("\n"))

    def __contains__(self, word: object) -> bool:
        if "words" in self.__dict__:
            return word in self.words
        return isinstance(word, str) and self._halve(word)

    def _halve(self, word: str) -> bool:
        text, low, high = self._text, 0, len(self._text)
        while low < high:
            middle = (low + high) // 2
            start = text.rfind("\n", low, middle) + 1 or low
            end = text.find("\n", middle, high)
            end = high if end < 0 else end
            found = text[start:end]
            if found == word:
                return True
            if found < word:
                low = end + 1
            else:
                high = start - 1
        return False


class Dictionary:
    """The words of one language: bands of frequent words, most frequent first, and the rest.

    Words in lower case are known in any sensible casing (token, Token, TOKEN); words with a capital are
    names, known only as written or all in capitals (Paris, PARIS, not paris).
    """

    def __init__(
        self,
        language: str,
        bands: Sequence[Shelf | frozenset[str]],
        rest: Container[str],
        letters: str = ENGLISH,
    ) -> None:
        """`letters`: those that a correction may put into a word."""
        self.language = language
        self.letters = letters
        self._bands = tuple(bands)
        self._rest = rest
        self._memo: dict[str, bool] = {}
        self._initials: dict[str, list[str]] = {}

    @classmethod
    def english(cls, text: str) -> "Dictionary":
        """English, from the text of its word list: a comment, bands of frequent words, all other words."""
        _, *bands, rest = (Shelf(paragraph) for paragraph in text.rstrip("\n").split("\n\n"))
        return cls("en", [*(band.words for band in bands[:_AT_ONCE]), *bands[_AT_ONCE:]], rest)

    @cached_property
    def bands(self) -> tuple[frozenset[str], ...]:
        """The frequent words, the most frequent first."""
        return tuple(band.words if isinstance(band, Shelf) else band for band in self._bands)

    @property
    def rest(self) -> Collection[str]:
        """The words that are listed but not frequent; none where the language does not list them one by one."""
        return self._rest.words if isinstance(self._rest, Shelf) else ()

    def knows(self, word: str) -> bool:
        """Whether `word`, cased as it is, is a word of the language or a name in it."""
        known = self._memo.get(word)
        if known is None:
            if len(self._memo) >= _MEMO_LIMIT:
                self._memo.clear()
            known = self._memo[word] = self._look_up(word)
        return known

    def _look_up(self, word: str) -> bool:
        if "’" in word or "'" in word:
            return self._knows_contracted(word.replace("’", "'"))
        if self.listed(word):
            return True
        lower = word.lower()
        if word == lower:
            return False
        capitalised = word[:1] + lower[1:]
        if word == capitalised or word.isupper():
            return self.listed(lower) or self.listed(capitalised)
        return False

    def _knows_contracted(self, word: str) -> bool:
        """Whether a word with an apostrophe is an English possessive or contraction of a known word."""
        bare, _, ending = word.partition("'")
        head, tail = bare.lower(), ending.lower()
        if self.language != "en" or not head:
            return False
        if tail == "t":
            return head[-1] == "n" and (self.listed(head[:-1]) or head in _CONTRACTED)
        return tail in _TAILS and self.knows(bare)

    def listed(self, word: str) -> bool:
        """Whether `word` itself, in exactly this casing, is an entry."""
        return any(word in band for band in self._bands) or word in self._rest

    def band(self, word: str) -> int | None:
        """How frequent `word`, in lower case, is: 0 for the most frequent words, None for others."""
        for number, words in enumerate(self.bands):
            if word in words:
                return number
        return None

    def common(self, word: str) -> bool:
        """Whether `word`, in any casing, is frequent enough to be what someone meant."""
        return self.band(word.lower()) is not None

    def suggest(self, word: str, limit: int = 3) -> tuple[str, ...]:
        """The likeliest corrections of `word`, likeliest first, cased as `word` is."""
        lower = word.lower()
        if len(lower) > LONGEST:
            return ()
        return self.ranked(word, self.near(lower) or self.far(lower))[:limit]

    def near(self, word: str) -> set[str]:
        """The frequent words one edit away from `word`, which is in lower case."""
        edits = single_edits(word, self.letters)
        return {edit for band in self.bands for edit in edits & band}

    def far(self, word: str) -> set[str]:
        """The frequent words two edits away from `word`, which is in lower case, that begin as it does."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        words = self._beginning(word[:1])
        found = process.extract(word, words, scorer=OSA.distance, score_cutoff=2, limit=None)
        return {meant for meant, distance, _ in found if distance == 2}

    def _beginning(self, letter: str) -> list[str]:
        words = self._initials.get(letter)
        if words is None:
            words = [word for band in self.bands for word in band if word[:1] == letter]
            self._initials[letter] = words
        return words

    def price(self, typed: str, meant: str) -> float:
        """How far-fetched it is that `typed` stands for `meant`: the less, the likelier."""
        slip, band = slip_between(typed, meant), self.band(meant)
        price = _FAR if slip is None else slip.value
        price += _BAND_PRICE * (len(self.bands) if band is None else band)
        return price + (_OTHER_INITIAL if typed[:1] != meant[:1] else 0.0)

    def ranked(self, word: str, candidates: Iterable[str]) -> tuple[str, ...]:
        """`candidates` by likelihood, cased as `word` is."""
        lower = word.lower()
        by_price = sorted(candidates, key=lambda meant: (self.price(lower, meant), meant))
        return tuple(cased_as(word, meant) for meant in by_price)


def cased_as(model: str, word: str) -> str:
    """`word` in the casing of `model`: capitals, a capital first letter, or as it is."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


@cache
def load(language: str) -> Dictionary | None:
    """The dictionary of a language (ISO 639-1), or None where there is none."""
    if language == "en":
        return Dictionary.english((WORDS / "en.txt").read_text(encoding="utf-8"))
    from .foreign import dictionary

    return dictionary(language)
