"""Pairs that are nearly the same, found without comparing each with each."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

_NEIGHBOURS = 4
"""One is compared with so many that share a band with it, so that a crowd of half-alike ones costs no square."""


def alike(marks: Sequence[bytes], width: int, agreeing: int) -> Iterator[tuple[int, int]]:
    """Indices of pairs of which so many bands of `width` bytes agree at least, the earlier one first.

    A pair can come more than once. An empty mark is like nothing. Only the marks are kept, as there may be a million.
    """
    for start in range(0, max(map(len, marks), default=0), width):
        shared = sorted((mark[start : start + width], at) for at, mark in enumerate(marks) if mark)
        for _, group in groupby(shared, key=itemgetter(0)):
            members = [at for _, at in group]
            for place, later in enumerate(members):
                for earlier in members[max(0, place - _NEIGHBOURS) : place]:
                    if _agree(marks[earlier], marks[later], width) >= agreeing:
                        yield earlier, later


def _agree(one: bytes, other: bytes, width: int) -> int:
    return sum(one[at : at + width] == other[at : at + width] for at in range(0, len(one), width))
