"""What reads pictures: the protocol, and which readers a run has.

A reader finds and reads all lines of a picture, and reads again a line that is already found, which is a
hundred times cheaper than finding it.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from .model import Line

if TYPE_CHECKING:
    from PIL.Image import Image

INSTALL = "python -m pip install 'jwtlint[pictures]'"

_INSTEAD = (
    "Tesseract reads instead: it overlooks about a third of the words, "
    "and what it takes for misspelt is for information only"
)


class Choice(StrEnum):
    """Which readers to use; `auto` is RapidOCR, or Tesseract where RapidOCR is not installed."""

    AUTO = "auto"
    RAPIDOCR = "rapidocr"
    TESSERACT = "tesseract"
    BOTH = "both"
    NONE = "none"


class ReaderError(Exception):
    """A reader that cannot be used; the message says why and what to do."""


class Reading(NamedTuple):
    """What a reader made of a cut that shows one line; `confidence` is its own, from 0 to 1."""

    value: str
    confidence: float


class Reader(Protocol):
    """Reads pictures. `name` and `version` tell whose reading it is: a reading is kept under both."""

    name: str

    @property
    def version(self) -> str:
        """Of the program and its models: another version may read otherwise."""
        ...

    def missing(self, languages: Sequence[str]) -> tuple[str, ...]:
        """What must be installed so that these languages are read well, as remedies; empty where all is there."""
        ...

    def read(self, image: "Image", languages: Sequence[str]) -> tuple[Line, ...]:
        """Find and read everything. `languages` are ISO 639-1 codes, the likeliest first."""
        ...

    def look_closer(
        self, image: "Image", languages: Sequence[str], known: Sequence[Line]
    ) -> tuple[Line, ...]:
        """Lines that `read` overlooks, for pictures on which a text seems to be missing."""
        ...

    def recognise(self, cuts: Sequence["Image"], languages: Sequence[str]) -> list[Reading]:
        """Read cuts with one upright line each, without searching for it."""
        ...


class Readers(NamedTuple):
    """The readers of a run, the preferred one first, and what is lost for want of others."""

    readers: tuple[Reader, ...]
    lost: tuple[str, ...] = ()


def readers_of(choice: Choice) -> Readers:
    """The readers that somebody chose.

    Raises ReaderError where none of them can be used. Nothing is loaded before a picture is read.
    """
    from .rapid import RapidReader
    from .tesseract import TesseractReader

    match choice:
        case Choice.NONE:
            return Readers(())
        case Choice.RAPIDOCR:
            return Readers((RapidReader(),))
        case Choice.TESSERACT:
            return Readers((TesseractReader(),))
        case Choice.BOTH:
            return _both()
    try:
        return Readers((RapidReader(),))
    except ReaderError as missing:
        try:
            fallback = TesseractReader()
        except ReaderError as other:
            raise ReaderError(f"no reader for pictures: {missing}; {other}") from None
        return Readers(
            (fallback,),
            (f"{missing}; {_INSTEAD}",),
        )


def _both() -> Readers:
    from .rapid import RapidReader
    from .tesseract import TesseractReader

    found: list[Reader] = []
    lost: list[str] = []
    for make in (RapidReader, TesseractReader):
        try:
            found.append(make())
        except ReaderError as error:
            lost.append(f"{error}; there is no second witness")
    if not found:
        raise ReaderError(f"no reader for pictures: {'; '.join(lost)}")
    return Readers(tuple(found), tuple(lost))
