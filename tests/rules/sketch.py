"""Pictures written down as text: what a reader read once, so that rules are tested without reading.

    --- drawn {size=1024x1024}
    Order Flow
    Cached for one hour {height=6}

One drawn line a line, from top to bottom; a blank line parts blocks. Behind a line stands what is unusual about it:
`height` of the letters in pixels, `contrast`, `tilt` in degrees, `cut` (touches the border), `star` (it is no
text but the generator's mark). Behind the head: `size`, `bytes`, `format`, and `prompt` and `source` that the file
holds.
"""

import re
from math import cos, radians, sin
from typing import NamedTuple

from jwtlint.picture.cache import Cache, Kept
from jwtlint.picture.file import PictureFile
from jwtlint.picture.model import Line, Mark, Point, Word
from jwtlint.picture.picture import Picture
from jwtlint.picture.provenance import Provenance
from jwtlint.picture.reader import Readers
from jwtlint.picture.sight import Sight
from jwtlint.text import Region, Span

_HEAD = re.compile(r"^--- drawn *(?:\{(?P<facts>.*)\})? *\n", re.M)
_FACTS = re.compile(r" *\{(?P<facts>[^{}]*=[^{}]*|cut|star)\} *$")
_FACT = re.compile(
    r"(prompt|source|size|bytes|format|height|contrast|tilt)=(.*?)(?= (?:prompt|source|size|bytes|format|height|contrast|tilt)=|$)"
)
_LEFT, _TOP, _ADVANCE, _HEIGHT, _PITCH = 100, 100, 10, 20, 26
READER = "rapidocr"


class Sketch(NamedTuple):
    """The prompt (empty for a picture alone), the picture, and which span of the sketch each word stands at."""

    prompt: str
    picture: Picture
    places: dict[Region, Span]


class _Remembered(Cache):
    """Has seen the picture before."""

    def __init__(self, kept: Kept) -> None:
        super().__init__(None)
        self._kept = kept

    def get(self, name: str) -> Kept | None:
        return self._kept


def sketch(text: str, path: str = "picture.png") -> Sketch | None:
    """Read a sketch; None for a text that draws nothing."""
    head = _HEAD.search(text)
    if head is None:
        return None
    lines: list[Line] = []
    marks: list[Mark] = []
    places: dict[Region, Span] = {}
    top, at = _TOP, head.end()
    for row in text[head.end() :].split("\n"):
        found = _FACTS.search(row)
        words = row[: found.start()] if found else row
        facts = _facts(found["facts"] if found else "")
        if words.strip() and "star" in facts:
            mark = Region(900, 900, 940, 940)
            marks.append(Mark("generator", "the four-pointed star of Gemini", mark, 0.9))
            places[mark] = Span(at, at + len(words))
        elif words.strip():
            line = _line(words, top, facts)
            lines.append(line)
            places |= _places(line, words, at)
        top += _PITCH
        at += len(row) + 1
    facts = _facts(head["facts"] or "")
    width, _, height = facts.get("size", "1024x1024").partition("x")
    raw = b"\0" * int(facts.get("bytes", "1000"))
    file = PictureFile(path, raw, facts.get("format", "PNG"), int(width), int(height))
    prompts = (facts["prompt"],) if "prompt" in facts else ()
    file.__dict__["provenance"] = Provenance(prompts=prompts, source_type=facts.get("source"))
    places[Region(0, 0, int(width), int(height))] = _file_place(text, head.end())
    kept = Kept(Sight(READER, tuple(lines), tuple(marks)), {})
    return Sketch(text[: head.start()], Picture(file, Readers(()), ("en",), _Remembered(kept)), places)


def _facts(words: str) -> dict[str, str]:
    if words in ("cut", "star"):
        return {words: ""}
    return dict(_FACT.findall(words))


def _line(words: str, top: int, facts: dict[str, str]) -> Line:
    turn = radians(float(facts.get("tilt", "0")))
    drawn = tuple(
        Word(match[0], _region(match.start(), match.end(), top, turn), 0.99, READER)
        for match in re.finditer(r"\S+", words)
    )
    length = len(words) * _ADVANCE
    right, down = (
        Point(cos(turn) * length, sin(turn) * length),
        Point(-sin(turn) * _HEIGHT, cos(turn) * _HEIGHT),
    )
    corners = (
        Point(_LEFT, top),
        Point(_LEFT + right.x, top + right.y),
        Point(_LEFT + right.x + down.x, top + right.y + down.y),
        Point(_LEFT + down.x, top + down.y),
    )
    contrast = float(facts.get("contrast", "12"))
    return Line(drawn, corners, float(facts.get("height", _HEIGHT)), contrast, "cut" in facts)


def _region(start: int, end: int, top: int, turn: float) -> Region:
    y = top + sin(turn) * start * _ADVANCE
    x = _LEFT + cos(turn) * start * _ADVANCE
    return Region(round(x), round(y), round(x + (end - start) * _ADVANCE), round(y) + _HEIGHT)


def _places(line: Line, words: str, at: int) -> dict[Region, Span]:
    return {
        word.region: Span(at + match.start(), at + match.end())
        for word, match in zip(line.words, re.finditer(r"\S+", words), strict=True)
    }


def _file_place(text: str, start: int) -> Span:
    """Where a sketch says `file`: there a finding on the whole picture is expected."""
    at = text.find("file", start)
    return Span(at, at + len("file"))
