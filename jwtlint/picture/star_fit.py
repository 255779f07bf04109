"""How well a half transparent white star at a place explains what a picture shows there.

A star of opacity a makes v + a(255 - v) of every value v below it. On both sides of its edge, where what is below is
mostly the same, all three channels must tell one and the same a, over dark and over light ground. Text, boxes and icons
do not agree on one along this very outline, and whatever the star covers disturbs only some of it.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .star_outline import TIPS, across, body, pairs

OPACITIES = np.geomspace(0.1, 0.93, 16)
_CHANNELS = 3
# How far a step across the edge may be from the expected one: in levels at least, and in shares of it.
_NOISE = 1.6
_SLACK = 0.22
# A step of less than this share of the expected one is none: here the edge is missing, not disturbed.
_FLAT = 0.35
# Levels the star must add for a pair to count, and beyond which a pair counts no more than others.
_VISIBLE = 3.0
_STRONG = 8.0
# A score is lessened where less of the edge is visible: white boxes and letters look like a nearly opaque star along a
# part of its edge.
_FAINT = 0.65
_SEEN_FAINT, _SEEN_STRONG = 0.28, 0.85


class Ground(NamedTuple):
    """A part of a picture, height x width x RGB, and how far its values stray without any reason, in levels."""

    values: NDArray[Any]
    noise: float

    @classmethod
    def of(cls, pixels: NDArray[np.uint8]) -> "Ground":
        values = pixels.astype(np.float32)
        # Most neighbours differ by grain only; the median of the difference is 0.95 of its deviation.
        grain = float(np.median(np.abs(np.diff(values.mean(axis=2), axis=1)))) / 0.95
        return cls(values, max(_NOISE, 2 * grain))


class Star(NamedTuple):
    """A star that may be there: its centre and half its size in pixels, and what speaks for it.

    `agrees` is the share of the visible edge that tells `opacity`, `flat` the share that shows no step at all, `tips`
    what `agrees` is at the four points alone. `seen` is the share of the edge where a star would be visible, `levels`
    what it adds there on average over all of the edge, strong steps cut off. `score` orders stars.
    """

    x: float
    y: float
    half: float
    score: float = -1.0
    opacity: float = 0.0
    agrees: float = 0.0
    flat: float = 0.0
    tips: float = 0.0
    seen: float = 0.0
    levels: float = 0.0


def best(
    ground: Ground,
    x: NDArray[Any],
    y: NDArray[Any],
    halves: NDArray[Any],
    opacities: NDArray[Any] = OPACITIES,
) -> Star:
    """Of the stars with these centres and half sizes, the one that explains the ground best."""
    inner, outer = pairs(halves)
    centre = np.stack([x, y], axis=1)[:, None, :]
    outside = _sampled(ground.values, outer + centre).reshape(len(x), -1)
    step = _sampled(ground.values, inner + centre).reshape(len(x), -1) - outside
    room = 255 - outside
    found = Star(0, 0, 1)
    for opacity in opacities:
        expected = opacity * room
        visible = expected > max(_VISIBLE, 1.5 * ground.noise)
        weight = np.minimum(expected, _STRONG) * visible
        # A nearly opaque star is nearly white: its slack is in what it leaves of the ground.
        slack = _SLACK * min(opacity, 1.35 - opacity)
        fits = weight * (np.abs(step - expected) < np.maximum(ground.noise, slack * room))
        total = np.maximum(weight.sum(axis=1), 1)
        agrees = fits.sum(axis=1) / total
        flat = (weight * (np.abs(step) < _FLAT * expected)).sum(axis=1) / total
        seen = visible.mean(axis=1)
        score = (agrees - flat) * np.minimum(1, seen / (_SEEN_FAINT if opacity < _FAINT else _SEEN_STRONG))
        at = int(score.argmax())
        if score[at] > found.score:
            tips = slice(-TIPS * _CHANNELS, None)
            numbers = (
                x[at],
                y[at],
                halves[at],
                score[at],
                (fits * step)[at].sum() / max((fits * room)[at].sum(), 1e-6),
                agrees[at],
                flat[at],
                fits[at, tips].sum() / max(weight[at, tips].sum(), 1),
                seen[at],
                weight[at].mean(),
            )
            found = Star(*(float(number) for number in numbers))
    return found


def lightened(ground: Ground, star: Star) -> float:
    """The share of the star's inside that is as light as a star makes it: nothing there is darker than it on black."""
    values = _sampled(ground.values, np.add(body(star.half), (star.x, star.y)))
    return float((values > 255 * star.opacity * (1 - _SLACK) - _VISIBLE).mean())


def outlined(ground: Ground, star: Star) -> float:
    """The share of the edge where the step is undone a little further in or out: a star drawn as a line has two edges."""
    deep, inner, outer, far = _sampled(ground.values, np.add(across(star.half), (star.x, star.y))).mean(
        axis=-1
    )
    step = np.maximum(inner - outer, _VISIBLE)
    return float(max((inner - deep > step / 2).mean(), (far - outer > step / 2).mean()))


def _sampled(picture: NDArray[Any], points: NDArray[Any]) -> NDArray[Any]:
    """The picture between its pixels, at points (…, 2), x before y."""
    height, width = picture.shape[:2]
    x, y = np.clip(points[..., 0], 0, width - 1.001), np.clip(points[..., 1], 0, height - 1.001)
    left, top = x.astype(int), y.astype(int)
    right = (x - left).astype(np.float32)[..., None]
    down = (y - top).astype(np.float32)[..., None]
    upper = picture[top, left] * (1 - right) + picture[top, left + 1] * right
    lower = picture[top + 1, left] * (1 - right) + picture[top + 1, left + 1] * right
    return np.asarray(upper * (1 - down) + lower * down)
