"""PlantUML sequence diagrams are read as flows."""

import pytest

from jwtlint.prompt.model import Prompt
from jwtlint.source import SourceError

from .reading import arrows, documents, prompt_of


def read(*lines: str) -> Prompt:
    return prompt_of("\n".join(("@startuml", *lines, "@enduml")), "a.puml")


@pytest.mark.parametrize(
    "arrow",
    [
        "->", "-->", "->>", "-->>", "->x", "-->x", "->o", "-\\", "--//", "->(10)", "-x", "-[#red]>", "-[#FF0000,dashed]->",
        "-[bold]->>", "[#red]->", "o->", "x->o", "-> ",
    ],
)  # fmt: skip
def test_every_arrow_is_a_message(arrow: str) -> None:
    assert arrows(read(f"A {arrow} B : go")) == ["A → B: go"]


@pytest.mark.parametrize("arrow", ["<-", "<--", "<<-", "<<--", "x<-", "<-[#red]-", "\\-", "//--"])
def test_arrows_that_point_back(arrow: str) -> None:
    assert arrows(read(f"A {arrow} B : go")) == ["B → A: go"]


def test_an_arrow_with_two_heads_is_two_messages() -> None:
    assert arrows(read("A <-> B : sync")) == ["A → B: sync", "B → A"]


def test_messages_from_and_to_the_border() -> None:
    prompt = read("[-> A : in", "A ->] : out", "[<-- A : back", "?-> A : short", "-> A : open")
    assert arrows(prompt) == [
        "outside left → A: in",
        "A → outside right: out",
        "A → outside left: back",
        "outside → A: short",
        "outside left → A: open",
    ]
    names = [box.name.value for box in prompt.boxes]
    assert names == ["outside left", "outside", "A", "outside right"]


def test_participants() -> None:
    prompt = read(
        'participant "Web\\nApp" as W <<SPA>> order 10 #99FF99',
        'actor U as "The User"',
        "database Users as DB",
        "queue Jobs <<(Q,#ADD1B2) work queue>>",
        "boundary Edge",
        "participant Worker [",
        "  =Background",
        "]",
        "create collections Files",
        '"Mail Host" -> W : go',
        'W -> "Other" as O : go',
        "O -> DB : go",
        "U -> Worker : go",
        "create Late",
    )
    assert [
        (box.name.value, box.icon and box.icon.value, box.role and box.role.value) for box in prompt.boxes
    ] == [
        ("Web App", None, "SPA"),
        ("The User", "actor", None),
        ("Users", "database", None),
        ("Jobs", "queue", "work queue"),
        ("Edge", "boundary", None),
        ("Worker", None, None),
        ("Files", "collections", None),
        ("Mail Host", None, None),
        ("Other", None, None),
        ("Late", None, None),
    ]
    assert arrows(prompt) == [
        "Mail Host → Web App: go",
        "Web App → Other: go",
        "Other → Users: go",
        "The User → Worker: go",
    ]
    assert prompt.unread == ()


def test_branches() -> None:
    prompt = read(
        "alt #Gold #LightBlue hit", "A -> B : 1", "else miss", "A -> B : 2", "end",
        "opt", "A -> B : 3", "end", "break late", "A -> B : 4", "end", "loop 3 times", "A -> B : 5", "end",
        "par", "A -> B : 6", "else", "A -> B : 7", "end", "critical", "A -> B : 8", "end",
        "group Retry [slow]", "A -> B : 9", "else given up", "A -> B : 10", "end", "par2", "A -> B : 11", "also",
        "A -> B : 12", "end",
    )  # fmt: skip
    assert arrows(prompt) == [
        "[hit] A → B: 1",
        "alternative [miss] A → B: 2",
        "optional A → B: 3",
        "optional [late] A → B: 4",
        "A → B: 5",
        "A → B: 6",
        "A → B: 7",
        "A → B: 8",
        "A → B: 9",
        "alternative [given up] A → B: 10",
        "A → B: 11",
        "A → B: 12",
    ]
    assert prompt.unread == ()


def test_returns_go_back_to_whoever_asked() -> None:
    prompt = read(
        "A -> B ++ : 1",
        "B -> C : 2",
        "activate C",
        "C -> D ++ : 3",
        "return 4",
        "return 5",
        "return 6",
        "return 7",
    )
    assert arrows(prompt)[3:] == ["D → C: 4", "C → B: 5", "B → A: 6"]
    assert [text.value for text in prompt.unread] == ["return 7"]


def test_activations_that_end_otherwise() -> None:
    prompt = read(
        "A -> B ++ : 1", "B -> C ++ : 2", "C --> B -- : 3", "B -> D ++ : 4", "deactivate D", "return 5",
        "autoactivate on", "A -> B : 6", "B -> C : 7", "C --> B : 8", "return 9",
    )  # fmt: skip
    assert arrows(prompt)[4] == "B → A: 5"
    assert arrows(prompt)[-1] == "B → A: 9"


def test_what_says_nothing_of_the_flow_is_passed_over() -> None:
    prompt = read(
        "' A -> Z : comment", "/' A -> Z : comment", "A -> Z : still '/", "/' one line '/", "!theme plain",
        "!procedure $f($x)", "A -> Z : $x", "!endprocedure", "!$name = 1", "skinparam sequence {", "  Arrow {", "  Color red",
        "  }", "}", "skinparam shadowing false", "<style>", "A -> Z", "</style>", "hide footbox", "autonumber 10 10 \"<b>[000]\"",
        "scale 2", "header Page one", "footer", "two", "endfooter", "legend right", "words", "end legend", "newpage",
        "title", "The **title**", "end title", 'box "Backend" #LightBlue', "participant A", "end box", "== Later ==",
        "...5 minutes...", "|||", "||45||", "A -> A : go", "activate A", "destroy A",
    )  # fmt: skip
    assert prompt.title is not None
    assert prompt.title.value == "The title"
    assert arrows(prompt) == ["A → A: go"]
    assert prompt.unread == ()
    said = [passage.text.value for passage in prompt.passages]
    assert said == ["Page one", "two", "words", "The title", "Backend", "A", "Later", "5 minutes", "go"]


def test_notes() -> None:
    prompt = read(
        "A -> B : go",
        "note left: one",
        "note right of A #aqua: two",
        "note over A, B",
        "three",
        "  **four**",
        "end note",
        "hnote across: five",
        "/ rnote over B",
        "six",
        "endrnote",
        "ref over A, B : seven",
        "ref over C",
        "eight",
        "end ref",
    )
    assert [note.text.value for note in prompt.notes] == ["one", "two", "three four", "five", "six", "seven"]
    assert prompt.unread == ()


def test_labels_without_markup() -> None:
    prompt = read(
        'A -> B : <color #red>**GET** /x</color>\\n""200"" &lt;id&gt; <token> <&key>',
        "A -> B : one\\n\\",
        "two",
    )
    assert arrows(prompt) == ["A → B: GET /x 200 <id> <token>", "A → B: one two"]


def test_places_are_those_of_the_file() -> None:
    text = '@startuml\nparticipant "Auth Service" as A\nA <- B : POST /token\\nto <b>A</b>\n@enduml'
    arrow = prompt_of(text, "a.puml").arrows[0]
    assert arrow.label is not None
    assert arrow.label.value == "POST /token to A"
    assert text[slice(*arrow.label.span)] == "POST /token\\nto <b>A"
    assert (arrow.target.value, text[slice(*arrow.target.span)]) == ("Auth Service", "A")


def test_what_is_not_understood_stays_unread() -> None:
    prompt = read(
        "A -> B : go", "$macro(A, B)", "!include style.puml", "end", "note right of A", "never ends", "A -> C"
    )
    assert arrows(prompt) == ["A → B: go"]
    assert [text.value for text in prompt.unread] == [
        "$macro(A, B)",
        "!include style.puml",
        "end",
        "note right of A\nnever ends\nA -> C",
    ]


def test_each_diagram_of_a_file_is_an_entry() -> None:
    text = "@startuml one\nA -> B : 1\n@enduml\nwords between\n@startuml\nA -> B : 2\n@enduml\n"
    assert [arrows(one.prompt) for one in documents(text, "a.txt") if one.prompt] == [
        ["A → B: 1"],
        ["A → B: 2"],
    ]
    assert arrows(prompt_of("A -> B : alone", "a.pu")) == ["A → B: alone"]


@pytest.mark.parametrize(
    "lines",
    [
        "class A\nA --> B",
        "A <|-- B",
        "[*] --> Idle",
        "(*) --> x",
        "start\n:pay;\nstop",
        "component X\nX --> Y",
        "User --> (Log in)",
        "entity e {\n  id\n}",
        'Rel(a, b, "x")',
    ],
)
def test_other_diagrams_are_refused(lines: str) -> None:
    with pytest.raises(SourceError, match=r"line \d: .* only sequence diagrams"):
        documents(f"@startuml\n{lines}\n@enduml", "a.puml")


def test_files_without_a_diagram_are_refused() -> None:
    with pytest.raises(SourceError, match="@startmindmap"):
        documents("@startmindmap\n* a\n@endmindmap", "a.puml")
    with pytest.raises(SourceError, match="nothing between"):
        documents("@startuml\n@enduml", "a.puml")
