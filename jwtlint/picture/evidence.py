"""Reading a suspicious word again, before anything is said about it.

A line that is already found costs little to read again. It is cut out at several sizes and with several margins:
what is really drawn stays, what a reader only imagined seldom does.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..regex import lazy
from ..text import Region, Text
from .characters import look_alike
from .geometry import cut, grown, part, size_of, within
from .keys import key_of
from .layout import DrawnLine
from .model import Corners, Point
from .reader import Reader

if TYPE_CHECKING:
    from PIL.Image import Image

_TOKEN = lazy(r"\w+(?:[-'’./:]\w+)*")
_SHORT = 4
"""Shorter words are looked for as words; longer ones also where a reader lost the blanks around them."""

_REACH = 4.0
"""How much of a long line is read again on both sides of the word, in heights of the line."""

_LONG = 16.0

_CIRCLES = ((1.75, 0.8, 2.0), (1.55, 0.62, 3.0), (1.9, 0.95, 2.0))
"""Where the number before a text may stand: how far before its first letter the cut begins, half the height of the
cut, both in heights of a line; and how many times it is enlarged."""

_MARGIN = 0.12
_LEVEL = 5.0
_SURE = 0.75


class Preparation(NamedTuple):
    """How a line is cut out: enlarged `scale` times, with margins in heights of the line."""

    scale: float
    along: float
    across: float


PREPARATIONS = (
    Preparation(2.0, 0.15, 0.04),
    Preparation(3.0, 0.30, 0.10),
    Preparation(1.0, 0.08, -0.06),
)


_ENOUGH_AGAINST = 2


class Testimony(NamedTuple):
    """How many of the readings show the word as first read, and how many what was asked for instead."""

    drawn: int
    asked: int
    readings: int

    @property
    def confidence(self) -> float:
        """From 0 to 1; readings that show what was asked for speak against the first one."""
        share = (self.drawn - 2 * self.asked) / self.readings
        return round(max(0.0, min(0.98, share)), 2)


class Witness:
    """Reads lines of one picture again. `kept` are readings of earlier runs; new ones are added to it."""

    def __init__(
        self,
        image: Callable[[], "Image"],
        readers: Sequence[Reader],
        lines: Sequence[DrawnLine],
        languages: Sequence[str],
        kept: dict[str, str],
    ) -> None:
        self._image = image
        self._readers = readers
        self._languages = languages
        self._kept = kept
        self._lines = lines
        self._line_of: dict[Region, DrawnLine] = {
            word.region: line for line in lines for word in line.line.words
        }

    def testify(self, text: Text, asked: str = "") -> Testimony:
        """Read again the line in which some words stand. The reading that found them counts as one.

        When two readings show something else, the others can no longer make the words sure, and are saved.
        """
        spans = [run.place for run in text.runs if isinstance(run.place, Region)]
        lines = dict.fromkeys(self._line_of[place] for place in spans if place in self._line_of)
        if not lines:
            return Testimony(1, 0, 1)
        line = next(iter(lines))
        words = text.value if len(lines) == 1 else _on(line, text)
        drawn, instead, against = 1, 0, 0
        for reader in self._readers:
            for reading in self._again(reader, line, text):
                shown = _shows(reading, words)
                drawn += shown
                against += not shown
                instead += bool(asked) and not shown and _shows(reading, asked)
                if against >= _ENOUGH_AGAINST:
                    break
        return Testimony(drawn, instead, 1 + len(PREPARATIONS) * len(self._readers))

    def number_before(self, text: Text) -> str:
        """The number in a circle before a level text of one or several lines: finders often pass over those.

        Empty unless two cuts of different size show the same, and none another.
        """
        line = self._line_of.get(text.runs[0].place) if isinstance(text.runs[0].place, Region) else None
        region = text.place
        if line is None or not isinstance(region, Region) or not self._readers or abs(line.tilt) > _LEVEL:
            return ""
        name = f"{self._readers[0].name} {line.number} before"
        if name not in self._kept:
            image = self._image()
            cuts = [_circle(image, region, size_of(line.line.corners)[1], *one) for one in _CIRCLES]
            found = self._readers[0].recognise(cuts, self._languages)
            values = [one.value for one in found if one.confidence >= _SURE]
            self._kept[name] = values[0] if len(values) > 1 and len(set(values)) == 1 else ""
        return self._kept[name]

    def _again(self, reader: Reader, line: DrawnLine, text: Text) -> Iterator[str]:
        corners = _around(line, text)
        ends = " ".join(str(round(value)) for corner in corners[:2] for value in corner)
        for number, preparation in enumerate(PREPARATIONS):
            name = f"{reader.name} {line.number} {ends} {number}"
            if name not in self._kept:
                made = _prepared(self._image(), corners, preparation)
                (reading,) = reader.recognise([made], self._languages)
                self._kept[name] = reading.value
            yield self._kept[name]


def _prepared(image: "Image", corners: Corners, preparation: Preparation) -> "Image":
    _, height = size_of(corners)
    with_margin = grown(corners, preparation.along * height, preparation.across * height)
    return cut(image, within(with_margin, image.size), preparation.scale)


def _circle(
    image: "Image", region: Region, height: float, reach: float, half: float, scale: float
) -> "Image":
    """The place before a text where its number stands, in the middle of all its lines."""
    middle = (region.top + region.bottom) / 2
    left, right = region.left - reach * height, region.left - _MARGIN * height
    top, bottom = middle - half * height, middle + half * height
    corners = Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)
    return cut(image, within(corners, image.size), scale)


def _around(line: DrawnLine, text: Text) -> Corners:
    """The line, or of a long one the part around the words."""
    corners = line.line.corners
    width, height = size_of(corners)
    if width <= _LONG * height or len(line.text.value) == 0:
        return corners
    start, end = _shares(line, text)
    reach = _REACH * height / width
    return part(corners, max(0.0, start - reach), min(1.0, end + reach))


def _shares(line: DrawnLine, text: Text) -> tuple[float, float]:
    """Where the words begin and end, as shares of the length of their line."""
    places = {run.place for run in text.runs}
    inside = [run for run in line.text.runs if run.place in places]
    length = len(line.text.value)
    return inside[0].start / length, inside[-1].end / length


def _on(line: DrawnLine, text: Text) -> str:
    """The words of a text that stand on one of its lines."""
    places = {run.place for run in line.text.runs}
    inside = [run for run in text.runs if run.place in places]
    return text.value[inside[0].start : inside[-1].end]


def _shows(reading: str, words: str) -> bool:
    """Does a reading have the words, though a reader may have lost the blanks around them?"""
    tokens = list(_TOKEN.finditer(reading))
    count = max(1, len(_TOKEN.findall(words)))
    for first, last in zip(tokens, tokens[count - 1 :], strict=False):
        if look_alike(reading[first.start() : last.end()], words):
            return True
    wanted, seen = key_of(words).value, key_of(reading)
    if len(wanted) < _SHORT:
        return False
    at = seen.value.find(wanted)
    while at >= 0:
        start, end = seen.span(at, at + len(wanted))
        if _begins(reading, start) and _begins(reading, end):
            return True
        at = seen.value.find(wanted, at + 1)
    return False


def _begins(value: str, at: int) -> bool:
    """Does a word begin here, after a blank, a mark or a small letter?"""
    before, after = value[at - 1 : at] if at else "", value[at : at + 1]
    if not before.isalnum() or not after.isalnum():
        return True
    return before.islower() and after.isupper()
