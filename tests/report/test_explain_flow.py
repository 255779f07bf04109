"""`show --explain-flow` tells how every arrow was understood."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.demo import jwtlint

FLOW = """sequenceDiagram
  participant B as Browser
  participant G as API Gateway
  participant A as Auth Service
  participant D as Database
  participant X as Frobnicator
  participant Q as Queue
  B->>G: POST /login + credentials
  G->>A: check credentials
  A->>D: SELECT user
  D-->>A: user row
  A-->>B: 200 OK + access token
  A->>A: log
  A->>Q: audit event
  Q->>X: audit event
  B->>G: GET /me + Authorization: Bearer JWT
  opt
    G-->>B: 401 Unauthorized
  end
  D->>X: rows
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.mmd").write_text(FLOW, encoding="utf-8")
    return tmp_path


def explained() -> dict[str, Any]:
    outcome = jwtlint("show", "a.mmd", "--explain-flow", "--format", "json")
    assert outcome.code == 0
    (entry,) = json.loads(outcome.out)["entries"]
    assert len(entry["prompt"]["arrows"]) == len(entry["flow"]["arrows"])
    return dict(entry["flow"])


def test_acts_and_answers() -> None:
    arrows = explained()["arrows"]
    assert [arrow["number"] for arrow in arrows] == list(range(1, 12))
    assert [arrow["act"] for arrow in arrows] == [
        "request",
        "request",
        "request",
        "reply",
        "reply",
        "internal step",
        "event",
        "delivery",
        "request",
        "reply",
        "reply",
    ]
    assert (arrows[2]["answered_by"], arrows[3]["answers"]) == ([4], 3)
    assert (arrows[4]["answers"], arrows[4]["jumps_over"]) == (1, ["API Gateway"])
    assert arrows[4]["outcome"] == "answers 1, over the head of API Gateway"
    assert arrows[8]["outcome"] == "no reply that is sure to come, only 10"
    assert arrows[9]["mode"] == "optional"
    assert arrows[10]["outcome"] == "a store speaks up that nobody asked"
    assert explained()["unanswered"] == [9]


def test_what_labels_say_and_why() -> None:
    arrows = explained()["arrows"]
    assert arrows[0]["why"] == "the label is an HTTP request (POST /login)"
    assert arrows[0]["says"] == ["HTTP request POST /login", "credential"]
    assert arrows[4]["says"] == ["status 200 OK", "access token", "response"]
    assert arrows[6]["why"] == "Queue is a queue, to which one sends without waiting"


def test_kinds_and_why() -> None:
    components = {one["name"]: one for one in explained()["components"]}
    assert components["API Gateway"]["kind"] == "gateway"
    assert components["API Gateway"]["why"] == "because of 'Gateway' in its name"
    assert components["Frobnicator"] == {
        "name": "Frobnicator",
        "kind": "service",
        "certain": False,
        "why": "its name tells no kind, so it may do everything",
    }


def test_in_words() -> None:
    outcome = jwtlint("show", "a.mmd", "--explain-flow")
    assert outcome.code == 0
    text = " ".join(outcome.out.split())
    assert "6 components" in text
    assert "Frobnicator: service? (its name tells no kind, so it may do everything)" in text
    assert "5 Auth Service → Browser: 200 OK + access token" in text
    assert "answers 1, over the head of API Gateway" in text
    assert "10 API Gateway → Browser (optional): 401 Unauthorized" in text
    assert "left open: 1 request without a reply (9)" in text


def test_without_the_option_nothing_is_explained() -> None:
    (entry,) = json.loads(jwtlint("show", "a.mmd", "--format", "json").out)["entries"]
    assert "flow" not in entry


def test_no_flow() -> None:
    outcome = jwtlint("show", "-", "--explain-flow", stdin=b"Draw a cat.")
    assert outcome.code == 0
    assert "no arrows could be read, so there is no flow to explain" in outcome.out
    (entry,) = json.loads(
        jwtlint("show", "-", "--explain-flow", "--format", "json", stdin=b"Draw a cat.").out
    )["entries"]
    assert entry["flow"] is None


def test_pictures_explain_nothing() -> None:
    outcome = jwtlint("show", "a.mmd", "--explain-flow", "--format", "svg")
    assert outcome.code == 2
    assert "choose --format rich or" in outcome.err
