"""What to check of what was found, where only what has changed is to be checked.

An entry and its picture belong together: where one has changed, both are checked.
"""

from collections.abc import Iterable
from pathlib import Path

from .changed import Changed
from .entry.export.source import source_of
from .entry.fields import Fields
from .entry.read import read_entries
from .entry.record import Form, Record
from .pairing import Pairing, named_in
from .source import SourceError


class Touched:
    """Tells which records and pictures to check. `prompt` belongs to all pictures without an entry."""

    def __init__(self, changed: Changed, pairing: Pairing, prompt: str | None) -> None:
        self._changed = changed
        self._pairing = pairing
        self._prompt = None if prompt is None else Path(prompt).absolute()
        self._everything = self._prompt is not None and self._prompt in changed

    def record(self, record: Record, fields: Fields) -> bool:
        """Has a record changed, or a picture of it?"""
        path = Path(record.path)
        if self._everything or self._is_new(record, path):
            return True
        if record.form is Form.DOCUMENT and self._any(self._pairing.of(record.path)):
            return True
        if path.absolute() == self._prompt:
            return self._any(self._pairing.pictures)
        return self._changed.has_pictures and self._names_one(record, fields)

    def picture(self, path: Path) -> bool:
        """Has a picture of nobody changed, or what it is held against?"""
        return self._everything or path in self._changed

    def _is_new(self, record: Record, path: Path) -> bool:
        if record.form is Form.DOCUMENT:
            return path in self._changed
        return self._changed.touches(path, record.line, record.line + record.raw.rstrip(b"\r\n").count(b"\n"))

    def _any(self, pictures: Iterable[Path]) -> bool:
        return any(one in self._changed for one in pictures)

    def _names_one(self, record: Record, fields: Fields) -> bool:
        """Does an entry of a record name a picture that has changed?"""
        try:
            names = [named_in(one) for one in read_entries(source_of(record, fields))]
        except SourceError:
            # It has not changed; whoever checks everything is told.
            return False
        return any(
            name is not None and name.path is not None and name.path in self._changed for name in names
        )
