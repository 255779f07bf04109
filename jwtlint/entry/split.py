"""From a file to its records."""

from collections.abc import Iterator
from pathlib import Path

from ..source import SourceError
from .discover import read
from .record import Record


def split(path: Path) -> Iterator[Record | SourceError]:
    """The records of a file, one by one. Raises SourceError for a file that cannot be read."""
    yield Record(str(path), read(path))
