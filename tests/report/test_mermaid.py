"""The flow as a Mermaid diagram, which nothing in a prompt can break."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtlint.finding import Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.model import Act
from jwtlint.prompt.model import Mode, Prompt
from jwtlint.report.mermaid import escaped, sequence_diagram
from jwtlint.report.scene import Frame, Lane, Remark, Scene, Signal, scene_of
from tests.diagrams.reading import FIXTURES, LINTER, arrows, documents, prompt_of


def signal(number: int, source: int, target: int, label: str = "", frame: Frame | None = None) -> Signal:
    act = Act.REPLY if label.startswith("4") else Act.REQUEST
    return Signal(number, source, target, label, act, frame, (0,) if number in (1, 3) else ())


def test_boxes_messages_and_branches() -> None:
    optional, otherwise = Frame(1, Mode.OPTIONAL, "late"), Frame(2, Mode.ALTERNATIVE, "")
    scene = Scene(
        'The "flow"',
        (
            Lane("Browser", Kind.BROWSER),
            Lane("API / Server", Kind.API, (1,)),
            Lane("Mail  Host", Kind.SERVICE),
        ),
        (
            signal(1, 0, 1, "GET /x: 1; #2"),
            signal(2, 1, 1),
            signal(3, 1, 2, "send", optional),
            signal(4, 2, 1, "sent", optional),
            signal(5, 1, 0, "401", otherwise),
        ),
        (),
        (
            Remark("FLW103", "request-without-reply", Severity.WARNING, "draw: a reply", (1, 3)),
            Remark("STR102", "orphan-box", Severity.INFO, "connect it", ()),
            Remark("FLW193", "missing-error-branch", Severity.INFO, "add one", ()),
        ),
    )
    assert list(sequence_diagram(scene)) == [
        "sequenceDiagram",
        "  title The #34;flow#34;",
        "  participant p1 as Browser",
        "  participant p2 as API / Server",
        "  participant p3 as Mail Host",
        "  autonumber",
        "  Note over p2: STR102 info: connect it",
        "  Note over p1,p3: FLW193 info: add one",
        "  p1->>p2: GET /x#58; 1#59; #35;2",
        "  Note over p1,p2: FLW103 warning: draw#58; a reply",
        "  p2->>p2: #32;",
        "  opt late",
        "    p2->>p3: send",
        "    Note over p2,p3: FLW103 warning: see arrow 1",
        "    p3->>p2: sent",
        "  end",
        "  alt",
        "  else",
        "    p2-->>p1: 401",
        "  end",
    ]


@given(st.text())
def test_no_text_means_anything_to_mermaid(text: str) -> None:
    safe = escaped(text)
    assert "\n" not in safe
    assert not re.search(r"[;#%{}<>:`\[\]\"|\\&]", re.sub(r"#\d+;", "", safe))


@pytest.mark.parametrize("path", sorted(FIXTURES.iterdir()), ids=lambda path: path.name)
def test_a_diagram_that_is_read_again_is_the_same(path: object) -> None:
    name = str(path)
    for document in documents((FIXTURES / name).read_text(encoding="utf-8"), name):
        prompt = document.prompt
        if prompt is None or not document.is_diagram:
            continue
        diagnostics = LINTER.lint_entry(document.entry).diagnostics
        again = prompt_of("\n".join(sequence_diagram(scene_of(prompt, document.conversation, diagnostics))))
        assert arrows(again) == arrows(prompt)
        assert [box.name.value for box in again.boxes] == [box.name.value for box in prompt.boxes]
        assert again.unread == ()


_MODES = ["", "alt hit\n", "else miss\n", "end\nopt\n", "end\nbreak x\n", "end\n", "alt\nopt late\n"]


@given(st.lists(st.sampled_from(_MODES), max_size=8))
def test_branches_survive(pieces: list[str]) -> None:
    lines = [f"{piece}A->>B: {number}" for number, piece in enumerate(pieces)]
    first = prompt_of("\n".join(["sequenceDiagram", *lines, "A->>B: last"]))
    again = _again(first)
    assert [(arrow.mode, str(arrow.label)) for arrow in again.arrows] == [
        (arrow.mode, str(arrow.label)) for arrow in first.arrows
    ]


def _again(prompt: Prompt) -> Prompt:
    return prompt_of("\n".join(sequence_diagram(scene_of(prompt, None))))
