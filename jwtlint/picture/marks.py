"""Marks, and the picture as a whole, as texts, so that findings can point at them."""

from ..text import Region, Run, Text
from .model import Mark
from .picture import Picture


def mark_text(mark: Mark, picture: Picture) -> Text:
    """A text that stands where the mark is; its words are the name of the mark."""
    return Text(mark.name, (Run(0, len(mark.name), mark.region),), picture.source)


def file_text(picture: Picture) -> Text:
    """A text for the picture as a whole; its words are the name of the file."""
    name = picture.name
    return Text(name, (Run(0, len(name), Region(0, 0, *picture.size)),), picture.source)
