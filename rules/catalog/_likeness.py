"""Pairs that are nearly the same, found without comparing each with each."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

_NEIGHBOURS = 4
"""One is compared with so many that share a band with it, so that a crowd of half-alike ones costs no square."""


def alike(cut: Sequence[Sequence[bytes]], agreeing: int) -> Iterator[tuple[int, int]]:
    """Indices of pairs that agree in so many bands at least, the earlier one first; each pair once.

    What has no bands is like nothing.
    """
    told: set[tuple[int, int]] = set()
    for band in range(max(map(len, cut), default=0)):
        shared = sorted((parts[band], at) for at, parts in enumerate(cut) if parts)
        for _, group in groupby(shared, key=itemgetter(0)):
            members = [at for _, at in group]
            for place, later in enumerate(members):
                for earlier in members[max(0, place - _NEIGHBOURS) : place]:
                    same = sum(map(bytes.__eq__, cut[earlier], cut[later]))
                    if same >= agreeing and (earlier, later) not in told:
                        told.add((earlier, later))
                        yield earlier, later
