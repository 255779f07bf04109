"""The colours of what is drawn on pictures: told apart by colour-blind people, and by lightness alone.

They are those of Okabe and Ito (https://jfly.uni-koeln.de/color/), the vermilion darker, so that white digits can
be read on it. A dark and a light outline show them on any background.
"""

from typing import NamedTuple

from ...finding import Severity

RGB = tuple[int, int, int]

DARK: RGB = (17, 20, 26)
LIGHT: RGB = (255, 255, 255)
PAPER: RGB = (255, 255, 255)
DESK: RGB = (214, 218, 224)
INK: RGB = (24, 28, 36)
RULE: RGB = (190, 196, 206)


class Colour(NamedTuple):
    """`fill` is that of frames and badges, `digits` stand on it, `words` are written in it on white."""

    fill: RGB
    digits: RGB
    words: RGB


VERMILION = Colour((200, 62, 0), LIGHT, (172, 48, 0))
YELLOW = Colour((240, 228, 66), DARK, (118, 88, 0))
BLUE = Colour((86, 180, 233), DARK, (0, 92, 150))

SEVERITIES = {Severity.ERROR: VERMILION, Severity.WARNING: YELLOW, Severity.INFO: BLUE}
