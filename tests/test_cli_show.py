"""`jwtlint show`."""

import json
from pathlib import Path

import pytest

from tests.demo import jwtlint

PROMPT = (
    'Infographic titled "DNS lookup". Boxes: 1) Browser: asks for a name; 2) Resolver: finds it. '
    'Arrows: Browser to Resolver labeled "query [red]name[/red]"; Resolver to Browser labeled "answer". '
    'Legend 1-2: 1. "Browser asks." 2. "Resolver answers."'
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a prompt."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(PROMPT)
    return tmp_path


def test_tables() -> None:
    outcome = jwtlint("show", "a.txt")
    assert outcome.code == 0
    lines = [" ".join(line.split()) for line in outcome.out.splitlines()]
    assert "2 boxes" in lines
    assert "1 Browser asks for a name - 1:44" in lines
    assert "2 arrows" in lines
    assert "1 Browser Resolver query [red]name[/red] 1:101" in lines
    assert any(line.startswith("legend: 2 steps, announced as 1-2") for line in lines)
    assert "\x1b" not in outcome.out


def test_json() -> None:
    (entry,) = json.loads(jwtlint("show", "a.txt", "--format", "json").out)["entries"]
    prompt = entry["prompt"]
    assert prompt["title"] == {"text": "DNS lookup", "line": 1, "column": 21, "end_line": 1, "end_column": 31}
    assert [box["name"]["text"] for box in prompt["boxes"]] == ["Browser", "Resolver"]
    assert [(arrow["source_box"], arrow["target_box"]) for arrow in prompt["arrows"]] == [
        ("Browser", "Resolver"),
        ("Resolver", "Browser"),
    ]
    assert prompt["legends"][0]["declared"] == [1, 2]


def test_mermaid() -> None:
    assert jwtlint("show", "a.txt", "--format", "mermaid").out == (
        "sequenceDiagram\n"
        "  title DNS lookup\n"
        "  participant p1 as Browser\n"
        "  participant p2 as Resolver\n"
        "  autonumber\n"
        "  p1->>p2: query #91;red#93;name#91;/red#93;\n"
        "  p2-->>p1: answer\n"
    )


def test_text_that_stayed_unread_is_marked() -> None:
    text = "Boxes:\n- Browser: asks\n\nArrows:\n- from here to wherever it may lead\n"
    outcome = jwtlint("show", "-", stdin=text.encode())
    assert outcome.code == 0
    assert "0 arrows, although announced at 4:1: they could not be read\n" in outcome.out
    assert "from here to wherever it may lead\n          ^ announces structure that could not" in outcome.out


def test_no_flow_is_no_diagram() -> None:
    outcome = jwtlint("show", "-", "--format", "mermaid", stdin=b"Draw a cat.")
    assert outcome.code == 2
    assert outcome.err == "error: <stdin>: no arrows could be read, so there is no flow to draw\n"


def test_a_file_that_cannot_be_read() -> None:
    assert jwtlint("show", "gone.txt").err == "error: gone.txt: no such file or folder; check the path\n"
    assert jwtlint("show", ".").code == 2
