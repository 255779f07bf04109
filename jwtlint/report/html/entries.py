"""The entries that are shown: those with findings, each with the pictures that were held against it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from ...entry.model import Entry, Field
from ...entry.read import read_entries
from ...finding import Diagnostic, Result
from ...source import Source, SourceError
from .languages import language_name

if TYPE_CHECKING:
    from ...session import Checked


@dataclass
class ShownEntry:
    """A document, or one record of an export, with everything that was found in it and on its pictures.

    `source` is its text, None where that is not at hand. `language` is the English name of the language that it says
    it is in, `style` what it says of its style, written as by the first entry of the report that says the same.
    `piped`: it came from the standard input.
    """

    path: str
    source: Source | None
    title: str
    id: str = ""
    language: str = ""
    style: str = ""
    piped: bool = False
    diagnostics: list[Diagnostic] = field(default_factory=list)
    pictures: list[Result] = field(default_factory=list)


class _Key(NamedTuple):
    """A picture and its entry have the same; two records of one file have not."""

    path: str
    line: int
    column: int


def shown_entries(checked: Sequence["Checked"]) -> list[ShownEntry]:
    """The entries with findings, in the order of the run; that of an entry is where it, or its picture, came first."""
    spellings: dict[str, str] = {}
    shown: dict[_Key, ShownEntry] = {}
    order: dict[_Key, int] = {}
    piped = {_key(one) for one in checked if one.piped}
    units = {(one.path, one.unit): _key(one) for one in checked if one.source is not None}
    for one in checked:
        # What was found by comparing entries comes last, without their text.
        key = _key(one) if one.source is not None else units.get((one.path, one.unit), _key(one))
        order.setdefault(key, len(order))
        if not one.result.diagnostics:
            continue
        if key not in shown:
            shown[key] = _shown(one, spellings, key in piped)
        shown[key].diagnostics += one.result.diagnostics
    for one in checked:
        if one.result.picture and (owner := shown.get(_key(one))) is not None:
            owner.pictures.append(one.result)
    return [shown[key] for key in sorted(shown, key=lambda key: order[key])]


def _key(checked: "Checked") -> _Key:
    source = checked.source
    return _Key(source.path, *source.first) if source is not None else _Key(checked.path, 0, 0)


def _shown(checked: "Checked", spellings: dict[str, str], piped: bool) -> ShownEntry:
    source = checked.source
    entries = _entries(source) if source is not None else []
    path = source.path if source is not None else checked.path
    style = _first(entries, Field.STYLE)
    identity = next((one.id for one in entries if one.id), None) or checked.result.entry or ""
    return ShownEntry(
        path,
        source,
        _first(entries, Field.TITLE) or identity or PurePath(path).name,
        identity,
        language_name(_first(entries, Field.LANGUAGE)),
        spellings.setdefault(style.casefold(), style),
        piped,
    )


def _entries(source: Source) -> list[Entry]:
    try:
        return list(read_entries(source))
    except SourceError:
        # A picture without an entry has no text.
        return []


def _first(entries: Iterable[Entry], which: Field) -> str:
    values = (value for entry in entries if (value := entry.get(which)) is not None)
    return next((" ".join(value.value.split()) for value in values if value.value.strip()), "")
