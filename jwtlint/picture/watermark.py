"""A stock site's mark all over the picture: the same faint, tilted words again and again, over boxes and empty ground.

Diagrams repeat things, too: icons, dots, hatching, hexagons, a background pattern. So what repeats must also be what only
a line of words is: long and tilted, not the same upside down, and to be seen on a good part of the picture.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..text import Region
from .model import Mark
from .repeats import Repeat, find_repeat, smooth, spectrum_shape

NAME = "a mark repeated all over the picture"

_TIMES = 6
# How long it is against its width: 0 for what is round, 1 for a line without an end.
_LONG = 0.44
# Degrees between it and the next level or upright line.
_TILT = 9.0
# How like itself it is upside down: 1 for dots and hexagons, a third for words.
_TURNED = 0.55
# The share of the picture's blocks that show it, and the part of its mean strength that a block must have to show it.
_SHOWN = 0.18
_STRENGTH = 0.4
_BLOCK = 40


def find_watermarks(pixels: NDArray[np.uint8]) -> tuple[Mark, ...]:
    """The repeated mark on a picture of height x width x RGB; empty where there is none, or none that can be told.

    A single mark across the picture cannot be told from a drawing by its pixels; it is for those who read it.
    """
    repeat = find_repeat(pixels[..., :3])
    if repeat is None or repeat.times < _TIMES:
        return ()
    length, tilt = _bar(repeat.mean)
    shown = _shown(repeat)
    if length < _LONG or tilt < _TILT or shown < _SHOWN or _turned(repeat.mean) > _TURNED:
        return ()
    region = Region(0, 0, pixels.shape[1], pixels.shape[0])
    return (Mark("watermark", NAME, region, round(min(0.7 + 0.3 * shown, 0.99), 2)),)


def _bar(mean: NDArray[Any]) -> tuple[float, float]:
    """How long the thing is (0 to 1) and how tilted (degrees), by the slopes of its strength: they stand across it."""
    strength = smooth(np.sqrt(np.maximum(smooth(mean**2, 4), 0)), 3)
    down, across = np.gradient(strength)
    level, upright, both = float((across**2).sum()), float((down**2).sum()), float((across * down).sum())
    length = float(np.hypot(level - upright, 2 * both)) / max(level + upright, 1e-9)
    angle = abs(float(np.degrees(np.arctan2(2 * both, level - upright)) / 2)) % 90
    return length, min(angle, 90 - angle)


def _turned(mean: NDArray[Any]) -> float:
    """How like itself it is when turned by 180 degrees, wherever it is then put."""
    shape = spectrum_shape(2 * mean.shape[0], 2 * mean.shape[1])
    spectrum = np.fft.rfft2(mean, shape)
    return float(np.fft.irfft2(spectrum**2, shape).max()) / max(float((mean**2).sum()), 1e-9)


def _shown(repeat: Repeat) -> float:
    """The share of the blocks in which the picture has what the others have there."""
    strength = _blocks(repeat.mean**2)
    common = _blocks(repeat.seen * repeat.mean)
    strong = strength > np.median(strength) / 4
    return float((common[strong] > _STRENGTH * strength[strong]).mean()) if strong.any() else 0.0


def _blocks(values: NDArray[Any]) -> NDArray[Any]:
    rows, columns = values.shape[0] // _BLOCK, values.shape[1] // _BLOCK
    whole = values[: rows * _BLOCK, : columns * _BLOCK]
    return np.asarray(whole.reshape(rows, _BLOCK, columns, _BLOCK).sum(axis=(1, 3)))
