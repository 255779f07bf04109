"""What was understood of an entry, for programs. Keys are added, never changed or removed."""

from collections.abc import Iterable
from typing import Any

from ..document import Document
from ..entry.model import Entry
from ..prompt.model import Arrow, Box, Legend, Prompt
from ..text import Span, Text
from ..version import __version__


def reading(documents: Iterable[Document], *, explain_flow: bool = False) -> dict[str, Any]:
    """The entries of a file as plain values; every text has its place.

    With `explain_flow` each has the key `flow`: how its arrows were understood.
    """
    return {"version": __version__, "entries": [_document(one, explain_flow) for one in documents]}


def _document(document: Document, explain_flow: bool) -> dict[str, Any]:
    prompt = document.prompt
    known = {**_entry(document.entry), "prompt": _prompt(prompt) if prompt else None}
    if explain_flow:
        from .flow_json import flow

        known["flow"] = flow(document)
    return known


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "path": entry.path,
        "entry": entry.id,
        "form": entry.form,
        "titles": _all(entry.titles),
        "fields": {field.value: _text(text) for field, text in entry.fields.items()},
    }


def _prompt(prompt: Prompt) -> dict[str, Any]:
    return {
        "language": prompt.language,
        "title": _text(prompt.title),
        "archetype": _text(prompt.archetype),
        "audiences": _all(prompt.audiences),
        "styles": _all(prompt.styles),
        "palette": _all(prompt.palette),
        "boxes": [_box(box) for box in prompt.boxes],
        "arrows": [_arrow(arrow) for arrow in prompt.arrows],
        "announces_boxes": _text(prompt.announces_boxes),
        "announces_arrows": _text(prompt.announces_arrows),
        "legends": [_legend(legend) for legend in prompt.legends],
        "notes": _all(note.text for note in prompt.notes),
        "constraints": [
            {"topic": one.topic.value, "value": one.value, "negative": one.negative, "words": _text(one.text)}
            for one in prompt.constraints
        ],
        "sentences": _all(prompt.sentences),
        "unread": _all(prompt.unread),
    }


def _box(box: Box) -> dict[str, Any]:
    return {"name": _text(box.name), "role": _text(box.role), "icon": _text(box.icon), "number": box.number}


def _arrow(arrow: Arrow) -> dict[str, Any]:
    return {
        "source": _text(arrow.source),
        "target": _text(arrow.target),
        "source_box": arrow.source_box.name.value if arrow.source_box else None,
        "target_box": arrow.target_box.name.value if arrow.target_box else None,
        "label": _text(arrow.label),
        "mode": arrow.mode.value,
        "branch": _text(arrow.branch),
        "internal": arrow.internal,
    }


def _legend(legend: Legend) -> dict[str, Any]:
    return {
        "announcement": _text(legend.announcement),
        "declared": list(legend.declared) if legend.declared else None,
        "steps": [
            {"number": step.number, "suffix": step.suffix, "words": _text(step.text)} for step in legend.steps
        ],
    }


def _all(texts: Iterable[Text]) -> list[dict[str, Any] | None]:
    return [_text(text) for text in texts]


def _text(text: Text | None) -> dict[str, Any] | None:
    if text is None:
        return None
    place = text.place
    if text.source is None or not isinstance(place, Span):
        return {"text": text.value, "line": None, "column": None, "end_line": None, "end_column": None}
    start, end = text.source.position(place.start), text.source.position(place.end)
    return {
        "text": text.value,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }
