"""Mermaid sequence diagrams are read as flows."""

import pytest

from jwtlint.passage import Role
from jwtlint.source import SourceError

from .reading import arrows, documents, prompt_of

HEAD = "sequenceDiagram\n"


@pytest.mark.parametrize(
    "arrow",
    ["->>", "-->>", "->", "-->", "-x", "--x", "-)", "--)", "-|\\", "--|/", "-\\\\", "--//"],
)
def test_every_arrow_is_a_message(arrow: str) -> None:
    assert arrows(prompt_of(f"{HEAD}A{arrow}B: go")) == ["A → B: go"]


@pytest.mark.parametrize("arrow", ["/|-", "\\|--", "//-", "\\\\--"])
def test_arrows_that_point_back(arrow: str) -> None:
    assert arrows(prompt_of(f"{HEAD}A {arrow} B: go")) == ["B → A: go"]


def test_an_arrow_with_two_heads_is_two_messages() -> None:
    assert arrows(prompt_of(f"{HEAD}A<<->>B: sync\nB<<-->>C: more")) == [
        "A → B: sync",
        "B → A",
        "B → C: more",
        "C → B",
    ]


def test_activations_and_joints_are_no_part_of_names() -> None:
    text = f"{HEAD}A->>+B: a\nB-->>-A: b\nA->>()B: c\nA()->>B: d\nweb-app ->> C++: e\ncheck-xml-->>D: f"
    assert arrows(prompt_of(text)) == [
        "A → B: a",
        "B → A: b",
        "A → B: c",
        "A → B: d",
        "web-app → C++: e",
        "check-xml → D: f",
    ]


def test_participants() -> None:
    prompt = prompt_of(
        f'{HEAD}participant A as API<br/>Server\nactor U\nparticipant D@{{ "type": "database" }} as User <b>DB</b>\n'
        "create participant W as Worker\nA->>W: wake\ndestroy W\nW->>X: bye"
    )
    assert [(box.name.value, box.icon and box.icon.value) for box in prompt.boxes] == [
        ("API Server", None),
        ("U", "actor"),
        ("User DB", "database"),
        ("Worker", None),
        ("X", None),
    ]
    assert arrows(prompt) == ["API Server → Worker: wake", "Worker → X: bye"]
    assert prompt.unread == ()


def test_a_declaration_may_follow_the_first_message() -> None:
    assert arrows(prompt_of(f"{HEAD}A->>B: go\nparticipant A as Browser")) == ["Browser → B: go"]


def test_branches() -> None:
    prompt = prompt_of(
        f"{HEAD}A->>B: 1\nalt hit\nB-->>A: 2\nelse miss\nB-->>A: 3\nopt late\nA->>B: 4\nend\nB->>C: 5\nelse\nB->>C: 6\n"
        "end\nopt\nA->>B: 7\nend\nloop every minute\nA->>B: 8\nend\npar one\nA->>B: 9\nand two\nA->>C: 10\nend\n"
        "critical commit\nA->>B: 11\noption no network\nA->>A: 12\nend\nbreak failure\nB-->>A: 13\nend\n"
        "rect rgb(0, 0, 9)\nA->>B: 14\nend"
    )
    assert arrows(prompt) == [
        "A → B: 1",
        "[hit] B → A: 2",
        "alternative [miss] B → A: 3",
        "optional [late] A → B: 4",
        "alternative [miss] B → C: 5",
        "alternative B → C: 6",
        "optional A → B: 7",
        "A → B: 8",
        "A → B: 9",
        "A → C: 10",
        "A → B: 11",
        "alternative [no network] A → A: 12",
        "optional [failure] B → A: 13",
        "A → B: 14",
    ]
    assert prompt.unread == ()
    said = {passage.text.value: passage.role for passage in prompt.passages}
    assert said["hit"] is said["every minute"] is said["no network"] is Role.NOTE


def test_what_says_nothing_of_the_flow_is_passed_over() -> None:
    prompt = prompt_of(
        "%%{init: {\n'theme': 'base'}\n}%%\n---\ntitle: \"The title\"\nconfig:\n  theme: dark\n---\n"
        f"%% A->>Z: comment\n{HEAD}autonumber\n  %% B->>Z: x; C->>Z: y\naccTitle: Short\naccDescr {{\nseveral\nA->>Q: no\n}}\n"
        "box Aqua Backend\nparticipant A\nend\nactivate A\nA->>B: go;\nlink A: Page @ https://example.org\n"
        'links A: {"a": "b"}\ndeactivate A'
    )
    assert prompt.title is not None
    assert prompt.title.value == "The title"
    assert arrows(prompt) == ["A → B: go"]
    assert prompt.unread == ()


def test_notes_and_labels_without_markup() -> None:
    prompt = prompt_of(
        f"{HEAD}Note over A,B: first<br/>second\nnote right of C: <i>third</i>\n"
        "A->>B:wrap: say #quot;yes#quot; #38; #35;5<br>to &lt;token&gt; <id>"
    )
    assert [note.text.value for note in prompt.notes] == ["first second", "third"]
    assert [box.name.value for box in prompt.boxes] == ["A", "B", "C"]
    assert arrows(prompt) == ['A → B: say "yes" & #5 to <token> <id>']


def test_semicolons_part_statements_and_stay_in_labels() -> None:
    prompt = prompt_of(f"{HEAD}A->>B: one; B->>A: two; three #59; four;A-->>B: five;")
    assert arrows(prompt) == ["A → B: one", "B → A: two; three ; four", "A → B: five"]


def test_places_are_those_of_the_file() -> None:
    text = f"{HEAD}participant A as Auth Service\nA->>B: POST /token"
    arrow = prompt_of(text).arrows[0]
    assert arrow.label is not None
    assert text[slice(*arrow.label.span)] == "POST /token"
    assert text[slice(*arrow.text.span)] == "A->>B: POST /token"
    # The name stands for the key that is written there.
    assert (arrow.source.value, text[slice(*arrow.source.span)]) == ("Auth Service", "A")


def test_what_is_not_understood_stays_unread() -> None:
    prompt = prompt_of(
        f"{HEAD}A->>B: go\nwhatever this is\n->>B: from nowhere\nend\nelse\nA ->> : x\n%%{{ open"
    )
    assert arrows(prompt) == ["A → B: go"]
    assert [text.value for text in prompt.unread] == [
        "whatever this is",
        "->>B: from nowhere",
        "end",
        "else",
        "A ->> : x",
        "%%{ open",
    ]


def test_a_flow_by_its_content() -> None:
    (document,) = documents(f"\n%% a comment\n{HEAD}A->>B: go", "<stdin>")
    assert document.entry.form == "mermaid"
    (prompt,) = documents("Draw a sequenceDiagram: A->>B: go", "a.txt")
    assert prompt.entry.form == "prompt"


@pytest.mark.parametrize("text", ["flowchart LR\n  A --> B", "classDiagram\nA", "%% nothing", "sequence A"])
def test_other_diagrams_are_refused(text: str) -> None:
    with pytest.raises(SourceError, match="only sequence diagrams"):
        documents(text, "a.mmd")
