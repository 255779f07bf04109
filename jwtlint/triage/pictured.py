"""The pictures that reports are about, with readers that are loaded once."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine import Linter
from ..entry.model import Entry
from ..source import SourceError

if TYPE_CHECKING:
    from ..picture.picture import Picture
    from ..picture.reader import Readers


class Pictured:
    """Opens pictures for one reader ("auto", "rapidocr", "tesseract", "both", "none")."""

    def __init__(self, reader: str = "auto") -> None:
        self._reader = reader

    def open(self, path: Path, entry: Entry, linter: Linter) -> "Picture":
        """The picture of an entry; what was read of it in earlier runs is not read again.

        Raises SourceError for a file that is no picture, and where no reader can be used.
        """
        from ..picture.cache import Cache
        from ..picture.file import load
        from ..picture.picture import Picture
        from ..store import cache_folder
        from ..worker import languages_of

        languages = languages_of(entry, linter.context.languages.identify)
        return Picture(load(path), self._readers(str(path)), languages, Cache(cache_folder()))

    def _readers(self, path: str) -> "Readers":
        from ..picture.reader import ReaderError

        try:
            return self._loaded
        except ReaderError as error:
            raise SourceError(path, f"not read: {error}; --reader none judges without") from None

    @cached_property
    def _loaded(self) -> "Readers":
        from ..picture.reader import Choice, readers_of

        return readers_of(Choice(self._reader))
