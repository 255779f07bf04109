"""Tesseract, through pytesseract: the fallback, and an independent witness.

Its dictionaries are switched off: whoever looks for misspelt words must not read with autocorrect.
"""

import os
import shutil
from collections.abc import Sequence
from functools import cache, cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from ..text import Region
from .characters import normalised
from .model import Line, Point, Word
from .reader import ReaderError, Reading

if TYPE_CHECKING:
    from PIL.Image import Image

PACKAGE = "apt-get install tesseract-ocr, or see tesseract-ocr.github.io"
_NO_DICTIONARIES = "-c load_system_dawg=0 -c load_freq_dawg=0"
_SPARSE, _ONE_LINE = 11, 7
_SMALL = 1400
"""Pictures whose longer side has fewer pixels are doubled: Tesseract wants letters of 20 pixels and more."""

_LEAST_CONFIDENCE = 30.0
# ISO 639-1 to the names of Tesseract's language data (ISO 639-2, terminological).
_NAMES = {"en": "eng", "es": "spa", "fr": "fra", "de": "deu", "it": "ita", "pt": "por", "nl": "nld"}


class TesseractReader:
    """Reads with the `tesseract` program, one thread each.

    Raises ReaderError where pytesseract or the program is missing.
    """

    name = "tesseract"

    def __init__(self) -> None:
        if find_spec("pytesseract") is None:
            raise ReaderError("pytesseract is not installed (python -m pip install pytesseract)")
        if shutil.which("tesseract") is None:
            raise ReaderError(f"Tesseract is not installed ({PACKAGE})")
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")

    @cached_property
    def version(self) -> str:
        import pytesseract

        return f"{pytesseract.get_tesseract_version()}-{'+'.join(sorted(_installed()))}"

    def missing(self, languages: Sequence[str]) -> tuple[str, ...]:
        """The data that is not installed, as Debian calls its package."""
        names = (_NAMES.get(one, one) for one in languages)
        return tuple(f"apt-get install tesseract-ocr-{name}" for name in names if name not in _installed())

    def read(self, image: "Image", languages: Sequence[str]) -> tuple[Line, ...]:
        """Find and read everything, in the languages whose data is installed."""
        import pytesseract

        scale = 2 if max(image.size) < _SMALL else 1
        enlarged = image.resize((image.width * scale, image.height * scale)) if scale > 1 else image
        found = pytesseract.image_to_data(
            enlarged,
            lang=_data(languages),
            config=f"--psm {_SPARSE} {_NO_DICTIONARIES}",
            output_type=pytesseract.Output.DICT,
        )
        lines: dict[tuple[int, int, int], list[Word]] = {}
        for row in _rows(found):
            if row.text.strip() and row.confidence >= _LEAST_CONFIDENCE:
                region = Region(*(value // scale for value in row.box))
                word = Word(normalised(row.text.strip()), region, row.confidence / 100, self.name)
                lines.setdefault(row.line, []).append(word)
        return tuple(_line(words) for words in lines.values())

    def look_closer(
        self, image: "Image", languages: Sequence[str], known: Sequence[Line]
    ) -> tuple[Line, ...]:
        """Nothing more: small pictures are enlarged at once."""
        return ()

    def recognise(self, cuts: Sequence["Image"], languages: Sequence[str]) -> list[Reading]:
        """Read cuts with one upright line each."""
        return [self._recognised(one, languages) for one in cuts]

    def _recognised(self, image: "Image", languages: Sequence[str]) -> Reading:
        import pytesseract

        found = pytesseract.image_to_data(
            image,
            lang=_data(languages),
            config=f"--psm {_ONE_LINE} {_NO_DICTIONARIES}",
            output_type=pytesseract.Output.DICT,
        )
        rows = [row for row in _rows(found) if row.text.strip()]
        value = " ".join(row.text.strip() for row in rows)
        return Reading(normalised(value), min((row.confidence for row in rows), default=0.0) / 100)


class _Row(NamedTuple):
    text: str
    confidence: float
    line: tuple[int, int, int]
    box: tuple[int, int, int, int]


def _rows(found: dict[str, list[Any]]) -> list[_Row]:
    columns = ("text", "conf", "block_num", "par_num", "line_num", "left", "top", "width", "height")
    return [
        _Row(text, float(confidence), (block, paragraph, line), (left, top, left + width, top + height))
        for text, confidence, block, paragraph, line, left, top, width, height in zip(
            *(found[column] for column in columns), strict=True
        )
    ]


def _line(words: list[Word]) -> Line:
    left = min(word.region.left for word in words)
    right = max(word.region.right for word in words)
    top = min(word.region.top for word in words)
    bottom = max(word.region.bottom for word in words)
    corners = Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)
    return Line(tuple(words), corners, float(bottom - top))


def _data(languages: Sequence[str]) -> str:
    names = [name for one in languages if (name := _NAMES.get(one, one)) in _installed()]
    return "+".join(names) or "eng"


@cache
def _installed() -> frozenset[str]:
    import pytesseract

    return frozenset(pytesseract.get_languages(config="")) - {"osd"}
