"""A record as a source: its text, its place in the file, and how it is to be read."""

from functools import cached_property

from ...source import Position, Source, SourceError
from ..fields import GUESSED, Fields
from ..record import Form, Record


class RecordSource(Source):
    """One record of an export. Its offsets are those of the record, its lines and columns those of the file."""

    def __init__(self, record: Record, value: str, fields: Fields) -> None:
        first = Position(record.line, record.column)
        super().__init__(record.path, value, raw=record.raw, first=first, name=record.name)
        self.record = record
        self.fields = fields

    def edited(self, value: str) -> "RecordSource":
        """The same record with another text."""
        return RecordSource(self.record._replace(raw=self.encode(value)), value, self.fields)

    @cached_property
    def source_hash(self) -> str:
        """SHA-256, in hexadecimal, of the record and of all that says how it is read and where it stands."""
        import hashlib

        place = repr(self.record._replace(path="", raw=b"", number=0))
        return hashlib.sha256(place.encode("utf-8", "surrogatepass") + b"\0" + self.record.raw).hexdigest()


def source_of(record: Record, fields: Fields = GUESSED) -> Source:
    """The source that `read_entries` makes entries of: of a record of an export exactly one.

    Raises SourceError for bytes that are no text, with line and column; for a whole file as `Source.decode` does.
    """
    return (
        Source.decode(record.path, record.raw, record.name)
        if record.form is Form.DOCUMENT
        else decoded(record, fields)
    )


def decoded(record: Record, fields: Fields = GUESSED) -> RecordSource:
    """The source of a record of an export.

    Raises SourceError for bytes that are no text, with line and column.
    """
    try:
        value = record.raw.decode()
    except UnicodeDecodeError as error:
        before = record.raw[: error.start].decode()
        raise _refusal(record, before, "not UTF-8 text; save the file as UTF-8") from None
    if (nul := value.find("\0")) >= 0:
        raise _refusal(record, value[:nul], "not text: a NUL character; remove it")
    return RecordSource(record, value, fields)


def _refusal(record: Record, before: str, reason: str) -> SourceError:
    first = Position(record.line, record.column)
    at = Source(record.path, before, first=first).position(len(before))
    return SourceError(record.path, f"line {at.line}, column {at.column}: {reason}")
