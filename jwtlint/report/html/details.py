"""What is shown of one entry when it is opened: its text with marks, its pictures with frames, its cards."""

from collections.abc import Iterator
from typing import Any

from ...finding import Location, Result
from ...text import Region
from ..region import visible_part
from ..rich import fidelity_in_words
from ..visible import visible
from .album import Album, Embedded
from .entries import ShownEntry
from .findings import card
from .links import link
from .marked import Mark, marked_lines
from .places import span_in


def details(entry: ShownEntry, album: Album) -> dict[str, Any]:
    """The entry as plain values. Findings are numbered from 0 within it."""
    source = entry.source
    lines = marked_lines(source, list(_marks(entry))) if source is not None and source.value else []
    return {
        "lines": lines,
        "pictures": [_picture(one, entry, album) for one in entry.pictures],
        "cards": [card(one, entry) for one in entry.diagnostics],
    }


def _places(entry: ShownEntry) -> Iterator[tuple[int, Location, bool]]:
    """All places of all findings: the number of the finding, the place, and whether it is a related one."""
    for number, one in enumerate(entry.diagnostics):
        yield number, one.location, False
        for related in one.related:
            yield number, related.location, True


def _marks(entry: ShownEntry) -> Iterator[Mark]:
    for number, location, related in _places(entry):
        span = span_in(location, entry.source)
        if span is not None:
            yield Mark(span, number, related)


def _picture(result: Result, entry: ShownEntry, album: Album) -> dict[str, Any]:
    """A picture; only one with findings is worth its room."""
    embedded = album.embed(result.path) if result.diagnostics else Embedded("", missing="no findings on it")
    return {
        "name": visible(result.path),
        "link": link(result.path),
        "address": embedded.address,
        "missing": visible(embedded.missing),
        "size": embedded.size,
        "fidelity": fidelity_in_words(result.fidelity) if result.fidelity else "",
        "frames": _frames(result.path, entry, embedded.size) if embedded.address else [],
    }


def _frames(path: str, entry: ShownEntry, size: tuple[int, int]) -> list[dict[str, Any]]:
    """One frame a region, the largest first, so that none covers a smaller one."""
    frames: dict[Region, tuple[set[int], set[int]]] = {}
    for number, location, related in _places(entry):
        region = visible_part(location.region, size) if location.region and location.path == path else None
        if region is not None:
            frames.setdefault(region, (set(), set()))[related].add(number)
    return [
        {"region": region, "findings": sorted(flagged), "related": sorted(related - flagged)}
        for region, (flagged, related) in sorted(frames.items(), key=lambda one: (-_area(one[0]), one[0]))
    ]


def _area(region: Region) -> int:
    return (region.right - region.left) * (region.bottom - region.top)
