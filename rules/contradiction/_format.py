"""The shape of the picture: in words, as a ratio, as a size in pixels."""

from collections.abc import Iterator

from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy

from ._demands import Hit
from ._prose import prose_of

AXIS = "canvas-format"
_SIZE = lazy(r"(?<![\d:.])(\d{1,2})\s?:\s?(\d{1,2})(?![\d:]|\.\d)|(?<!\d)(\d{3,4})\s?[x×]\s?(\d{3,4})(?!\d)")
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


def sizes(prompt: Prompt) -> Iterator[Hit]:
    """The ratios and sizes in the prose that are said of the picture."""
    prose = prose_of(prompt)
    for match in _SIZE.finditer(prose.lowered):
        low, high = prose.sentence(match.start(), match.end())
        before = prose.lowered[max(low, match.start() - _NEAR) : match.start()]
        behind = prose.lowered[match.end() : min(high, match.end() + _NEAR)]
        answer = shape(int(match[1] or match[3]), int(match[2] or match[4]))
        if answer and (_CUE.search(before) or _CUE.search(behind.partition(",")[0])):
            yield Hit(AXIS, answer, match.start(), match.end())
