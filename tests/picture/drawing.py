"""Drawn lines made by hand, and a reader that knows what it will read."""

from collections.abc import Callable, Sequence
from math import cos, radians, sin

from PIL import Image, ImageDraw, ImageFont

from jwtlint.picture.layout import DrawnLine, Layout
from jwtlint.picture.model import Line, Point, Word
from jwtlint.picture.reader import Reading
from jwtlint.source import Source
from jwtlint.text import Region

ADVANCE, HEIGHT = 10, 20
PICTURE = Source("picture.png", "")


def line(words: str, left: float, top: float, *, tilt: float = 0.0, height: int = HEIGHT) -> Line:
    """A line whose upper left corner is there; each character is half as wide as high."""
    turn, advance = radians(tilt), height / 2

    def at(along: float, across: float) -> Point:
        return Point(
            left + cos(turn) * along - sin(turn) * across, top + sin(turn) * along + cos(turn) * across
        )

    drawn: list[Word] = []
    start = 0
    for word in words.split(" "):
        end = start + len(word)
        corners = [at(start * advance, 0), at(end * advance, height)]
        corners += [at(end * advance, 0), at(start * advance, height)]
        region = Region(
            round(min(corner.x for corner in corners)),
            round(min(corner.y for corner in corners)),
            round(max(corner.x for corner in corners)),
            round(max(corner.y for corner in corners)),
        )
        drawn.append(Word(word, region, 0.99, "fake"))
        start = end + 1
    length = len(words) * advance
    return Line(tuple(drawn), (at(0, 0), at(length, 0), at(length, height), at(0, height)), float(height))


def layout(*lines: Line) -> Layout:
    """The layout of some lines."""
    return Layout(lines, PICTURE)


def stacked(*texts: str, left: int = 100, top: int = 100) -> list[Line]:
    """Lines one under the other, as text wraps inside a box; far from each other where a text is empty."""
    found = []
    for text in texts:
        if text:
            found.append(line(text, left, top))
            top += 26
        else:
            top += 100
    return found


def values(lines: Sequence[DrawnLine]) -> list[str]:
    """The words of the lines."""
    return [one.text.value for one in lines]


class FakeReader:
    """Reads what it is told to, and remembers the cuts that it was shown.

    `says` is given the number of the cut among all that were shown, from 0.
    """

    version = "1"

    def __init__(self, says: Callable[[int], str], *lines: Line, name: str = "fake") -> None:
        self.name = name
        self.cuts: list[Image.Image] = []
        self.reads = 0
        self._says = says
        self._lines = lines

    def read(self, image: Image.Image, languages: Sequence[str]) -> tuple[Line, ...]:
        self.reads += 1
        return self._lines

    def missing(self, languages: Sequence[str]) -> tuple[str, ...]:
        return ()

    def look_closer(
        self, image: Image.Image, languages: Sequence[str], known: Sequence[Line]
    ) -> tuple[Line, ...]:
        return ()

    def recognise(self, cuts: Sequence[Image.Image], languages: Sequence[str]) -> list[Reading]:
        found = []
        for cut in cuts:
            found.append(Reading(self._says(len(self.cuts)), 0.95))
            self.cuts.append(cut)
        return found


def write(
    picture: Image.Image, text: str, at: tuple[int, int], size: int, ink: str = "black", turn: int = 0
) -> Region:
    """Draw a text, turned by so many degrees against the clock, and say where it is."""
    font = ImageFont.load_default(size)
    _, _, width, height = (round(value) for value in font.getbbox(text))
    sheet = Image.new("L", (width, height + size // 4), 0)
    ImageDraw.Draw(sheet).text((0, 0), text, 255, font)
    turned = sheet.rotate(turn, expand=True)
    box = turned.getbbox()
    assert box is not None
    picture.paste(Image.new("RGB", turned.size, ink), at, turned)
    return Region(at[0] + box[0], at[1] + box[1], at[0] + box[2], at[1] + box[3])
