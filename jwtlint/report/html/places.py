"""Places as the page shows them."""

from ...finding import Location
from ...source import Position, Source
from ...text import Span
from ..region import place_name


def span_in(location: Location, source: Source | None) -> Span | None:
    """The place in this very text; None for any other, as in another record of the same file."""
    span = location.span
    if source is None or span is None or location.path != source.path or span.end > len(source.value):
        return None
    return span if source.position(span.start) == Position(location.line or 0, location.column or 0) else None


def where(location: Location) -> str:
    """ "12:5", or a place on a picture in words; empty for a whole file."""
    if location.region is not None:
        return place_name(location) or "on the picture"
    return "" if location.line is None else f"{location.line}:{location.column}"
