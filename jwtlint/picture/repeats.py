"""What a picture repeats all over itself, seen without what is level or upright.

Boxes, tables, graph paper and ordinary text are drawn from level and upright lines; the mixed difference (across of the
difference down) does not see those. What it sees is compared with itself at every shift: anything that is there again
and again makes a lattice of equal peaks, as faint as it may be.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

# The longer side that is looked at, in pixels: the letters of a mark are still some pixels high there.
_SIDE = 512
# Levels of the mixed difference over which an edge counts no more, and how far apart it is taken.
_CLIP = 6.0
_APART = 2
# The shortest shift, in pixels, and the longest, in shares of the side.
_SHORTEST = 24
_REACH = 0.6
# Peaks: the least correlation, also in standard deviations of all correlations; how many are looked at; how much of a
# peak may be left a little beside it, since hatching makes ridges.
_CORRELATION, _DEVIATIONS = 0.035, 7.0
_CANDIDATES = 16
_BESIDE, _RIDGE = 7, 0.6
# A lattice: the sine of the least angle between its shifts, and how low its lowest peak may be against the others.
_SINE, _LOWEST = 0.35, 0.5


class _Shift(NamedTuple):
    """How far a picture is moved against itself, in pixels, and the correlation there (0 to 1)."""

    x: int
    y: int
    height: float


@dataclass(frozen=True, slots=True)
class Repeat:
    """What is repeated. `seen` is the picture as the mixed difference sees it; `mean` has at every pixel the mean of what
    stands at the same place of all other cells; `times` is how many cells the picture has.
    """

    seen: NDArray[Any]
    mean: NDArray[Any]
    times: float


def find_repeat(pixels: NDArray[np.uint8]) -> Repeat | None:
    """What repeats in two directions on a picture of height x width x RGB; None where nothing does."""
    grey = _shrunk(pixels)
    if min(grey.shape) < 3 * _SHORTEST:
        return None
    seen = _mixed_difference(grey)
    if not seen.any():
        return None
    correlations = _correlations(seen)
    lattice = _lattice(correlations, _peaks(correlations))
    if lattice is None:
        return None
    first, second = lattice
    return Repeat(seen, _mean_of_others(seen, first, second), seen.size / _cell(first, second))


def smooth(values: NDArray[Any], reach: int) -> NDArray[Any]:
    """The mean of the square around each value, `reach` to every side."""
    padded = np.pad(values.astype(np.float64), reach, mode="edge").cumsum(axis=0).cumsum(axis=1)
    sums = np.pad(padded, ((1, 0), (1, 0)))
    size = 2 * reach + 1
    squares = sums[size:, size:] - sums[:-size, size:] - sums[size:, :-size] + sums[:-size, :-size]
    return np.asarray(squares / size**2)


def spectrum_shape(height: int, width: int) -> tuple[int, int]:
    """Sizes from these on that a Fourier transform is fast for."""
    return _smooth_number(height), _smooth_number(width)


def _smooth_number(least: int) -> int:
    number = least
    while True:
        rest = number
        for prime in (2, 3, 5):
            while rest % prime == 0:
                rest //= prime
        if rest == 1:
            return number
        number += 1


def _shrunk(pixels: NDArray[np.uint8]) -> NDArray[Any]:
    height, width = pixels.shape[:2]
    by = max(1, -(-max(height, width) // _SIDE))
    height, width = height // by * by, width // by * by
    # Adding up whole rows first is five times faster than the mean of all axes at once.
    values = by * pixels.shape[2]
    rows = pixels[:height, :width].reshape(height // by, by, width * pixels.shape[2])
    sums = rows.sum(axis=1, dtype=np.uint32).reshape(height // by, width // by, values).sum(axis=2)
    return np.asarray(sums / np.float32(by * values))


def _mixed_difference(grey: NDArray[Any]) -> NDArray[Any]:
    gap = _APART
    difference = grey[gap:, gap:] - grey[:-gap, gap:] - grey[gap:, :-gap] + grey[:-gap, :-gap]
    return np.asarray(np.clip(difference, -_CLIP, _CLIP), dtype=np.float32)


def _correlations(seen: NDArray[Any]) -> NDArray[Any]:
    """How alike the picture and itself are after each shift: rows are shifts down from 0, columns shifts across, with 0
    in the middle. Shifts up are those down the other way.
    """
    height, width = seen.shape
    down, across = int(height * _REACH), int(width * _REACH)
    shape = spectrum_shape(height + down, width + across)
    spectrum = np.fft.rfft2(seen, shape)
    sums = np.fft.irfft2(spectrum.real**2 + spectrum.imag**2, shape)
    shifts = np.concatenate([sums[:down, -across:], sums[:down, : across + 1]], axis=1)
    overlap = np.outer(height - np.arange(down), width - np.abs(np.arange(-across, across + 1)))
    return np.asarray(shifts / sums[0, 0] * (height * width) / overlap)


def _peaks(correlations: NDArray[Any]) -> list[_Shift]:
    middle = correlations.shape[1] // 2
    down = np.arange(correlations.shape[0])[:, None]
    across = np.arange(-middle, middle + 1)[None]
    left = np.where((down**2 + across**2 < _SHORTEST**2) | ((down == 0) & (across < 0)), -1, correlations)
    least = max(_CORRELATION, _DEVIATIONS * float(correlations[left > -1].std()))
    found = []
    for _ in range(_CANDIDATES):
        y, x = (int(index) for index in np.unravel_index(left.argmax(), left.shape))
        if left[y, x] < least:
            break
        if not _is_ridge(correlations, x, y):
            found.append(_Shift(x - middle, y, float(correlations[y, x])))
        left[max(0, y - 4) : y + 5, max(0, x - 4) : x + 5] = -1
    return found


def _is_ridge(correlations: NDArray[Any], x: int, y: int) -> bool:
    steps = np.arange(-_BESIDE, _BESIDE + 1)
    ring = np.abs(np.hypot(steps[:, None], steps[None]) - _BESIDE) < 1
    rows, columns = (axis[ring] for axis in np.meshgrid(y + steps, x + steps, indexing="ij"))
    # Above the first row are the shifts below it the other way.
    columns = np.where(rows < 0, correlations.shape[1] - 1 - columns, columns)
    rows = np.abs(rows)
    inside = (rows < correlations.shape[0]) & (columns >= 0) & (columns < correlations.shape[1])
    return bool(correlations[rows[inside], columns[inside]].max() > _RIDGE * correlations[y, x])


def _lattice(correlations: NDArray[Any], peaks: list[_Shift]) -> tuple[_Shift, _Shift] | None:
    """Of the pairs of shifts that also together make a peak, the finest of those that are about as clear as the best."""
    pairs = []
    for index, first in enumerate(peaks):
        for second in peaks[index + 1 :]:
            lengths = float(np.hypot(first.x, first.y) * np.hypot(second.x, second.y))
            if _cell(first, second) < _SINE * lengths:
                continue
            together = [
                _height(correlations, first.x + sign * second.x, first.y + sign * second.y)
                for sign in (1, -1)
            ]
            heights = [first.height, second.height, *(height for height in together if height is not None)]
            if len(heights) > 2 and min(heights) >= max(_LOWEST * max(heights[:2]), 0.7 * _CORRELATION):
                pairs.append((min(heights), first, second))
    clearest = max((pair[0] for pair in pairs), default=0)
    clear = [pair[1:] for pair in pairs if pair[0] > 0.75 * clearest]
    return min(clear, key=lambda pair: _cell(*pair), default=None)


def _cell(first: _Shift, second: _Shift) -> int:
    """The area of a cell of their lattice."""
    return abs(first.x * second.y - first.y * second.x)


def _height(correlations: NDArray[Any], x: int, y: int) -> float | None:
    """The correlation at or next to a shift; None for one that is not looked at."""
    if y < 0:
        x, y = -x, -y
    middle = correlations.shape[1] // 2
    if y >= correlations.shape[0] - 2 or abs(x) > middle - 2:
        return None
    return float(correlations[max(0, y - 2) : y + 3, x + middle - 2 : x + middle + 3].max())


def _mean_of_others(seen: NDArray[Any], first: _Shift, second: _Shift) -> NDArray[Any]:
    height, width = seen.shape
    total, count = np.zeros_like(seen), np.zeros_like(seen)
    reach = range(-12, 13)
    for x, y in ((i * first.x + j * second.x, i * first.y + j * second.y) for i in reach for j in reach):
        if (x, y) == (0, 0) or abs(x) >= width or abs(y) >= height:
            continue
        here = slice(max(0, -y), min(height, height - y)), slice(max(0, -x), min(width, width - x))
        there = slice(max(0, y), min(height, height + y)), slice(max(0, x), min(width, width + x))
        total[here] += seen[there]
        count[here] += 1
    return np.asarray(total / np.maximum(count, 1))
