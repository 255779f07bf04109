"""Exports: nobody is named unless asked for, and no cell is a formula."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtlint.triage.model import Gate
from jwtlint.triage.queue import reading
from jwtlint.triage.queue.export.csv import Csv, formula_safe
from jwtlint.triage.queue.export.html.page import page
from jwtlint.triage.queue.export.jsonl import JsonLines
from jwtlint.triage.queue.model import ClaimRef, Outcome, Ruling, Submission
from jwtlint.triage.queue.reading import Dossier

from .desk import Desk, assessment, claim, content, finding

PERSONAL = ("Joe Public", "joe@example.org", "ann-m", "bob-m", "raw words", "form-7", "/home/joe")


@pytest.fixture
def dossier(desk: Desk) -> Dossier:
    """A decided case of a report whose sender and raw words are known."""
    found = finding()
    found = replace(
        found,
        message="'Brwoser' in /home/joe/a.png",
        location=replace(found.location, path="/home/joe/a.png"),
    )
    told = assessment(
        Gate.SUBSTANTIATED,
        replace(claim(), finding=found, why="/home/joe/a.png says so"),
        text="masked words",
    )
    sent = Submission("raw words", "form-7", "Joe Public", "joe@example.org")
    desk.queue.add(sent, content(assess=lambda text: told, picture="/home/joe/a.png"))
    desk.queue.claim(1, "ann-m")
    desk.queue.escalate(1, "ann-m", "=cmd()")
    desk.queue.claim(1, "bob-m")
    desk.queue.decide(1, "bob-m", Ruling(Outcome.UPHELD, "=1+1 reads Brwoser", (ClaimRef(1, 1),)))
    with desk.queue.database.reading() as connection:
        return reading.dossier(connection, 1)


def exported(dossier: Dossier, form: str, *, named: bool) -> str:
    """The export of a case."""
    out = io.StringIO()
    if form == "jsonl":
        JsonLines(out, named=named).case(dossier)
    elif form == "csv":
        Csv(out, named=named).case(dossier)
    else:
        out.write(page(dossier, named=named))
    return out.getvalue()


@pytest.mark.parametrize("form", ["jsonl", "csv", "html"])
def test_nobody_is_named(dossier: Dossier, form: str) -> None:
    text = exported(dossier, form, named=False)
    assert [name for name in PERSONAL if name in text] == []
    assert "masked words" in text


@pytest.mark.parametrize("form", ["jsonl", "csv", "html"])
def test_people_are_named_when_asked_for(dossier: Dossier, form: str) -> None:
    text = exported(dossier, form, named=True)
    for name in ("Joe Public", "joe@example.org", "bob", "raw words"):
        assert name in text


def test_a_line_of_json_says_everything(dossier: Dossier) -> None:
    text = exported(dossier, "jsonl", named=False)
    assert text.count("\n") == 1
    case: dict[str, Any] = json.loads(text)
    assert (case["case"], case["state"], case["outcome"]) == ("C1", "decided", "upheld")
    assert case["reports"][0]["claims"][0]["finding"]["region"] == [10, 20, 110, 60]
    (decision,) = case["decisions"]
    assert (decision["by"], decision["evidence"], decision["late"]) == ("moderator 2", ["R1.1"], False)
    assert decision["statements"]["R1"].startswith("Your report R1 of 2026-05-28 on “JWT flow”")
    assert [(one["kind"], one["by"]) for one in case["history"]] == [
        ("opened", "intake"),
        ("filed", "intake"),
        ("claimed", "moderator 1"),
        ("escalated", "moderator 1"),
        ("claimed", "moderator 2"),
        ("decided", "moderator 2"),
    ]


def test_what_was_said_already_is_not_said_again(dossier: Dossier) -> None:
    (filed,) = dossier.claims
    assert filed.evidence is not None
    told = replace(filed.evidence, message="'x' is misspelt; write it right")
    assert replace(filed, evidence=told, why="SPL101 says so: 'x' is misspelt").advice == "write it right"
    assert replace(filed, evidence=told, why="the linter agrees").advice == "'x' is misspelt; write it right"
    assert (
        replace(filed, evidence=replace(told, message="'x' is bad"), why="'x' is bad").advice == "'x' is bad"
    )


def test_no_cell_is_a_formula(dossier: Dossier) -> None:
    head, row = csv.reader(io.StringIO(exported(dossier, "csv", named=False)))
    assert row[head.index("facts")] == "'=1+1 reads Brwoser"


@given(st.text(max_size=20))
def test_a_cell_keeps_its_text_and_begins_no_formula(text: str) -> None:
    cell = formula_safe(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\0"))
    assert cell in (text, f"'{text}")


@pytest.mark.parametrize("text", ["'=1", "5", "a=b", " =1", ""])
def test_a_cell_that_is_no_formula_stays(text: str) -> None:
    assert formula_safe(text) == text
