"""The outline of Gemini's star: where to look on both sides of its edge, and inside it.

Measured on marks over plain ground (48 and 55 pixels): four equal quarters, each bounded by the hyperbola
(x + A)(y + A) = B in units of half the star's size, with points cut blunt at 1. The drawn edge is within 0.006 of it.
Offsets are from the star's centre in pixels, x before y.
"""

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

_A = 0.3707
_B = 0.556
# Nearer to its points a small star is too thin to have an inside.
_NEAREST = 0.12
_STEPS = 6
# How far from the edge its two sides are looked at: beyond what scaling and JPEG blur, in pixels and in halves.
_BLUR = 1.3
_APART = 0.05
# Pairs at the four points of the star; `pairs` has them last.
TIPS = 12


def pairs(halves: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Just inside and just outside the edge of stars whose half sizes are `halves`, as (stars, pairs, 2) each."""
    edge, outward = _quarters()
    inner, outer = _points()
    half = halves[:, None, None]
    apart = np.maximum(_BLUR, _APART * half) * outward
    return (
        np.concatenate([edge * half - apart, inner * half], axis=1),
        np.concatenate([edge * half + apart, outer * half], axis=1),
    )


def across(half: float) -> NDArray[Any]:
    """Four places along a line across each curved edge, deep inside to far outside, as (4, edge points, 2)."""
    edge, outward = _quarters()
    thick = np.abs(edge).min(axis=1) > 2 * _NEAREST
    steps = max(_BLUR, _APART * half) * np.array([-3, -1, 1, 3])[:, None, None]
    return np.asarray(edge[thick] * half + steps * outward[thick])


def body(half: float) -> NDArray[Any]:
    """Points all over the inside of a star, clear of its edge, as (points, 2)."""
    steps = np.linspace(-0.8, 0.8, 33)
    x, y = (axis.ravel() for axis in np.meshgrid(steps, steps))
    clear = _BLUR / half + _APART
    inside = (np.abs(x) + clear + _A) * (np.abs(y) + clear + _A) < _B
    return np.stack([x[inside], y[inside]], axis=1) * half


@cache
def _quarters() -> tuple[NDArray[Any], NDArray[Any]]:
    """Points on the four curved edges, and the outward directions there."""
    flat = np.linspace(_NEAREST, _B**0.5 - _A, _STEPS)
    steep = _B / (flat + _A) - _A
    x, y = np.concatenate([flat, steep]), np.concatenate([steep, flat])
    points = np.stack([x, y], axis=1)
    outward = np.stack([y + _A, x + _A], axis=1)
    outward /= np.linalg.norm(outward, axis=1, keepdims=True)
    signs = np.array([(1, 1), (1, -1), (-1, 1), (-1, -1)])[:, None, :]
    return (points * signs).reshape(-1, 2), (outward * signs).reshape(-1, 2)


@cache
def _points() -> tuple[NDArray[Any], NDArray[Any]]:
    """Places in the four points of the star, and one outside beside each: past the end and on both flanks."""
    inner, outer = [], []
    for along in np.array([(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)]):
        across = along[::-1]
        inner += [along * 0.88, along * 0.8, along * 0.8]
        outer += [along * 1.14, along * 0.86 + across * 0.2, along * 0.86 - across * 0.2]
    return np.array(inner), np.array(outer)
