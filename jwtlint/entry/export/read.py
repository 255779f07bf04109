"""The entry that a record of an export is."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...regex import lazy
from ...text import Quoting, Run, Span, Text
from ..fields import PROMPT, WRAPPED, Fields, Slot, Values
from ..model import Entry, Field
from ..record import Form
from .cells import cells_of
from .escapes import csv_text, json_text
from .members import Kind, Member, members_of, refuse
from .source import RecordSource

_BYTES = lazy(r"[0-9]{4,}")
_SECONDS = lazy(r"[0-9]{9,}(?:\.[0-9]+)?")
_FOR_PROGRAMS = {Field.FILE_SIZE: _BYTES, Field.RESOLUTION: _BYTES, Field.DATE: _SECONDS}
_SHOWN_KEYS = 12
_KEY_OF_ENTRY = 10 * WRAPPED


class Found(NamedTuple):
    """A value that an entry may have: what it is, its rank among others, and its text; empty for a blank."""

    slot: Slot
    rank: int
    text: Text


def read(source: RecordSource) -> Entry:
    """The one entry of a record of an export.

    Raises SourceError for a record that is broken, and for one without a prompt or anything else to check.
    """
    found, places = _found(source)
    values = _values(found)
    if not values.prompt and not values.titles and values.fields.keys() <= {Field.ID}:
        refuse(source, 0, f"no prompt and no metadata in this entry; {remedy(names_of(source))}")
    form = Form.CSV if source.record.form is Form.SEMICOLONS else source.record.form
    return Entry(
        source,
        form.value,
        values.prompt,
        tuple(values.titles),
        values.fields,
        places,
        blanks=values.left_blank,
    )


def is_entry(source: RecordSource) -> bool:
    """Has the record what only entries have: a prompt, or a title and a picture?

    Raises SourceError for a record that is broken.
    """
    values = _values(_found(source)[0])
    return bool(values.prompt) or (bool(values.titles) and Field.PICTURE in values.fields)


def names_of(source: RecordSource) -> tuple[str, ...]:
    """The keys or columns of a record, nested ones with dots between.

    Raises SourceError for a record that is broken.
    """
    if source.record.form is not Form.JSON:
        return tuple(name for name in source.record.header if name)
    members, _ = members_of(source)
    return tuple(dict.fromkeys(".".join(member.names) for member in members))


def remedy(names: tuple[str, ...]) -> str:
    """How to say which of the names is the prompt."""
    if not names:
        return "an export is a list of entries, an object that holds one, or has an entry a line"
    shown = ", ".join(name[:40] for name in names[:_SHOWN_KEYS]) + (", …" if len(names) > _SHOWN_KEYS else "")
    return f'it has {shown}; say in the table [fields] of jwtlint.toml which one is the prompt, as in prompt = "text"'


def _found(source: RecordSource) -> tuple[list[Found], frozenset[Field]]:
    """The values that mean something, blank or not, in order; and the fields that have a place."""
    if source.record.form is Form.JSON:
        members, key = members_of(source)
        found = [*_of_members(source, members, key)]
        named = {one.slot for one in found if isinstance(one.slot, Field)}
        return found, frozenset(named | source.fields.mapped)
    found = [*_of_cells(source)]
    return found, _columns(source.fields, source.record.header).holds


def _of_members(source: RecordSource, members: list[Member], key: tuple[int, int] | None) -> Iterator[Found]:
    for member in members:
        meaning = source.fields.meaning(member.names)
        if meaning is None:
            continue
        match member.kind:
            case Kind.STRING:
                text = json_text(source, member.start, member.end).strip()
            case Kind.LITERAL | Kind.NULL:
                text = _as_it_is(source, member.start, member.end)
        yield Found(*meaning, text)
    if key is not None:
        # In an object of entries each is known by its key, unless it says more.
        yield Found(Field.ID, _KEY_OF_ENTRY, json_text(source, *key).strip())


class _Columns(NamedTuple):
    """What each column of a header means, and the fields that have one."""

    meanings: tuple[tuple[Slot, int] | None, ...]
    holds: frozenset[Field]


@lru_cache(maxsize=64)
def _columns(fields: Fields, header: tuple[str, ...]) -> _Columns:
    meanings = tuple(fields.meaning(tuple(name.split("."))) for name in header)
    return _Columns(meanings, frozenset(one[0] for one in meanings if one and isinstance(one[0], Field)))


def _of_cells(source: RecordSource) -> Iterator[Found]:
    header = source.record.header
    cells = list(cells_of(source, source.record.form, len(header)))
    end = len(source.value)
    for number, meaning in enumerate(_columns(source.fields, header).meanings):
        if meaning is None:
            continue
        if number < len(cells):
            cell = cells[number]
            yield Found(*meaning, csv_text(source, cell.start, cell.end, quoted=cell.quoted).strip())
        else:
            yield Found(*meaning, _as_it_is(source, end, end))


def _as_it_is(source: RecordSource, start: int, end: int) -> Text:
    """What nothing can be put into."""
    return Text(source.value[start:end], (Run(0, end - start, Span(start, end)),), source, Quoting.LITERAL)


def _values(found: list[Found]) -> Values:
    """The values that count: of each field those of the best name that has one."""
    best: dict[Slot, int] = {}
    for slot, rank, text in found:
        if text:
            best[slot] = min(rank, best.get(slot, rank))
    values = Values()
    for slot, rank, text in found:
        if not text:
            values.note_blank(slot, text)
        elif (rank == best[slot] or (slot is Field.TITLE and rank < WRAPPED)) and not _is_for_programs(
            slot, text
        ):
            values.note(slot, text)
    return values


def _is_for_programs(slot: Slot, text: Text) -> bool:
    """Is it a number of bytes or seconds, as programs keep it and nobody is shown it?"""
    pattern = _FOR_PROGRAMS.get(slot) if slot != PROMPT else None
    return pattern is not None and pattern.fullmatch(text.value) is not None
