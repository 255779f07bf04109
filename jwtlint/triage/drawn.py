"""How the things of an entry were drawn, where somebody read the picture."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..text import Region
from .subject import Subject
from .things import Thing
from .words import folded

if TYPE_CHECKING:
    from ..picture.match import Match


def drawn_as(thing: Thing, subject: Subject) -> str | None:
    """ "exact", "differs" or "missing"; None where the picture was not read, or nothing of the kind was asked for."""
    if subject.seen is None or subject.seen.comparison is None:
        return None
    found = [match.status.value for match in _matches(thing, subject)]
    if not found:
        return None
    return "exact" if "exact" in found else found[0]


def drawn_regions(thing: Thing, subject: Subject) -> Iterator[Region]:
    """Where the words of a thing were read, in pixels."""
    from ..picture.comparison import regions_of

    for match in _matches(thing, subject):
        if match.drawn is not None:
            yield from regions_of(match.drawn)


def is_read(words: str, subject: Subject) -> bool:
    """Do these words stand somewhere on the picture, in one line?"""
    layout = subject.seen.layout if subject.seen else None
    wanted = f" {' '.join(folded(words))} "
    return layout is not None and any(
        wanted in f" {' '.join(folded(line.text.value))} " for line in layout.lines
    )


def _matches(thing: Thing, subject: Subject) -> "Iterator[Match]":
    comparison = subject.seen.comparison if subject.seen else None
    if comparison is None or not thing.texts:
        return
    span = thing.texts[0].span
    for match in comparison.matches:
        asked = match.expected.text.span
        if asked.start < span.end and span.start < asked.end:
            yield match
