"""Which box do some words mean?"""

import re
from collections.abc import Iterable
from functools import lru_cache

from ..regex import lazy
from .model import Box

_WORD = lazy(r"[^\W_]+(?:[.+#'’-][^\W_]+)*", re.UNICODE)
_ARTICLES = frozenset(
    "the a an el la los las un una der die das den dem le les l o os as il lo gli i".split()
)
_SHORTEST_SLIP = 3
"""Words of fewer characters are told apart by each of them."""
_NOUNS = frozenset(["box", "node", "component", "icon", "block", "lane"])


@lru_cache(maxsize=8192)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: folded case, no article, no punctuation."""
    words = [word.casefold() for word in _WORD.findall(name)]
    while len(words) > 1 and words[0] in _ARTICLES:
        del words[0]
    while len(words) > 1 and words[-1] in _NOUNS:
        del words[-1]
    return tuple(words)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """Without the plural ending."""
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return word


@lru_cache(maxsize=8192)
def stems_of(name: str) -> tuple[str, ...]:
    """The words of a name with plurals taken back."""
    return tuple(_stem(word) for word in words_of(name))


class NameIndex:
    """The names of the boxes of one prompt; `spelled` are they as written but in lower case, longest first."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._boxes = tuple(boxes)
        self._exact: dict[tuple[str, ...], list[Box]] = {}
        self._by_word: dict[str, dict[tuple[str, ...], None]] = {}
        self._meant: dict[tuple[str, ...], list[Box]] = {}
        for box in self._boxes:
            for name in box.names:
                key = stems_of(name)
                if not key:
                    continue
                same = self._exact.setdefault(key, [])
                if not same or same[-1] is not box:
                    same.append(box)
                for word in key:
                    self._by_word.setdefault(word, {})[key] = None
        names = {name.lower() for box in self._boxes for name in box.names}
        self.spelled = tuple(sorted(names, key=len, reverse=True))

    def __bool__(self) -> bool:
        return bool(self._boxes)

    def exact(self, words: str) -> list[Box]:
        """Boxes that bear this very name, or have it as one of their parts."""
        return self._exact.get(stems_of(words), [])

    def candidates(self, words: str) -> list[Box]:
        """Every box that the words can mean.

        Exact names win. Otherwise a box is meant by a run of words of its name ("API" means each of "API
        Gateway" and "API Server"), or by its name with more words around it ("Redis Cache cluster").
        """
        key = stems_of(words)
        if not key:
            return []
        exact = self._exact.get(key)
        if exact:
            return exact
        meant = self._meant.get(key)
        if meant is None:
            names = self._names_around(key)
            meant = self._meant[key] = list(dict.fromkeys(box for name in names for box in self._exact[name]))
        return meant

    def _names_around(self, key: tuple[str, ...]) -> list[tuple[str, ...]]:
        inside = [name for name in self._by_word.get(key[0], ()) if _contains(name, key)]
        if inside:
            return inside
        sharing = dict.fromkeys(name for word in key for name in self._by_word.get(word, ()))
        around = [name for name in sharing if _contains(key, name)]
        longest = max(map(len, around), default=0)
        return [name for name in around if len(name) == longest]

    def near(self, words: str) -> Box | None:
        """The only box whose name is nearly the same (a slip of the pen), None for none or several."""
        from rapidfuzz.distance import DamerauLevenshtein

        stems = stems_of(words)
        key = " ".join(stems)
        close: set[Box] = set()
        for name, boxes in self._exact.items():
            if _tell_apart(stems, name):
                continue
            other = " ".join(name)
            longest = max(len(key), len(other))
            allowed = 1 if longest < 8 else 2
            if (
                longest >= 4 and DamerauLevenshtein.distance(key, other, score_cutoff=allowed) <= allowed
            ) or key.replace(" ", "") == other.replace(" ", ""):
                close.update(boxes)
        return close.pop() if len(close) == 1 else None

    def resolve(self, words: str) -> Box | None:
        """The one box that the words mean, None where none or several fit."""
        candidates = self.candidates(words)
        if len(candidates) == 1:
            return candidates[0]
        return None if candidates else self.near(words)


def _tell_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Do the names differ in what counts things of one kind: "Worker A" and "Worker B", "Region 1" and "2"?"""
    pairs = zip(one, other, strict=False)
    return any(mine != theirs and min(len(mine), len(theirs)) < _SHORTEST_SLIP for mine, theirs in pairs)


def _contains(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    size = len(part)
    return any(whole[at : at + size] == part for at in range(len(whole) - size + 1))
