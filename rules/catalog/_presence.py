"""What an entry lacks although its form has a place for it."""

from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Severity

# Who knows one of these has the picture before him.
_OF_THE_PICTURE = (Field.FILE_SIZE, Field.DATE, Field.PICTURE)


def missing(entry: Entry, field: Field, remedy: str) -> Iterator[Finding]:
    """The finding that a field is empty, or absent; at its place, or where the entry begins."""
    if field not in entry.can_hold:
        return
    if entry.get(field):
        return
    blank = entry.blanks.get(field)
    place = next(iter((*entry.titles, *entry.fields.values())), None) if blank is None else blank
    if place is None:
        return
    exists = any(one in entry.fields for one in _OF_THE_PICTURE)
    yield Finding(
        place,
        f"the {field.value} is {'missing' if blank is None else 'empty'}",
        remedy,
        severity=None if exists else Severity.INFO,
    )
