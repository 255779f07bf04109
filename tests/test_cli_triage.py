"""`jwtlint triage check`."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.demo import jwtlint
from tests.triage.subjects import ENTRY, OTHER

SCHEMA = json.loads((Path(__file__).parents[1] / "jwtlint/schema/assessment.schema.json").read_text())


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two entries."""
    monkeypatch.chdir(tmp_path)
    Path("catalog").mkdir()
    Path("catalog/001_parcels.md").write_text(ENTRY)
    Path("catalog/002_metro.md").write_text(OTHER)
    return tmp_path


def check(*arguments: str, stdin: bytes = b"") -> dict[str, Any]:
    outcome = jwtlint("triage", "check", *arguments, "--format", "json", stdin=stdin)
    assert (outcome.code, outcome.err) == (0, "")
    (line,) = outcome.out.splitlines()
    found = json.loads(line)
    Draft202012Validator(SCHEMA).validate(found)
    assert isinstance(found, dict)
    return found


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_for_people() -> None:
    outcome = jwtlint(
        "triage", "check", "--entry", "catalog/001_parcels.md", "'recieves' in step 5 is \x1b[31mmisspelt"
    )
    assert outcome.code == 0
    assert outcome.out == (
        "SUBSTANTIATED\n"
        "  it says what is wrong (misspelt) and where: step:5, words:recieves\n"
        "  confirms spelling step:5, words:recieves\n"
        "    “'recieves' in step 5 is misspelt”\n"
        "    SPL101 misspelling says so: 'recieves' is misspelt\n"
        "    at catalog/001_parcels.md:33:172: recieves\n"
        "  answer: Thank you. This names what is wrong, and a moderator will decide.\n"
        "\n"
    )


def test_for_programs() -> None:
    found = check("--entry", "parcel-7", "--catalog", "catalog", "'recieves' in step 5 is misspelt")
    assert found["gate"] == "substantiated"
    (claim,) = found["claims"]
    assert claim["verdict"] == "confirms"
    assert claim["finding"]["rule"] == "SPL101"
    assert found["answer"] == "Thank you. This names what is wrong, and a moderator will decide."


@pytest.mark.parametrize("name", ["catalog/001_parcels.md", "parcel-7", "001_parcels", "001"])
def test_entries_are_found(name: str) -> None:
    assert check("--entry", name, "--catalog", "catalog", "spam")["gate"] == "empty"


RECORDS = [
    {"id": "gate-1", "title": "Gates", "prompt": OTHER.split("---")[2]},
    {
        "id": "gate-2",
        "title": "Gates",
        "prompt": 'Infographic "Gates". Boxes: Turnstyle; Leger. All text in English (array).',
    },
]


def written(name: str) -> str:
    with open(name, "w", newline="", encoding="utf-8") as file:
        if name.endswith("csv"):
            writer = csv.DictWriter(file, ["id", "title", "prompt"])
            writer.writeheader()
            writer.writerows(RECORDS)
        else:
            file.writelines(json.dumps(record) + "\n" for record in RECORDS)
    return name


@pytest.mark.parametrize("name", ["export.jsonl", "export.csv"])
def test_an_entry_of_an_export(name: str) -> None:
    found = check("--entry", "gate-2", "--catalog", written(name), "it says (array)")
    assert found["claims"][0]["verdict"] == "confirms"
    assert found["claims"][0]["finding"]["path"] == name
    assert found["claims"][0]["finding"]["line"] == {"export.jsonl": 2, "export.csv": 7}[name]
    found = check("--entry", "gate-2", "--catalog", name, "'Turnstile Reader' points the wrong way")
    assert "is not on this entry, but on gate-1" in str(found["claims"])


def test_an_export_is_read_as_far_as_the_entry() -> None:
    with open(written("export.jsonl"), "a", encoding="utf-8") as file:
        file.write("{broken\n")
    assert check("--entry", "gate-2", "--catalog", "export.jsonl", "spam")["gate"] == "empty"
    outcome = jwtlint("triage", "check", "--entry", "gate-3", "--catalog", "export.jsonl", "spam")
    assert outcome.code == 2
    assert "'gate-3' is no file, in 2 entries of the catalog" in outcome.err


def test_an_export_is_no_entry() -> None:
    outcome = jwtlint("triage", "check", "--entry", written("export.csv"), "spam")
    assert outcome.code == 2
    assert "'export.csv' means 2 entries; name one by its id" in outcome.err


def test_standard_input() -> None:
    assert check("--entry", "001", "--catalog", "catalog", "-", stdin=b"falta el paso 4")["language"] == "es"


def test_the_right_entry_is_named() -> None:
    found = check("--entry", "001", "--catalog", "catalog", "'Turnstile Reader' points the wrong way")
    assert "is not on this entry, but on metro-2" in str(found["claims"])
    assert "Turnstile Reader is not on this entry, but on metro-2" in str(found["answer"])


def test_a_batch() -> None:
    Path("reports.csv").write_text(
        "text,entry,id\nspam,001,r1\n'issue token' is misspelt,parcel-7,r2\nbad,nowhere,r3\n"
    )
    outcome = jwtlint("triage", "check", "--catalog", "catalog", "--batch", "reports.csv", "--format", "json")
    assert outcome.code == 2
    found = [json.loads(line) for line in outcome.out.splitlines()]
    for one in found:
        Draft202012Validator(SCHEMA).validate(one)
    assert [(one["id"], one["entry"], one["line"], one["gate"]) for one in found] == [
        ("r1", "001", 2, "empty"),
        ("r2", "parcel-7", 3, "substantiated"),
    ]
    assert outcome.err == (
        "error: reports.csv:4: 'nowhere' is no file, in 2 entries of the catalog; give a file, or an id and --catalog PATH\n"
    )


def test_a_batch_from_the_standard_input_about_one_entry() -> None:
    lines = b'{"text": "spam"}\n{"text": "\\ud83d\\udd1e"}\nnothing\n'
    outcome = jwtlint("triage", "check", "--entry", "catalog/002_metro.md", "--batch", "-", stdin=lines)
    assert outcome.code == 2
    assert [line for line in outcome.out.splitlines() if line.startswith("line")] == [
        "line 1: EMPTY",
        "line 2: ESCALATE",
    ]
    assert outcome.err.startswith("error: <stdin>:3: not JSON")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("text",), "say what the report is about"),
        (("--entry", "a"), "give one report as TEXT, or many with --batch"),
        (("--entry", "a", "--batch", "b", "text"), "give one report as TEXT, or many with --batch"),
        (("--batch", "b", "--picture", "c"), "belongs to one entry"),
    ],
)
def test_what_makes_no_sense(arguments: tuple[str, ...], told: str) -> None:
    outcome = jwtlint("triage", "check", *arguments)
    assert outcome.code == 2
    assert told in " ".join(outcome.err.replace("│", " ").split())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("--entry", "nope", "text"),
            "error: 'nope' is no file, and there is no --catalog; give a file, or an id and --catalog PATH",
        ),
        (("--entry", "0", "--catalog", "catalog", "text"), "'0' is no file, in 2 entries"),
        (
            ("--entry", "catalog/001_parcels.md", "--batch", "none.csv"),
            "error: none.csv: cannot be read: No such file or directory",
        ),
        (("--entry", "x", "--catalog", "none", "text"), "no such file or folder"),
        (
            ("--entry", "catalog/001_parcels.md", "--picture", "catalog/002_metro.md", "text"),
            "error: catalog/002_metro.md: ",
        ),
        (("--entry", "a\0b", "text"), "is no file"),
    ],
)
def test_what_cannot_be_judged(arguments: tuple[str, ...], told: str) -> None:
    outcome = jwtlint("triage", "check", *arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert told in outcome.err
    assert "Traceback" not in outcome.err


def test_two_entries_in_one_file() -> None:
    diagram = "```mermaid\nsequenceDiagram\n  A->>B: ask\n  B-->>A: answer\n```\n"
    Path("two.md").write_text(f"# One\n\n{diagram}\n# Two\n\n{diagram}")
    outcome = jwtlint("triage", "check", "--entry", "two.md", "x")
    assert outcome.code == 2
    assert "'two.md' means 2 entries; name one by its id" in outcome.err


def test_the_configuration_holds() -> None:
    """A rule that was switched off did not run, so that its silence says nothing."""
    Path("jwtlint.toml").write_text('ignore = ["SPL"]\n')
    found = check("--entry", "catalog/001_parcels.md", "In the prompt 'recieves' is misspelt")
    assert "confirms" not in str(found["claims"])


def test_help_names_the_group() -> None:
    assert "check" in jwtlint("triage", "--help").out
    assert "triage" in jwtlint("--help").out


PICTURE = Path(__file__).parents[1] / "fixtures/rendered/jwt-refresh-right.webp"


def test_a_picture_that_nobody_reads() -> None:
    """Its file is opened, but nothing drawn is refuted."""
    arguments = ("--entry", "001", "--catalog", "catalog", "--reader", "none")
    for more in (("--picture", str(PICTURE)), ("--own-pictures",)):
        (claim,) = check(*arguments, *more, "step 4 is missing")["claims"]
        assert claim["verdict"] == "not_checked"


def test_the_picture_that_the_entry_names_is_opened() -> None:
    Path("catalog/001_parcels.md").write_text(ENTRY.replace("ratio:", "picture: drawn.webp\nratio:"))
    Path("catalog/drawn.webp").write_bytes(b"no picture")
    arguments = ("triage", "check", "--entry", "001", "--catalog", "catalog", "step 4 is missing")
    assert jwtlint(*arguments).code == 0
    outcome = jwtlint(*arguments, "--own-pictures", "--reader", "none")
    assert outcome.code == 2
    assert "drawn.webp" in outcome.err
