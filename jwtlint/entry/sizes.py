"""Reading resolutions, ratios and file sizes of pictures."""

import re
from math import gcd

from ..regex import lazy
from ..text import Quoting, Text
from .model import Entry

_TIMES = r"\s?(?:[x×X*✕хХ]|by|por|mal|sur)\s?"
_NUMBER = r"\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+|\d{1,6}"
_RESOLUTION = lazy(
    rf"(?P<width>{_NUMBER})\s?(?:px|pixels?)?{_TIMES}(?P<height>{_NUMBER})\s?(?:px|pixels?|píxeles|Pixel)?\.?",
    re.IGNORECASE,
)
_RATIO = lazy(
    r"(?P<width>\d{1,4}(?:[.,]\d{1,3})?)\s?(?P<sign>[:∶/x×*-])\s?(?P<height>\d{1,4}(?:[.,]\d{1,3})?)", re.I
)
_NO_DIGIT = lazy(r"\D")
_LEAST_PIXELS = 64
_LARGEST_TERM = 40
_COMMON = ((1, 1), (5, 4), (4, 3), (3, 2), (8, 5), (16, 9), (9, 5), (7, 4), (2, 1), (21, 9))


_SIZE = lazy(
    r"(?:[~≈<]|about|ca\.)?\s?(?P<number>\d{1,3}(?:[ ,.\u00a0\u202f']\d{3})+|\d{1,9}(?:[.,]\d{1,3})?)"
    r"\s?(?P<unit>[kKMG]i?[Bb]|[kKM]o|[Bb]ytes?|B|[Kk]ilobytes?|[Mm]egabytes?)\.?"
)
_GROUPED = lazy(r"\d{1,3}(?:[ ,.\u00a0\u202f']\d{3})+")
_POWERS = {"b": 0, "k": 1, "m": 2, "g": 3}


def byte_range_of(value: str) -> tuple[float, float] | None:
    """The fewest and most bytes that a file size such as "174 KB" can mean; None for anything else.

    A kilobyte is taken for 1000 or 1024 bytes, and the last digit for rounded up or down.
    """
    match = _SIZE.fullmatch(value.strip())
    if match is None:
        return None
    power = _POWERS[match["unit"][0].lower()]
    number = match["number"]
    marks = _NO_DIGIT.findall(number)
    # A single comma or full stop in so many MB is a decimal point, anything else parts thousands.
    grouped = _GROUPED.fullmatch(number) is not None and (power < 2 or marks not in ([","], ["."]))
    if grouped:
        amount, last = float(_NO_DIGIT.sub("", number)), 1.0
    else:
        whole, _, fraction = number.replace(",", ".").partition(".")
        amount, last = float(f"{whole}.{fraction or 0}"), 10.0 ** -len(fraction)
    return max(0.0, amount - last) * 1000**power, (amount + last) * 1024**power


def resolution_of(value: str) -> tuple[int, int] | None:
    """Width and height in pixels; None for anything else."""
    match = _RESOLUTION.fullmatch(value.strip())
    if match is None:
        return None
    return int(_NO_DIGIT.sub("", match["width"])), int(_NO_DIGIT.sub("", match["height"]))


def ratio_of(value: str) -> tuple[float, float, str] | None:
    """The two terms of a ratio and the sign between them; None for anything else."""
    match = _RATIO.fullmatch(value.strip())
    if match is None:
        return None
    width, height = (float(match[term].replace(",", ".")) for term in ("width", "height"))
    return (width, height, match["sign"]) if width and height else None


def is_in_pixels(width: float, height: float) -> bool:
    """Are the two terms too large to be anything but pixels?"""
    return width >= _LEAST_PIXELS and height >= _LEAST_PIXELS


def reduced(width: int, height: int) -> tuple[str, bool]:
    """The ratio of a picture in its lowest terms, and whether it is exact.

    Where the lowest terms are large (1365 × 768), the common ratio that is within one percent, if there is one.
    """
    divisor = gcd(width, height) or 1
    terms = width // divisor, height // divisor
    if max(terms) > _LARGEST_TERM:
        for one, other in (*_COMMON, *((b, a) for a, b in _COMMON)):
            if abs(width * other / (height * one) - 1) <= 0.01:
                return f"{one}:{other}", False
    return f"{terms[0]}:{terms[1]}", True


def written(ratio: str, entry: Entry, text: Text) -> str:
    """The ratio as it has to stand where `text` stands."""
    # Bare 3:2 is a number to base 60 for readers of YAML 1.1.
    bare = entry.form == "markdown" and text.quoting is Quoting.PLAIN
    return f'"{ratio}"' if bare else ratio
