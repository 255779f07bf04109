"""`jwtlint check` on exports, with the demo pack."""

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jwtlint import lint_file
from jwtlint.config import Settings
from jwtlint.entry.export.source import RecordSource, source_of
from jwtlint.entry.read import read_entries
from jwtlint.entry.record import Form, Record
from jwtlint.source import SourceError
from jwtlint.text import Quoting
from tests.demo import check, jwtlint
from tests.export.writing import Rows, as_csv, as_json, as_lines

FIXTURES = Path(__file__).parents[2] / "fixtures" / "exports"
ROWS: Rows = [
    {"id": "a", "title": 'The "first"', "prompt": 'Draw LEAK "ONE"\nand — 😀 more.'},
    {"id": "b", "title": "Fine", "prompt": "Draw, nothing; else."},
    {"id": "c", "title": "Third", "prompt": "LEAK, and\n\n; ONE."},
]
FILES = {
    "list.json": as_json(ROWS, "list"),
    "indented.json": as_json(ROWS, "indented"),
    "ascii.json": as_json(ROWS, "ascii"),
    "member.json": as_json(ROWS, "member"),
    "mapping.json": as_json(ROWS, "mapping"),
    "lines.jsonl": as_lines(ROWS, "\r\n"),
    "comma.csv": as_csv(ROWS),
    "semicolon.csv": as_csv(ROWS, ";", "\n", quoted=True),
    "tab.tsv": as_csv(ROWS, "\t"),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The exports, in the working folder."""
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    return tmp_path


def _read(text: str, name: str) -> list[dict[str, str]]:
    if name.endswith(("csv", "tsv")):
        delimiter = {"c": ",", "s": ";", "t": "\t"}[name[0]]
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    if name.endswith("jsonl"):
        return [json.loads(line) for line in text.splitlines()]
    value = json.loads(text)
    return list(value.get("entries") or value.values()) if isinstance(value, dict) else list(value)


@pytest.mark.parametrize("name", FILES)
def test_a_place_is_that_of_the_word_in_the_file(name: str) -> None:
    outcome = check(name, "--format", "json")
    report = json.loads(outcome.out)
    lines = FILES[name].split("\n")
    found = [
        (one["entry"], one["text"], lines[one["line"] - 1][one["column"] - 1 :])
        for one in report["diagnostics"]
    ]
    assert [(entry, text) for entry, text, _ in found] == [("a", "LEAK"), ("c", "LEAK")]
    assert all(there.startswith(text) for _, text, there in found)
    assert report["summary"]["files"] == 1
    assert outcome.code == 1


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("mark", ["utf-8", "utf-8-sig", "utf-16"])
def test_fixes_change_the_values_and_nothing_else(folder: Path, name: str, mark: str) -> None:
    path = folder / name
    path.write_bytes(FILES[name].encode(mark))
    path.chmod(0o640)
    outcome = check(name, "--fix")
    after = path.read_bytes().decode(mark)
    expected = [dict(row) for row in ROWS]
    expected[0]["prompt"] = 'Draw "ONE"\nand — 😀 more.'
    expected[2]["prompt"] = ", and\n\n; ONE."
    assert _read(after, name) == expected
    assert "2 fixes made in 1 file" in outcome.out
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.read_bytes()[:2] == FILES[name].encode(mark)[:2]


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
@pytest.mark.parametrize("name", FILES)
def test_the_diff_is_what_the_fix_does(folder: Path, name: str) -> None:
    outcome = check(name, "--diff")
    assert (folder / name).read_text(encoding="utf-8") == FILES[name].replace("\r\n", "\n")
    shutil.copy(name, "copy")
    done = subprocess.run(["patch", "--binary", "copy"], input=outcome.raw, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout
    check(name, "--fix")
    assert Path("copy").read_bytes() == Path(name).read_bytes()


def test_an_unquoted_cell_is_offered_no_fix_that_needs_quotes() -> None:
    text = "id,prompt\n1,one xy two\n"
    Path("bare.csv").write_text(text)
    outcome = check("bare.csv", "--fix", "--select", "SPL901")
    assert Path("bare.csv").read_text() == text
    assert "SPL901" in outcome.out
    Path("bare.csv").write_text('id,prompt\n1,"one xy two"\n')
    check("bare.csv", "--fix", "--select", "SPL901")
    assert Path("bare.csv").read_text() == 'id,prompt\n1,"one \n two"\n'


def test_a_broken_record_stops_no_other_and_its_bytes_stay(folder: Path) -> None:
    text = '{"prompt": "LEAK a"}\n{"prompt": "LEAK b}\n{"prompt": "LEAK \\u00e9"}\n'
    (folder / "broken.jsonl").write_text(text)
    outcome = check("broken.jsonl", "--fix")
    assert outcome.code == 2
    assert outcome.err.startswith("error: broken.jsonl: line 2, column 12: no JSON")
    assert (folder / "broken.jsonl").read_text() == text.replace("LEAK a", "a").replace("LEAK \\", "\\")


@pytest.mark.parametrize("records", [1, 3])
def test_a_file_that_changed_meanwhile_is_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, records: int
) -> None:
    from jwtlint.entry.export.changes import Changes

    write = Changes.write
    other = '{"prompt": "somebody else was here"}\n' * records

    def late(self: Changes) -> None:
        (folder / "lines.jsonl").write_text(other)
        write(self)

    monkeypatch.setattr(Changes, "write", late)
    outcome = check("lines.jsonl", "--fix")
    assert outcome.code == 2
    assert "could not be written: changed while it was checked; run again" in outcome.err
    assert (folder / "lines.jsonl").read_text() == other


def test_of_a_folder_only_what_is_an_export_is_meant(folder: Path) -> None:
    (folder / "package.json").write_text('{"name": "x", "description": "LEAK"}')
    (folder / "numbers.csv").write_text("a,b\n1,2\n")
    outcome = check(".", "--format", "json")
    assert {one["path"] for one in json.loads(outcome.out)["diagnostics"]} == set(FILES)
    assert outcome.code == 1
    outcome = check("package.json")
    assert outcome.code == 2
    assert (
        "package.json: none of its entries has a prompt; it has name, description; say in the table"
        in outcome.err
    )


def test_the_configuration_names_the_fields(folder: Path) -> None:
    (folder / "own.csv").write_text("nr,what\n1,LEAK it\n")
    (folder / "jwtlint.toml").write_text('[fields]\nprompt = "What"\nid = ["nr", "no"]\n')
    outcome = check("own.csv", "--format", "json")
    assert [one["entry"] for one in json.loads(outcome.out)["diagnostics"]] == ["1"]


def test_a_picture_is_named_by_a_field_and_lies_in_the_folder(folder: Path) -> None:
    (folder / "sub").mkdir()
    rows = [{"prompt": "Draw.", "image": name} for name in ("../list.json", "sub/missing.png", "/etc/passwd")]
    (folder / "sub" / "a.jsonl").write_text(as_lines(rows))
    report = json.loads(jwtlint("check", "sub/a.jsonl", "--format", "json", "--select", "PIC101").out)
    assert [one["reason"] for one in report["not_run"]] == [
        "the picture '../list.json' lies outside the folder of its entry",
        "the picture 'sub/missing.png' is not there",
        "the picture '/etc/passwd' lies outside the folder of its entry",
    ]


@given(st.text(), st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_is_encoded_for_a_value_reads_as_meant(before: str, after: str) -> None:
    (row,) = csv.reader(io.StringIO(f'"x{Quoting.CSV.encode(before)}",y', newline=""), strict=True)
    assert row == [f"x{before}", "y"]
    bare = Quoting.CSV_BARE.encode(after)
    for delimiter in ",;\t":
        if bare is not None:
            assert list(csv.reader([f"x{bare}{delimiter}y"], delimiter=delimiter)) == [[f"x{after}", "y"]]
    assert Quoting.LITERAL.encode(after) is None


@pytest.mark.parametrize("name", ["entries.json", "entries.jsonl", "entries.csv"])
def test_the_fixtures_have_the_defects_that_were_planted(name: str) -> None:
    outcome = jwtlint(
        "check", str(FIXTURES / name), "--format", "json", "--isolated", "--today", "2026-06-01"
    )
    report = json.loads(outcome.out)
    found = {
        (one["entry"], one["rule"], one["text"]) for one in report["diagnostics"] if one["severity"] != "info"
    }
    assert found == {
        ("webhook-signature", "SPL101", "reciever"),
        ("webhook-signature", "CAT114", ""),
        ("kafka-rebalance", "CAT105", "1:1"),
    }
    assert ("oauth-device", "CAT107") in {(one["entry"], one["rule"]) for one in report["diagnostics"]}
    assert outcome.code == 1


def test_other_commands_and_programs_read_exports() -> None:
    shown = json.loads(jwtlint("show", "--format", "json", str(FIXTURES / "entries.csv")).out)
    assert [(one["entry"], one["form"]) for one in shown["entries"]][::3] == [
        ("cdn-purge", "csv"),
        ("kafka-rebalance", "csv"),
    ]
    assert "SPL101" in {one.rule for one in lint_file(FIXTURES / "entries.jsonl", settings=Settings())}
    Path("broken.jsonl").write_text('{"prompt": "Draw."}\n{')
    with pytest.raises(SourceError, match="line 2, column 2: no JSON"):
        lint_file("broken.jsonl")
    outcome = jwtlint("show", "broken.jsonl")
    assert (outcome.code, outcome.out) == (2, "")


def test_an_edited_record_is_still_a_record() -> None:
    record = Record("a.csv", b'1,"Draw"', Form.CSV, 7, 3, 1, ("id", "prompt"))
    edited = source_of(record).edited('1,"Draw ""it"""')
    assert isinstance(edited, RecordSource)
    (entry,) = read_entries(edited)
    assert str(entry.prompt) == 'Draw "it"'
    assert edited.position(3) == (3, 4)
    assert edited.record.number == 7
    assert edited.source_hash != source_of(record).source_hash
