"""Text on pictures, in the font that Pillow brings along, so that no font has to be installed.

That font has the letters of English. Accents are drawn over them; what it does not know at all is written as the
number of the character.
"""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from ..visible import visible
from .accents import ACCENTS, draw_accent
from .palette import RGB

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

_KNOWN = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("©«°±´·»‘’“”…‹›™")
_SPELLED = {
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "•": "·",
    "×": "x", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "⟨": "<", "⟩": ">", "ß": "ss", "æ": "ae", "Æ": "AE",
    "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ı": "i", "¿": "?", "¡": "!",
    "€": "EUR", "£": "GBP", "®": "(R)", "µ": "u", "„": "“", "‚": "‘", "′": "'", "″": '"',
}  # fmt: skip
_LINE = 1.32


class Lettering:
    """Writes in one size, in pixels; lines stand `pitch` pixels apart."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.pitch = round(size * _LINE)

    @cached_property
    def font(self) -> "FreeTypeFont":
        from PIL import ImageFont

        return _loaded(ImageFont.load_default(self.size))

    def width(self, text: str) -> int:
        """How wide a drawable text is, in pixels."""
        return round(self.font.getlength(_bare(text)))

    def wrapped(self, text: str, width: int) -> Iterator[str]:
        """The lines of a drawable text broken at blanks to fit a width; a word that is too long is cut."""
        line = ""
        for word in text.split():
            longer = f"{line} {word}" if line else word
            if self.width(longer) <= width:
                line = longer
                continue
            if line:
                yield line
            while self.width(word) > width and len(word) > 1:
                start = self._fitting(word, width)
                yield word[:start]
                word = word[start:]
            line = word
        yield line

    def shortened(self, text: str, width: int) -> str:
        """A drawable text, cut at its end where it is wider than that."""
        if self.width(text) <= width:
            return text
        return text[: self._fitting(text, width - self.width("…"))] + "…"

    def write(self, draw: "ImageDraw", at: tuple[int, int], text: str, colour: RGB) -> None:
        """Write one line of drawable text; `at` is its upper left corner."""
        bare = _bare(text)
        draw.text(at, bare, fill=colour, font=self.font)
        place = 0
        for character in text:
            if combining(character):
                left, right = self.font.getlength(bare[: place - 1]), self.font.getlength(bare[:place])
                _, top, _, bottom = self.font.getbbox(bare[place - 1])
                x = at[0] + (left + right) / 2
                draw_accent(draw, character, (x, at[1] + top, at[1] + bottom), self.size, colour)
            else:
                place += 1

    def _fitting(self, text: str, width: int) -> int:
        """How many characters fit into a width, at least one."""
        low, high = 1, max(len(text), 1)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.width(text[:middle]) <= width else (low, middle - 1)
        while low < len(text) and combining(text[low]):
            low += 1
        return low


@lru_cache(maxsize=16)
def lettering(size: int) -> Lettering:
    """The lettering of a size; its font is loaded once."""
    return Lettering(size)


def drawable(text: str, most: int = 400) -> str:
    """Any text as one line that a `Lettering` can write: letters with their accents apart, strangers spelled out.

    What is longer than `most` characters is cut off.
    """
    if len(text) > most:
        text = text[: most - 1] + "…"
    return "".join(map(_spelled, visible(text)))


@lru_cache(maxsize=4096)
def _spelled(character: str) -> str:
    if character in _KNOWN:
        return character
    if character in _SPELLED:
        return _SPELLED[character]
    for form in ("NFD", "NFKD"):
        apart = normalize(form, character)
        if all(part in _KNOWN or (at and part in ACCENTS) for at, part in enumerate(apart)):
            return apart
    code = ord(character)
    # The signs of `visible` for line ends and escapes.
    return f"<U+{code - 0x2400 if 0x2400 <= code < 0x2420 else code:04X}>"


def _bare(text: str) -> str:
    return text if text.isascii() else "".join(one for one in text if not combining(one))


def _loaded(font: object) -> "FreeTypeFont":
    from PIL import ImageFont

    # Pillow without FreeType would give a bitmap font of one size; no wheel of it is built like that.
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font
