"""Sequence diagrams in fenced blocks of Markdown are entries of their own."""

from jwtlint.engine import Linter
from jwtlint.source import Source

from .reading import arrows, documents

DIAGRAM = (
    "```mermaid\nsequenceDiagram\n  Browser->>API Server: POST /x\n  API Server-->>Browser: 201 OK\n```\n"
)
FLOW = "```mermaid\nflowchart LR\n  A --> B\n```\n"


def forms(text: str) -> list[str]:
    return [one.entry.form for one in documents(text, "a.md")]


def test_a_prompt_and_a_diagram() -> None:
    text = f"# Prompt\n\nDraw the flow below with arrows.\n\n{DIAGRAM}\nUse blue.\n"
    prompt, diagram = documents(text, "a.md")
    assert prompt.prompt is not None
    assert diagram.prompt is not None
    assert "POST /x" not in prompt.prompt.text.value
    assert prompt.prompt.arrows == ()
    # Its arrows are not missing: they are in the diagram.
    assert prompt.prompt.announces_arrows is None
    assert arrows(diagram.prompt) == ["Browser → API Server: POST /x", "API Server → Browser: 201 OK"]
    label = diagram.prompt.arrows[1].label
    assert label is not None
    assert text[slice(*label.span)] == "201 OK"


def test_a_document_without_sentences_is_its_diagrams() -> None:
    puml = "~~~ plantuml\n@startuml\nA -> B : x\n@enduml\n~~~\n"
    assert forms(f"# Flows\n\n## First\n\n{DIAGRAM}\n## Second\n\n{puml}") == ["mermaid", "plantuml"]
    assert forms(f"---\ntitle: Flows\n---\n\n{DIAGRAM}") == ["markdown", "mermaid"]


def test_other_blocks_are_no_diagrams() -> None:
    assert forms(f"Words.\n\n{FLOW}\n```plantuml\nclass A\n```\n\n```puml\n```\n") == ["markdown"]
    assert forms("Words.\n\n```text\nsequenceDiagram\nA->>B: x\n```\n") == ["markdown"]


def test_a_prompt_of_the_front_matter_keeps_its_own_arrows() -> None:
    text = f"---\nprompt: 'Boxes: A, B. Arrows: A to B labeled \"go\".'\n---\n\n{DIAGRAM}"
    prompt, diagram = documents(text, "a.md")
    assert prompt.prompt is not None
    assert arrows(prompt.prompt) == ["A → B: go"]
    assert diagram.entry.form == "mermaid"


def test_comments_turn_rules_off_in_the_diagram_that_follows() -> None:
    linter = Linter()
    loud = linter.lint(Source("a.md", f"Words.\n\n{DIAGRAM}"))
    assert [one.name for one in loud.diagnostics] == ["status-phrase-mismatch"]
    quiet = linter.lint(Source("a.md", f"Words.\n\n<!-- jwtlint: ignore FLW120 -->\n\n{DIAGRAM}"))
    assert (quiet.diagnostics, quiet.suppressed, quiet.notices) == ((), 1, ())
