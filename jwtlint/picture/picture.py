"""A picture as rules see it: what was read and seen on it, and a witness to ask again."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ..passage import Passage, Role
from ..regex import lazy
from ..source import Source
from ..text import Text
from .cache import Cache, Kept, name_of
from .decode import decode
from .evidence import Testimony, Witness
from .file import PictureFile
from .layout import DrawnLine, Layout
from .model import Mark
from .provenance import Provenance
from .reader import Readers
from .sight import Sight, inked, look_at

if TYPE_CHECKING:
    from PIL.Image import Image

_DESCENDING = lazy("[gjpqy]")
LEAST_HEIGHT = 8.0
"""Lines whose letters are inked over fewer rows cannot be judged: capitals of 8 pixels are those of a type of 11.

Small letters need a row more, and those that go below the line three."""

_TILTED = 8.0

LEAST_CONTRAST = 2.0
"""Fainter letters are reflections and decoration, or defects of another kind."""


class Picture:
    """One picture. It is decoded and read when that is first asked for, and only if no earlier run did.

    `languages` (ISO 639-1) are those that its text may be in, `called` is the name of its source. What is asked for raises SourceError where the
    picture cannot be decoded.
    """

    def __init__(
        self,
        file: PictureFile,
        readers: Readers,
        languages: Sequence[str] = ("en",),
        cache: Cache | None = None,
        called: str | None = None,
    ) -> None:
        self.file = file
        self.readers = readers
        self.source = Source(file.path, "", name=called)
        self._languages = tuple(languages)
        self._cache = cache or Cache(None)
        self._saved: int | None = None
        """How many readings the cache holds with the sight as it is; None where it lacks the sight."""

    @property
    def path(self) -> str:
        return self.file.path

    @property
    def name(self) -> str:
        """The path without its folders."""
        return self.path.replace("\\", "/").rpartition("/")[2]

    @property
    def languages(self) -> tuple[str, ...]:
        return self._languages

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.file.width, self.file.height

    @property
    def provenance(self) -> Provenance:
        """What the file says of where it comes from."""
        return self.file.provenance

    @property
    def sight(self) -> Sight:
        return self._kept.sight

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What lies over the picture and is no text of it."""
        return self.sight.marks

    @cached_property
    def layout(self) -> Layout | None:
        """The lines and how they stand to each other; None where nobody read the picture."""
        lines = (*self.sight.lines, *(self._kept.closer or ()))
        return Layout(lines, self.source) if self.sight.reader else None

    def look(self) -> None:
        """Decode and read it now, unless an earlier run did: who asks first is told what is wrong with it."""
        _ = self._kept

    def look_closer(self) -> bool:
        """Search once more for lines, on the enlarged picture. Returns whether any was found that was overlooked.

        Whoever holds the layout from before has to ask for it again.
        """
        kept = self._kept
        if kept.closer is None and self.readers.readers:
            found = self.readers.readers[0].look_closer(self.image, self._languages, kept.sight.lines)
            kept = self._kept = kept._replace(closer=inked(found, self.image))
            self._saved = None
        for made in ("layout", "_witness"):
            self.__dict__.pop(made, None)
        return bool(kept.closer)

    def passages(self, identify: Callable[[str], str | None]) -> tuple[Passage, ...]:
        """The blocks of text that can be judged, each in its language."""
        if self.layout is None:
            return ()
        blocks = ([line for line in block if self.legible(line)] for block in self.layout.blocks)
        texts = [Text.join([line.text for line in block]) for block in blocks if block]
        return tuple(Passage(text, Role.DRAWN, identify(text.value)) for text in texts)

    def legible(self, line: DrawnLine) -> bool:
        """Is a line high and clear enough to be judged, under no mark, and no part of a watermark?"""
        clear = line.line.contrast is None or line.line.contrast >= LEAST_CONTRAST
        if abs(line.tilt) > _TILTED and any(mark.kind == "watermark" for mark in self.marks):
            return False
        return (
            clear
            and line.line.height >= _least_height(line.text.value)
            and not any(line.region.overlaps(mark.region) for mark in self.marks if mark.kind == "generator")
        )

    @cached_property
    def lacks_letters(self) -> bool:
        """Does a reader lack the letters of a language that the text may be in?"""
        return any(reader.missing(self._languages) for reader in self.readers.readers)

    def testify(self, text: Text, asked: str = "") -> Testimony:
        """Read some words again; `asked` are those that should stand there instead."""
        return self._witness.testify(text, asked)

    def number_before(self, text: Text) -> str:
        """The number in a circle before some lines, read without searching for it; empty where that is not sure."""
        return self._witness.number_before(text)

    def keep(self) -> None:
        """Keep what was seen and read for later runs."""
        if "_kept" in self.__dict__ and len(self._kept.readings) != self._saved:
            self._cache.put(self.sight_name, self._kept)
            self._saved = len(self._kept.readings)

    @cached_property
    def image(self) -> "Image":
        """The pixels: upright RGB."""
        return decode(self.file)

    @cached_property
    def sight_name(self) -> str:
        """What the sight of this picture by these readers is kept under."""
        return name_of(self.file.picture_hash, self.readers.readers, self._languages)

    @cached_property
    def _kept(self) -> Kept:
        kept = self._cache.get(self.sight_name)
        if kept is not None:
            self._saved = len(kept.readings)
            return kept
        reader = next(iter(self.readers.readers), None)
        return Kept(look_at(self.image, reader, self._languages), {})

    @cached_property
    def _witness(self) -> Witness:
        lines = self.layout.lines if self.layout else ()
        return Witness(lambda: self.image, self.readers.readers, lines, self._languages, self._kept.readings)


def _least_height(value: str) -> float:
    if value.upper() == value:
        return LEAST_HEIGHT
    return LEAST_HEIGHT + (3 if _DESCENDING.search(value) else 1)
