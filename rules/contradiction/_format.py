"""The shape of the picture: in words, as a ratio, as a size in pixels."""

from collections.abc import Iterator
from functools import lru_cache

from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy

from ._demands import Hit
from ._prose import Prose, prose_of

AXIS = "canvas-format"
_SIZE = lazy(r"[0-9]{1,4}\s?[:x×]\s?[0-9]{1,4}")
_SIDES = lazy(r"(\d+)\s?(.)\s?(\d+)")
_CUE = lazy(
    r"\b(?:ratio|aspect|format|canvas|orientation|resolution|size|infographic|poster|slide|picture|image|artboard"
    r"|seitenverhältnis|formato|auflösung)\b"
)
_NEAR = 26
# Sides that differ by less are a square for the eye.
_TOLERANCE = 1.05


def shape(width: int, height: int) -> str | None:
    """The answer to the axis that a width and a height give."""
    if min(width, height) < 1:
        return None
    if max(width, height) <= _TOLERANCE * min(width, height):
        return "square"
    return "landscape" if width > height else "portrait"


@lru_cache(maxsize=2)
def sizes(prompt: Prompt) -> tuple[Hit, ...]:
    """The ratios and sizes in the prose that are said of the picture."""
    return tuple(_sizes(prose_of(prompt)))


def _sizes(prose: Prose) -> Iterator[Hit]:
    for match in _SIZE.finditer(prose.lowered):
        start, end = match.span()
        sides = _SIDES.fullmatch(match.group())
        if sides is None or not _said_of_picture(prose, start, end):
            continue
        # 16:9 is a ratio; 1920×1080 a size, 3×4 a grid.
        digits = {len(sides[1]), len(sides[3])}
        if digits <= {1, 2} if sides[2] == ":" else digits <= {3, 4}:
            answer = shape(int(sides[1]), int(sides[3]))
            if answer:
                yield Hit(AXIS, answer, start, end)


def _said_of_picture(prose: Prose, start: int, end: int) -> bool:
    lowered = prose.lowered
    if (
        lowered[start - 1 : start] in (":", ".")
        or lowered[end : end + 1] == ":"
        or lowered[end : end + 2].strip(".").isdigit()
    ):
        return False
    low, high = prose.sentence(start, end)
    before = lowered[max(low, start - _NEAR) : start]
    behind = lowered[end : min(high, end + _NEAR)].partition(",")[0]
    return bool(_CUE.search(before) or _CUE.search(behind))
