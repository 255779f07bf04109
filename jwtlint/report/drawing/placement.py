"""Where the numbers of frames stand: beside them, on calm ground, on no flagged text and on no other number."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import inf
from typing import NamedTuple

from ...text import Region

_RINGS = 7
_STEP = 0.8
_AWAY = 14.0
"""What a step away from its frame costs a badge, in the mean strength of the edges (0 to 255) that it would cover."""

_AT_ANOTHER = 22.0
"""What it costs to touch another frame: people would take the number for that of the other one."""

_CELLS = 64


class Wanted(NamedTuple):
    """A badge of that width and height that belongs to the outer edge of a frame."""

    frame: Region
    size: tuple[int, int]


class Badge(NamedTuple):
    """Where a badge stands; `apart` tells that it does not touch its frame, so that a line has to lead to it."""

    region: Region
    apart: bool


class _Regions:
    """Regions that are found by where they are: pictures may have thousands."""

    def __init__(self, size: tuple[int, int], regions: Iterable[Region] = ()) -> None:
        self._cell = max(max(size) // _CELLS, 1)
        self._cells: dict[tuple[int, int], list[Region]] = {}
        for region in regions:
            self.add(region)

    def add(self, region: Region) -> None:
        """Add one."""
        for cell in self._covered(region):
            self._cells.setdefault(cell, []).append(region)

    def near(self, region: Region) -> set[Region]:
        """Those that may have a pixel in common with a region."""
        return {one for cell in self._covered(region) for one in self._cells.get(cell, ())}

    def hit(self, region: Region) -> bool:
        """Has one of them a pixel in common with a region?"""
        return any(
            region.overlaps(one) for cell in self._covered(region) for one in self._cells.get(cell, ())
        )

    def _covered(self, region: Region) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = (edge // self._cell for edge in region)
        return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


def place_badges(
    wanted: Sequence[Wanted],
    flagged: Sequence[Region],
    size: tuple[int, int],
    busy: Callable[[Region], float],
) -> list[Badge | None]:
    """A place for each badge, in the same order; None where the picture is too full, or smaller than a badge.

    `flagged` are the regions that no badge may cover. `busy` says how much there is to see in a region.
    """
    frames = _Regions(size, (one.frame for one in wanted))
    taken = _Regions(size, flagged)
    found: list[Badge | None] = []
    homeless: set[tuple[int, int]] = set()
    for one in wanted:
        badge = _best(one, taken, frames, size, busy)
        if badge is None and one.size not in homeless:
            badge = _anywhere(one, taken, size)
        found.append(badge)
        if badge is None:
            # Places only become fewer: there will be none for the next badge of this size, either.
            homeless.add(one.size)
        else:
            taken.add(badge.region)
    return found


def _best(
    wanted: Wanted,
    taken: _Regions,
    frames: _Regions,
    size: tuple[int, int],
    busy: Callable[[Region], float],
) -> Badge | None:
    """The best place around a frame."""
    best: Badge | None = None
    least = inf
    for ring in range(_RINGS):
        if least <= ring * _AWAY:
            break
        for region in _around(wanted, ring):
            if not _inside(region, size) or taken.hit(region):
                continue
            around = _grown(region, max(wanted.size[1] // 6, 2))
            strange = sum(one != wanted.frame and _crosses(around, one) for one in frames.near(around))
            cost = ring * _AWAY + strange * _AT_ANOTHER
            if cost < least and (cost := cost + busy(region)) < least:
                least, best = cost, Badge(region, ring > 0)
    return best


def _around(wanted: Wanted, ring: int) -> Iterator[Region]:
    """Places around a frame, the usual ones first; each ring is further away."""
    left, top, right, bottom = wanted.frame
    width, height = wanted.size
    gap = round(ring * _STEP * height)
    middle_x, middle_y = (left + right - width) // 2, (top + bottom - height) // 2
    over, under = top - height - gap, bottom + gap
    before, behind = left - width - gap, right + gap
    for x, y in (
        (left, over),
        (before, middle_y),
        (right - width, over),
        (behind, middle_y),
        (left, under),
        (right - width, under),
        (middle_x, over),
        (middle_x, under),
        (before, over),
        (behind, over),
        (before, under),
        (behind, under),
        (before, top),
        (behind, top),
    ):
        yield Region(x, y, x + width, y + height)


def _anywhere(wanted: Wanted, taken: _Regions, size: tuple[int, int]) -> Badge | None:
    """The nearest place of the picture that is free."""
    width, height = wanted.size
    across = range(0, size[0] - width + 1, max(width // 2, size[0] // _CELLS, 1))
    down = range(0, size[1] - height + 1, max(height // 2, size[1] // _CELLS, 1))
    left, top, right, bottom = wanted.frame
    places = sorted(
        ((x, y) for x in across for y in down),
        key=lambda at: (at[0] * 2 + width - left - right) ** 2 + (at[1] * 2 + height - top - bottom) ** 2,
    )
    free = (Region(x, y, x + width, y + height) for x, y in places)
    found = next((one for one in free if not taken.hit(one)), None)
    return Badge(found, apart=True) if found else None


def _crosses(region: Region, frame: Region) -> bool:
    """Does a region cover a part of a frame's edge?"""
    within = (
        frame.left < region.left
        and region.right < frame.right
        and frame.top < region.top
        and region.bottom < frame.bottom
    )
    return region.overlaps(frame) and not within


def _grown(region: Region, margin: int) -> Region:
    return Region(region.left - margin, region.top - margin, region.right + margin, region.bottom + margin)


def _inside(region: Region, size: tuple[int, int]) -> bool:
    return region.left >= 0 and region.top >= 0 and region.right <= size[0] and region.bottom <= size[1]
