"""`--format json`: an interface that others parse."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from jwtlint.version import __version__
from tests.demo import check, jwtlint

SCHEMA = json.loads((Path(__file__).parents[1] / "jwtlint/schema/report.schema.json").read_text())


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder outside any project."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def report(*arguments: str) -> Any:
    outcome = check(*arguments, "--format", "json")
    value = json.loads(outcome.out)
    Draft202012Validator(SCHEMA).validate(value)
    return value


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_field_of_a_diagnostic() -> None:
    Path("a.txt").write_text("é ONE and TWO\n")
    (one,) = report("a.txt")["diagnostics"]
    key = one.pop("key")
    assert key
    assert one == {
        "path": "a.txt",
        "entry": None,
        "rule": "CON901",
        "name": "demo-twofold",
        "severity": "warning",
        "message": "ONE and TWO exclude each other; keep one",
        "line": 1,
        "column": 3,
        "end_line": 1,
        "end_column": 6,
        "region": None,
        "text": "ONE",
        "related": [
            {
                "path": "a.txt",
                "line": 1,
                "column": 11,
                "end_line": 1,
                "end_column": 14,
                "region": None,
                "text": "TWO",
                "note": "TWO is here",
            }
        ],
        "confidence": None,
        "fix": {
            "title": "remove both",
            "safety": "unsafe",
            "edits": [
                {"line": 1, "column": 3, "end_line": 1, "end_column": 6, "text": ""},
                {"line": 1, "column": 11, "end_line": 1, "end_column": 14, "text": ""},
            ],
        },
        "url": "https://github.com/jwtlint/jwtlint/blob/main/docs/rules.md#con901",
    }


def test_the_rest_of_the_report() -> None:
    Path("a.txt").write_text("LEAK SEEN\n")
    value = report("a.txt", "missing.txt", "--select", "TPL901,STR901,CAT901")
    assert value["version"] == __version__
    assert value["summary"] == {
        "files": 1,
        "errors": 1,
        "warnings": 0,
        "infos": 1,
        "fixable": 1,
        "fixable_unsafe": 0,
        "fixed": 0,
        "suppressed": 0,
        "baselined": 0,
        "unconfirmed": 0,
    }
    assert value["errors"] == [{"path": "missing.txt", "message": "no such file or folder; check the path"}]
    assert value["notices"] == []
    assert value["pictures"] == []
    assert value["not_run"] == [
        {"rule": "CAT901", "path": "a.txt", "entry": None, "reason": "no catalog metadata in this document"}
    ]
    assert "statistics" not in value


def test_statistics_are_added() -> None:
    Path("a.txt").write_text("SEEN LEAK SEEN\n")
    assert report("a.txt", "--statistics")["statistics"] == [
        {"rule": "STR901", "name": "demo-seen", "severity": "info", "count": 2},
        {"rule": "TPL901", "name": "demo-leak", "severity": "error", "count": 1},
    ]


def test_the_order_is_that_of_files_and_places() -> None:
    for name in ("b", "a", "c"):
        Path(f"{name}.txt").write_text("SEEN LEAK\nLEAK\n")
    places = [(one["path"], one["line"], one["column"]) for one in report("c.txt", ".")["diagnostics"]]
    assert places == [
        (f"{name}.txt", *place) for name in ("c", "a", "b") for place in ((1, 1), (1, 6), (2, 1))
    ]


def test_the_output_is_plain_ascii_whatever_the_text_holds() -> None:
    Path("a.txt").write_text("SEEN LEAK\x1b[31m \u202e \x7f ñ 𝄞\n")
    Path("\x1b[1mä.txt").write_text("LEAK \x7f\n")
    out = check(".", "--format", "json").out
    assert out.isascii()
    assert out.replace("\n", "").isprintable()
    assert len(json.loads(out)["diagnostics"]) == 3


def test_it_parses_when_nothing_could_be_checked() -> None:
    value = report("missing.txt")
    assert value["summary"]["files"] == 0
    assert value["diagnostics"] == []


@pytest.mark.parametrize("arguments", [["--select", "TPL999"], ["--config", "gone.toml"], ["--pack", "gone"]])
def test_it_parses_when_the_settings_are_wrong(arguments: list[str]) -> None:
    Path("a.txt").write_text("LEAK\n")
    outcome = check("a.txt", "--format", "json", *arguments)
    assert outcome.code == 2
    value = json.loads(outcome.out)
    Draft202012Validator(SCHEMA).validate(value)
    assert outcome.err == f"error: {value['errors'][0]['message']}\n"


def test_the_list_of_rules() -> None:
    outcome = jwtlint("rules", "--format", "json")
    assert outcome.code == 0
    rules = json.loads(outcome.out)
    assert [one["id"] for one in rules] == sorted(one["id"] for one in rules)
    assert {"id", "name", "family", "severity", "default", "fixable", "reads", "summary", "url"} == set(
        rules[0]
    )
