"""The labels of the other entries of a catalog: visitors report the wrong entry now and then."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from ..document import Document
from .words import folded


class Directory:
    """Finds the entries that have a label. Nothing is parsed before something is asked for."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        self._documents = documents

    def entries_with(self, label: str) -> tuple[str, ...]:
        """Ids (or else file names) of the entries that have a box, arrow label or title of these very words."""
        return self._by_label.get(folded(label), ())

    @cached_property
    def _by_label(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        found: dict[tuple[str, ...], dict[str, None]] = {}
        for document in self._documents:
            name = document.entry.id or Path(document.entry.path).name
            for label in _labels(document):
                found.setdefault(folded(label), {})[name] = None
        found.pop((), None)
        return {label: tuple(names) for label, names in found.items()}


def _labels(document: Document) -> Iterable[str]:
    prompt = document.prompt
    if prompt is None:
        return
    for box in prompt.boxes:
        yield from box.names
    for arrow in prompt.arrows:
        if arrow.label is not None:
            yield arrow.label.value
    if prompt.title is not None:
        yield prompt.title.value
