"""The mark of Gemini: a white, half transparent four-pointed star near the lower right corner."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..text import Region
from .model import Mark
from .star_fit import OPACITIES, Ground, Star, best, lightened, outlined
from .star_outline import pairs

NAME = "the four-pointed star of Gemini"

# In shares of the picture's longer side: how big the star is, and how far its centre is from both edges where it is
# not exactly where Gemini puts it.
_SMALLEST, _LARGEST = 0.022, 0.056
_NEAREST, _FARTHEST = 0.034, 0.072
_LEAST_PIXELS = 16
# Gemini stamps 48 pixels 32 from the edges, or 96 pixels 64 from them; a picture made smaller keeps the ratio.
_STAMPED = (32 + 48 / 2) / 48
_STAMPED_WITHIN = 0.15
# A score that needs no second look elsewhere.
_SURE = 0.9
# What a star must show at least: how much of its edge is visible, how much of this agrees, and of its points alone. Less
# is asked where Gemini puts it, unless much of it cannot be seen. Measured on 6000 corners cut out of real diagrams.
_SEEN_STAMPED, _AGREES_STAMPED, _TIPS_STAMPED = 0.28, 0.44, 0.25
_MOSTLY_SEEN, _AGREES_HIDDEN = 0.65, 0.8
_SEEN, _AGREES, _TIPS = 0.6, 0.58, 0.4
# Half a size, in pixels, up to which few pixels tell and letters can be anything.
_TINY, _AGREES_TINY = 14, 0.76
# Over this opacity all of the edge must be visible: a white box or letter tells the same along a part of it.
_STRONG, _SEEN_STRONG = 0.65, 0.85
# From here on it is no longer half transparent: somebody drew it.
_OPAQUE = 0.955
_MOST_FLAT = 0.05
_LEAST_LEVELS = 2.5
_LIGHTENED = 0.96
_OUTLINED = 0.6


def find_star(pixels: NDArray[np.uint8]) -> Mark | None:
    """The star on a picture of height x width x RGB; None where there is none, or none that can be told."""
    height, width = pixels.shape[:2]
    longer = max(height, width)
    side = min(int((_FARTHEST + _LARGEST / 2) * longer) + 2, height, width)
    if side < 2 * _LEAST_PIXELS:
        return None
    corner = Ground.of(pixels[height - side :, width - side :, :3])
    stars = [_climb(corner, _stamped(corner, longer))]
    if stars[0].score < _SURE:
        stars += [_climb(corner, star) for star in _anywhere(corner, longer)]
    convincing = [star for star in stars if _convinces(corner, star)]
    if not convincing:
        return None
    star = max(convincing, key=lambda star: star.score)
    left, top = width - side + star.x - star.half, height - side + star.y - star.half
    right, bottom = left + 2 * star.half, top + 2 * star.half
    region = Region(round(left), round(top), min(round(right), width), min(round(bottom), height))
    confidence = min(0.5 + 0.5 * star.agrees * min(1.0, star.seen + 0.5), 0.99)
    return Mark("generator", NAME, region, round(confidence, 2))


def _convinces(corner: Ground, star: Star) -> bool:
    side = corner.values.shape[0]
    stamped = all(
        abs((side - 0.5 - at) / (2 * star.half) - _STAMPED) < _STAMPED_WITHIN for at in (star.x, star.y)
    )
    if stamped:
        seen, tips = _SEEN_STAMPED, _TIPS_STAMPED
        agrees = _AGREES_STAMPED if star.seen > _MOSTLY_SEEN else _AGREES_HIDDEN
    else:
        seen, tips = _SEEN, _TIPS
        agrees = _AGREES if star.half > _TINY else _AGREES_TINY
    if star.opacity > _STRONG:
        seen = _SEEN_STRONG
    return (
        star.opacity < _OPAQUE
        and 2 * star.half > 0.9 * _LEAST_PIXELS
        and star.seen >= seen
        and star.agrees >= agrees
        and star.tips >= tips
        and star.flat <= _MOST_FLAT
        and star.levels >= _LEAST_LEVELS
        and lightened(corner, star) >= _LIGHTENED
        and outlined(corner, star) <= _OUTLINED
    )


def _stamped(corner: Ground, longer: int) -> Star:
    """The best star where Gemini puts it."""
    halves = np.geomspace(max(_SMALLEST * longer, _LEAST_PIXELS), _LARGEST * longer, 50) / 2
    at = corner.values.shape[0] - 0.5 - 2 * halves * _STAMPED
    return best(corner, at, at, halves)


def _anywhere(corner: Ground, longer: int, most: int = 4) -> list[Star]:
    """A few places near the corner where the values step up into a star on most of its edge."""
    grey = corner.values.mean(axis=2)
    side = grey.shape[0]
    stride = max(1, round(longer / 800))
    steps = np.arange(side - _FARTHEST * longer, side - _NEAREST * longer, stride).astype(int)
    x, y = (axis.ravel() for axis in np.meshgrid(steps, steps))
    halves = np.geomspace(max(_SMALLEST * longer, _LEAST_PIXELS), _LARGEST * longer, 11) / 2
    scores = np.stack([_steps_up(grey, x, y, half) for half in halves])
    found: list[Star] = []
    while len(found) < most:
        index, place = np.unravel_index(scores.argmax(), scores.shape)
        if scores[index, place] < 0.3:
            break
        found.append(best(corner, x[[place]], y[[place]], halves[[index]]))
        scores[:, (np.abs(x - x[place]) <= 2 * stride) & (np.abs(y - y[place]) <= 2 * stride)] = 0
    return found


def _steps_up(grey: NDArray[Any], x: NDArray[Any], y: NDArray[Any], half: float) -> NDArray[Any]:
    """For each place: 1 where all pairs of a star there tell the same opacity, 0 where they tell anything."""
    side = grey.shape[0]

    def values(offsets: NDArray[Any]) -> NDArray[Any]:
        # Every second pair is enough to find it, whole pixels are near enough.
        across, down = np.round(offsets[0, ::2]).astype(int).T[:, :, None]
        return np.asarray(grey[np.clip(y + down, 0, side - 1), np.clip(x + across, 0, side - 1)])

    inner, outer = (values(offsets) for offsets in pairs(np.array([half])))
    opacity = np.clip((inner - outer) / (263 - outer), -1, 1)
    return np.asarray(opacity.mean(axis=0) / np.sqrt((opacity**2).mean(axis=0) + 0.001))


def _climb(corner: Ground, star: Star) -> Star:
    """The best star near this one."""
    near = OPACITIES[np.abs(np.log(OPACITIES / max(star.opacity, OPACITIES[0]))) < 0.25]
    for step, growth in ((1.0, 0.06), (0.5, 0.03)):
        for _ in range(4):
            x, y, halves = (
                axis.ravel()
                for axis in np.meshgrid(
                    star.x + np.array([-step, 0, step]),
                    star.y + np.array([-step, 0, step]),
                    star.half * np.array([1 - growth, 1, 1 + growth]),
                )
            )
            better = best(corner, x, y, halves, near)
            if better.score <= star.score:
                break
            star = better
    return star
