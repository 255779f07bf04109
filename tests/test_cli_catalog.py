"""Rules that see all entries of a run."""

import json
from pathlib import Path

import pytest

from tests.demo import jwtlint

PROMPT = (
    'Infographic titled "Work Queue" with boxes labeled "Web API", "Job Queue" and "Worker". English labels.'
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def page(name: str, **fields: str) -> None:
    head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items())
    Path(name).write_text(f"---\n{head}---\n{PROMPT}\n")


def found(*arguments: str) -> list[tuple[str, int, str]]:
    rules = "CAT203,CAT204,CAT206"
    outcome = jwtlint("check", *arguments, "--select", rules, "--format", "json", "--jobs", "1", "--no-cache")
    return [(one["path"], one["line"], one["rule"]) for one in json.loads(outcome.out)["diagnostics"]]


def test_entries_are_compared_across_files() -> None:
    page("a.md", id="queue", title="Work queue")
    page("b.md", id="queue", title="Sharing work")
    assert found(".") == [("b.md", 2, "CAT206"), ("b.md", 5, "CAT203")]
    assert found("a.md") == []


def test_an_entry_that_is_kept_twice_is_no_second_one() -> None:
    page("a.md", id="queue", title="Work queue")
    line = json.dumps({"id": "queue", "title": "Work queue", "prompt": PROMPT})
    Path("all.jsonl").write_text(line + "\n")
    assert found(".") == []
    Path("all.jsonl").write_text(f"{line}\n{line}\n")
    assert found("all.jsonl") == [("all.jsonl", 2, rule) for rule in ("CAT206", "CAT204", "CAT203")]


def test_each_configuration_has_a_catalog_of_its_own() -> None:
    Path("other").mkdir()
    Path("other/jwtlint.toml").write_text("")
    page("a.md", id="queue", title="Work queue")
    page("other/b.md", id="queue", title="Sharing work")
    assert found(".") == []
    page("other/c.md", id="queue", title="Other work")
    assert found(".") == [("other/c.md", 2, "CAT206"), ("other/c.md", 5, "CAT203")]


def test_what_a_suppression_of_the_configuration_names_is_silent() -> None:
    Path("jwtlint.toml").write_text('[[suppress]]\nrules = ["CAT206"]\nfiles = ["b.md"]\n')
    page("a.md", id="queue", title="Work queue")
    page("b.md", id="queue", title="Sharing work")
    assert found(".") == [("b.md", 5, "CAT203")]


def test_exports_may_number_their_own_records() -> None:
    for name in ("oauth", "cdn"):
        line = json.dumps({"id": 1, "title": name, "prompt": f'Infographic titled "{name}", boxes: A, B.'})
        Path(f"{name}.jsonl").write_text(line + "\n")
    outcome = jwtlint("check", ".", "--select", "CAT206", "--jobs", "1", "--no-cache")
    assert "info CAT206 id-conflict" in outcome.out
    assert outcome.code == 0
