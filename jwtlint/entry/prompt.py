"""Reads a bare prompt: a text without any metadata."""

from collections.abc import Iterable

from ..source import Source
from .model import Entry


def read(source: Source) -> Iterable[Entry]:
    """One entry whose prompt is the whole text. Every text can be read like this."""
    return (Entry(source, "prompt", source.text.strip()),)
