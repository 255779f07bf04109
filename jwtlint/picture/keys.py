"""Texts as they are compared: letters and digits only, those that readers mix up as one, casing aside."""

from functools import lru_cache
from typing import NamedTuple

from .characters import TWINS, fold


class Key(NamedTuple):
    """`value` is what is compared; `origins` says for each of its characters where in the text it comes from."""

    value: str
    origins: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text a part of the key stands; for an empty part the point between its neighbours."""
        if start < end:
            return self.origins[start][0], self.origins[end - 1][1]
        point = self.origins[start][0] if start < len(self.origins) else self.origins[-1][1]
        return point, point


@lru_cache(maxsize=65536)
def key_of(value: str) -> Key:
    """The key of a text."""
    characters: list[str] = []
    origins: list[tuple[int, int]] = []
    for at, character in enumerate(value):
        for folded in fold(character):
            if not folded.isalnum():
                continue
            pair = characters[-1] + folded if characters else folded
            if pair in TWINS and origins[-1][1] == at:
                characters[-1] = TWINS[pair]
                origins[-1] = origins[-1][0], at + 1
            else:
                characters.append(folded)
                origins.append((at, at + 1))
    return Key("".join(characters), tuple(origins))


def coarse(value: str) -> str:
    """A key in which i and l are one: for telling whether two texts of some length are the same."""
    return key_of(value).value.replace("i", "l")
