"""How well a line can be seen: the contrast of its letters and how high they are."""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .geometry import cut, within
from .model import Line

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

    Luminance = NDArray[np.float32]

_UPRIGHT = 2.0
"""A line whose ends differ by no more pixels in height is cut out without turning it."""

_NEAR = 6
"""A line that ends so few pixels from the border of the picture is looked at up to the border."""

_CUT = 0.08, 0.8
"""The share of a side that the letters of a text cover which the border cuts."""

_STRONGEST = 90
"""The percentile of the letters' distance from the background that counts: edges of thin strokes are mixtures."""

_FLARE = 0.05
_LEAST_SPREAD = 0.02


class Ink(NamedTuple):
    """`contrast` is the WCAG 2 contrast ratio (1 to 21), `height` that of the inked rows in pixels.

    `cut_off` tells that letters touch the border of the picture.
    """

    contrast: float
    height: float
    cut_off: bool = False


class Sides(NamedTuple):
    """Which sides of a cut are at the border of the picture."""

    left: bool = False
    top: bool = False
    right: bool = False
    bottom: bool = False


class Inks:
    """Measures lines of one picture."""

    def __init__(self, image: "Image") -> None:
        import numpy as np

        self._image = image
        self._pixels: NDArray[np.uint8] = np.asarray(image)

    def of(self, line: Line) -> Ink | None:
        """Contrast and height of a line; None where letters and background cannot be told apart."""
        import numpy as np

        upper_left, upper_right, *_ = line.corners
        if abs(upper_left.y - upper_right.y) <= _UPRIGHT and upper_left.x < upper_right.x:
            left, top, right, bottom = line.region
            width, height = self._image.size
            at_border = Sides(left <= _NEAR, top <= _NEAR, right >= width - _NEAR, bottom >= height - _NEAR)
            left, top = (0 if at_border.left else left), (0 if at_border.top else top)
            right, bottom = (width if at_border.right else right), (height if at_border.bottom else bottom)
            pixels = self._pixels[top:bottom, left:right]
        else:
            pixels = np.asarray(cut(self._image, within(line.corners, self._image.size)))
            at_border = Sides()
        return _ink(_luminance(pixels), at_border) if pixels.size else None


def _luminance(pixels: "NDArray[np.uint8]") -> "Luminance":
    """Relative luminance, 0 to 1, as WCAG 2 defines it."""
    import numpy as np

    linear = _linear()[pixels]
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722], np.float32), np.float32)


@cache
def _linear() -> "Luminance":
    """The linear value of each byte of sRGB."""
    import numpy as np

    share = np.arange(256, dtype=np.float32) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear, np.float32)


def _ink(luminance: "Luminance", at_border: Sides) -> Ink | None:
    import numpy as np

    low, high = float(luminance.min()), float(luminance.max())
    if high - low < _LEAST_SPREAD:
        return None
    threshold = _otsu(luminance, low, high)
    bright = luminance > threshold
    border = np.concatenate([bright[0], bright[-1], bright[:, 0], bright[:, -1]])
    light_ground = bool(border.mean() > 0.5)
    letters = ~bright if light_ground else bright
    if not letters.any() or letters.all():
        return None
    ground = float(np.median(luminance[~letters]))
    distance = np.abs(luminance[letters] - ground)
    strongest = float(np.percentile(distance, _STRONGEST))
    drawn = ground - strongest if light_ground else ground + strongest
    contrast = (max(ground, drawn) + _FLARE) / (max(min(ground, drawn), 0.0) + _FLARE)
    rows = np.flatnonzero(letters.any(axis=1))
    return Ink(round(contrast, 2), float(rows[-1] - rows[0] + 1), _touches(letters, at_border))


def _touches(letters: "NDArray[np.bool_]", at_border: Sides) -> bool:
    """Do letters stand on a side of the cut that is the border of the picture?

    A few pixels are noise, and a whole side of them is a frame around the picture.
    """
    sides = (letters[:, 0], letters[0], letters[:, -1], letters[-1])
    least, most = _CUT
    return any(
        there and least <= float(side.mean()) <= most for there, side in zip(at_border, sides, strict=True)
    )


def _otsu(luminance: "Luminance", low: float, high: float) -> float:
    """The threshold that parts two kinds of pixels best (Otsu 1979), on the lightness that eyes perceive."""
    import numpy as np

    perceived = np.sqrt(luminance)
    counts, edges = np.histogram(perceived, bins=64, range=(low**0.5, high**0.5))
    weights = np.cumsum(counts)
    centres = (edges[:-1] + edges[1:]) / 2
    sums = np.cumsum(counts * centres)
    total, whole = weights[-1], sums[-1]
    with np.errstate(divide="ignore", invalid="ignore"):
        between = (whole * weights / total - sums) ** 2 / (weights * (total - weights))
    best = int(np.nanargmax(np.where(np.isfinite(between), between, -1)))
    return float(edges[best + 1] ** 2)
