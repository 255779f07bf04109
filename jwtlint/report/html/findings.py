"""Findings as values of the page: what the table needs of each, and what its card adds to that."""

from typing import Any

from ...finding import Diagnostic, LocatedEdit, LocatedFix, Location, RelatedLocation
from ...fixer import fixable
from ...source import Source
from ..region import certainty
from ..visible import visible
from .entries import ShownEntry
from .links import link
from .places import span_in, where

_WORDS = 160
_CONTEXT = 32
_DIFFERENCE = 2000


def ordered(entry: ShownEntry) -> list[Diagnostic]:
    """The findings of an entry as they are numbered: down its text, then what has no place in it."""

    def place(one: Diagnostic) -> tuple[int, int, int]:
        span = span_in(one.location, entry.source)
        return (0, *span) if span is not None else (1, 0, 0)

    return sorted(entry.diagnostics, key=place)


def finding(one: Diagnostic, entry: int) -> dict[str, Any]:
    """The row of a finding in the table; `entry` is the number of its entry."""
    return {
        "entry": entry,
        "rule": one.rule,
        "severity": one.severity.label,
        "message": visible(one.message),
        "words": visible(_cut(one.text, _WORDS)),
        "place": where(one.location),
        "fix": _offered(one),
        "key": one.key,
    }


def card(one: Diagnostic, entry: ShownEntry) -> dict[str, Any]:
    """Everything else that is known of a finding."""
    told: dict[str, Any] = {
        "remedy": visible(one.remedy),
        "certainty": certainty(one.confidence),
        "file": _file(one.location, entry),
        "fix": _fix(one.fix, entry.source) if one.fix else None,
        "related": [_related(related, entry) for related in one.related],
    }
    return {key: value for key, value in told.items() if value}


def _offered(one: Diagnostic) -> str | None:
    return one.fix.safety.value if one.fix is not None and fixable(one, one.path, unsafe=True) else None


def _file(location: Location, entry: ShownEntry) -> dict[str, Any]:
    """The file in which a place lies, with its address where there is one."""
    place = where(location) if location.region is None else ""
    name = f"{visible(location.path)}:{place}" if place else visible(location.path)
    return {"name": name, "link": None if entry.piped else link(location.path)}


def _related(related: RelatedLocation, entry: ShownEntry) -> dict[str, Any]:
    return {
        "note": visible(related.note),
        "words": visible(_cut(related.text, _WORDS)),
        "file": _file(related.location, entry),
        "place": where(related.location),
    }


def _fix(fix: LocatedFix, source: Source | None) -> dict[str, Any]:
    return {
        "title": visible(fix.title),
        "safety": fix.safety.value,
        "edits": [_edit(edit, source) for edit in fix.edits],
    }


def _edit(edit: LocatedEdit, source: Source | None) -> dict[str, Any]:
    """A place before and after, with the words around it as far as they stand on the same line."""
    shown = {"place": where(edit.location), "new": visible(_cut(edit.replacement, _DIFFERENCE))}
    span = span_in(edit.location, source)
    if source is None or span is None:
        return shown
    value = source.value
    before = value[max(0, span.start - _CONTEXT) : span.start].rpartition("\n")[2]
    after = value[span.end : span.end + _CONTEXT].partition("\n")[0]
    old = _cut(value[span.start : span.end], _DIFFERENCE)
    return {**shown, "before": visible(before), "old": visible(old), "after": visible(after.rstrip("\r"))}


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"
