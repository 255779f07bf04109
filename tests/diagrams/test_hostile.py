"""Nothing that a stranger writes makes a reader of diagrams fail, or lose words without a trace."""

import xml.etree.ElementTree as ElementTree
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jwtlint.document import Document
from jwtlint.entry.model import Entry
from jwtlint.entry.read import read_entries
from jwtlint.report.mermaid import sequence_diagram
from jwtlint.report.scene import scene_of
from jwtlint.report.sequence.svg import sequence_svg
from jwtlint.source import Source, SourceError
from jwtlint.text import Span

from .reading import LINTER

_PIECES = [
    "sequenceDiagram", "@startuml", "@enduml", "@startjson", "---", "title: X", "title", "end title", "participant A as B",
    "participant A@{", "actor", "create", "destroy A", "box", "end box", "end", "alt", "else x", "opt", "and", "option",
    "rect rgb(", "%%{", "}%%", "%% c", "A->>B: x", "A->>", "->>B", "A<<->>B", "A-xB", "->", "[->A", "A->]", "A -[#", "]>",
    "A <- B : x", "A ->(10) B", "++", "--", "**", "return x", "autoactivate on", "activate A", "note over A", "note left: x",
    "end note", "ref over A : x", "/'", "'/", "' c", "!include x", "!procedure p()", "!endprocedure", "skinparam x {", "{",
    "}", "<style>", "</style>", "== x ==", "...", "|||", "legend", "endlegend", "accDescr {", "#59;", "#x;", "&lt;", "<br/>",
    "\\n", "\\", ";", ":", '"', "<b>", "\x1b[31m", "\u202e", "\ud800", "\ufffe", "&", "\t", "\r", "\u2028", "日本",
    "```mermaid", "```", "```puml", "<!-- jwtlint: ignore FLW -->",
]  # fmt: skip
_LINES = st.lists(
    st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), max_size=4).map(" ".join), max_size=14
)


def _check(text: str, path: str) -> None:
    entries: list[Entry] = []
    with suppress(SourceError):
        entries += read_entries(Source(path, text))
    for entry in entries:
        document = Document(entry, LINTER.context)
        prompt = document.prompt
        if prompt is None:
            continue
        for unread in prompt.unread:
            assert isinstance(unread.place, Span)
            assert 0 <= unread.span.start <= unread.span.end <= len(text)
        for arrow in prompt.arrows:
            assert arrow.text.place is not None
            assert arrow.label is None or text[arrow.label.span.start : arrow.label.span.end]
        scene = scene_of(prompt, document.conversation, LINTER.lint_entry(entry).diagnostics)
        if scene.signals:
            ElementTree.fromstring(sequence_svg([scene]))
            list(sequence_diagram(scene))


@settings(max_examples=150, deadline=None)
@given(_LINES)
def test_mermaid(lines: list[str]) -> None:
    _check("\n".join(["sequenceDiagram", *lines]), "a.mmd")


@settings(max_examples=150, deadline=None)
@given(_LINES)
def test_plantuml(lines: list[str]) -> None:
    _check("\n".join(lines), "a.puml")


@settings(max_examples=80, deadline=None)
@given(_LINES)
def test_markdown(lines: list[str]) -> None:
    _check("\n".join(["Words.", "```mermaid", "sequenceDiagram", *lines]), "a.md")


@settings(max_examples=100, deadline=None)
@given(st.text(), st.sampled_from(["a.mmd", "a.puml", "a.txt"]))
def test_any_text(text: str, path: str) -> None:
    _check(text, path)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["A->>B: x", "what is this", "end", "B-->>A: y", "A: z"]), max_size=12))
def test_every_line_is_a_message_or_unread(lines: list[str]) -> None:
    text = "\n".join(["sequenceDiagram", *lines])
    (entry,) = read_entries(Source("a.mmd", text))
    prompt = Document(entry, LINTER.context).prompt
    assert prompt is not None
    told = [arrow.text.value for arrow in prompt.arrows] + [unread.value for unread in prompt.unread]
    assert sorted(told) == sorted(lines)


@pytest.mark.parametrize(
    "piece", ["A->>B: x\n", "opt\n", "A->", "-", " ", ";", '"', "\\\n", "<br/>", "note over A,", "{", "(a)"]
)
def test_a_hundred_thousand_pieces_are_read(piece: str) -> None:
    for head, path in (("sequenceDiagram\n", "a.mmd"), ("@startuml\nA -> B : x\n", "a.puml")):
        with suppress(SourceError):
            (entry,) = read_entries(Source(path, head + piece * (100_000 // len(piece))))
            assert Document(entry, LINTER.context).prompt is not None
