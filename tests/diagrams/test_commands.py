"""Diagrams on the command line."""

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from tests.demo import jwtlint

from .reading import FIXTURES


def test_check_reads_diagrams_of_a_folder() -> None:
    outcome = jwtlint("check", str(FIXTURES), "--isolated", "--format", "json")
    assert outcome.code == 1
    report = json.loads(outcome.out)
    assert {Path(one["path"]).suffix for one in report["diagnostics"]} == {".md", ".mmd", ".puml"}
    # What a diagram has no place for is said, not passed over.
    assert any(one["rule"].startswith("CAT") for one in report["not_run"])


def test_a_diagram_that_is_none_is_not_checked(tmp_path: Path) -> None:
    path = tmp_path / "a.mmd"
    path.write_text("flowchart LR\n  A --> B\n")
    outcome = jwtlint("check", str(path))
    assert outcome.code == 2
    assert "begins with 'flowchart'; of Mermaid only sequence diagrams can be checked" in outcome.err


@pytest.mark.parametrize("name", ["refresh-shortcut.mmd", "direct-upload.puml", "webhook.md"])
def test_svg(name: str) -> None:
    outcome = jwtlint("show", str(FIXTURES / name), "--format", "svg")
    assert (outcome.code, outcome.err) == (0, "")
    ElementTree.fromstring(outcome.out)
    assert "status-phrase-mismatch" in outcome.out


def test_mermaid_with_findings_as_notes() -> None:
    outcome = jwtlint("show", str(FIXTURES / "refresh-shortcut.mmd"), "--format", "mermaid")
    assert outcome.code == 0
    assert "p3-->>p1: 200 OK + access token\n  Note over p3,p1: FLW102 warning: Auth Service" in outcome.out


def test_a_prompt_from_a_file_without_ending() -> None:
    outcome = jwtlint("show", "-", stdin=b"@startuml\nA -> B : GET /x\n@enduml\n")
    assert outcome.code == 0
    assert "read as plantuml" in outcome.out


def test_nothing_to_draw() -> None:
    outcome = jwtlint("show", "-", "--format", "svg", stdin=b"Draw a cat.")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "error: <stdin>: no arrows could be read, so there is no flow to draw\n"
