"""What was understood of an entry, for people."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..document import Document
from ..entry.model import Entry
from ..prompt.model import Arrow, Legend, Prompt
from ..text import Span, Text
from .cells import wrapped
from .counting import counted
from .paper import Paper, Style
from .visible import visible

if TYPE_CHECKING:
    from rich.text import Text as Painted

_NOTHING = "none found"
_INDENT = " " * 10


def show(paper: Paper, document: Document) -> None:
    """Write the entry's fields, and the prompt: boxes, arrows in order, legend, notes, constraints."""
    entry = document.entry
    _entry(paper, entry)
    prompt = document.prompt
    if prompt is None:
        paper.line(("no prompt in this document", Style.WARNING))
        return
    _header(paper, prompt, diagram=document.is_diagram)
    _table(
        paper,
        counted(len(prompt.boxes), "box", "boxes") + _promise(prompt.announces_boxes, prompt.boxes),
        ("", "Box", "Role", "Icon", "At"),
        [
            (str(number), box.name, box.role, box.icon, _at(box.name))
            for number, box in enumerate(prompt.boxes, 1)
        ],
    )
    _table(
        paper,
        counted(len(prompt.arrows), "arrow") + _promise(prompt.announces_arrows, prompt.arrows),
        ("", "From", "To", "Label", "Branch", "At"),
        [_arrow(number, arrow) for number, arrow in enumerate(prompt.arrows, 1)],
    )
    for legend in prompt.legends:
        _table(
            paper,
            _legend_title(legend),
            ("", "Step", "At"),
            [(f"{step.number}{step.suffix}", step.text, _at(step.text)) for step in legend.steps],
        )
    if prompt.notes:
        rows = [(str(number), note.text, _at(note.text)) for number, note in enumerate(prompt.notes, 1)]
        _table(paper, counted(len(rows), "note"), ("", "Note", "At"), rows)
    if prompt.constraints:
        _table(
            paper,
            counted(len(prompt.constraints), "constraint"),
            ("About", "Demands", "Words", "At"),
            [
                (
                    one.topic.value,
                    f"{'not ' if one.negative else ''}{one.value}".strip(),
                    one.text,
                    _at(one.text),
                )
                for one in prompt.constraints
            ],
        )
    _rest(paper, prompt)


def _entry(paper: Paper, entry: Entry) -> None:
    name = f"{visible(entry.path)}{f' ({visible(entry.id)})' if entry.id else ''}"
    paper.line((name, Style.STRONG), f"  read as {entry.form}")
    rows: list[Row] = [("title", title, _at(title)) for title in entry.titles]
    rows += [(field.value, text, _at(text)) for field, text in entry.fields.items()]
    if rows:
        _table(paper, counted(len(rows), "field"), ("Field", "Value", "At"), rows)


def _header(paper: Paper, prompt: Prompt, *, diagram: bool) -> None:
    language = prompt.language or "unknown"
    for name, texts in (
        ("title", [prompt.title] if prompt.title else []),
        ("archetype", [prompt.archetype] if prompt.archetype else []),
        ("audience", prompt.audiences),
        ("style", prompt.styles),
        ("palette", prompt.palette),
    ):
        if diagram and not texts:
            continue
        words = ", ".join(f"{visible(text.value)} ({_at(text)})" for text in texts)
        first, *rest = wrapped(words or _NOTHING, paper.columns, _INDENT, len(_INDENT))
        paper.line((f"{name:{len(_INDENT)}}", Style.STRONG), first)
        for line in rest:
            paper.line(line)
    paper.line((f"{'language':{len(_INDENT)}}", Style.STRONG), language)
    paper.line()


def _promise(announced: Text | None, found: Sequence[object]) -> str:
    return (
        f", although announced at {_at(announced)}: they could not be read" if announced and not found else ""
    )


def _arrow(number: int, arrow: Arrow) -> "Row":
    branch = "" if arrow.mode.value == "main" else arrow.mode.value
    if arrow.branch:
        branch = f"{branch}: {arrow.branch}" if branch else f"if {arrow.branch}"
    if arrow.internal:
        branch = f"{branch} internal".strip()
    return (
        str(number),
        _end(arrow.source, arrow.source_box is not None),
        _end(arrow.target, arrow.target_box is not None),
        arrow.label,
        branch,
        _at(arrow.text),
    )


def _end(words: Text, declared: bool) -> str:
    return words.value if declared else f"{words.value} (no such box)"


def _legend_title(legend: Legend) -> str:
    declared = f", announced as {legend.declared[0]}-{legend.declared[1]}" if legend.declared else ""
    return f"legend: {counted(len(legend.steps), 'step')}{declared} ({_at(legend.announcement)})"


def _rest(paper: Paper, prompt: Prompt) -> None:
    """The sentences that are no part of the structure; those that should have been are marked."""
    unread = {text.place for text in prompt.unread}
    known = {text.place for text in prompt.sentences}
    texts = [*prompt.sentences, *(text for text in prompt.unread if text.place not in known)]
    if not texts:
        return
    paper.line((counted(len(texts), "other sentence"), Style.STRONG))
    for text in sorted(texts, key=lambda one: one.place or Span(0, 0)):
        lines = wrapped(f"{_at(text):{len(_INDENT)}}{visible(text.value)}", paper.columns, _INDENT)
        for line in lines:
            paper.line((line, Style.WARNING if text.place in unread else Style.DIM))
        if text.place in unread:
            paper.line((f"{_INDENT}^ announces structure that could not be read", Style.ERROR))
    paper.line()


Row = Sequence[str | Text | None]


def _table(paper: Paper, title: str, heads: Iterable[str], rows: Iterable[Row]) -> None:
    from rich.box import SIMPLE
    from rich.table import Table

    paper.line((visible(title), Style.STRONG))
    table = Table(box=SIMPLE, pad_edge=False, show_edge=False)
    for head in heads:
        table.add_column(head, overflow="fold", no_wrap=head in {"", "At"})
    for row in rows:
        table.add_row(*(_cell(one) for one in row))
    if table.row_count:
        paper.draw(table)
    paper.line()


def _cell(value: str | Text | None) -> "Painted":
    from rich.text import Text as Painted

    return Painted(visible(str(value)) if value is not None else "-")


def _at(text: Text) -> str:
    """Line and column of a text, from 1."""
    place = text.place
    if text.source is None or not isinstance(place, Span):
        return ""
    position = text.source.position(place.start)
    return f"{position.line}:{position.column}"
