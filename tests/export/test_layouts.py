"""Where in a file the entries are, and which names mean which field."""

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from jwtlint.entry.export.split import is_export, split
from jwtlint.entry.fields import Fields
from jwtlint.entry.model import Entry, Field
from jwtlint.source import SourceError
from tests.export.writing import entries, outcomes, records

ONE = {"prompt": "Draw one."}
TWO = {"prompt": "Draw two."}


def _prompts(folder: Path, text: str, name: str = "a.json") -> list[str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    assert is_export(path)
    return outcomes(path)


@pytest.mark.parametrize(
    "value",
    [
        [ONE, TWO],
        {"entries": [ONE, TWO]},
        {"title": "My catalog", "meta": {"title": "x"}, "tags": [], "data": [ONE, TWO], "next": None},
        {"arrows": [{"from": "a"}], "entries": [ONE, TWO]},
        {"a": ONE, "b": TWO},
        {"version": 2, "a": ONE, "b": TWO},
    ],
)
def test_entries_of_a_json_file(tmp_path: Path, value: object) -> None:
    assert _prompts(tmp_path, json.dumps(value)) == ["Draw one.", "Draw two."]
    assert _prompts(tmp_path, json.dumps(value, indent=4)) == ["Draw one.", "Draw two."]


def test_one_entry_alone(tmp_path: Path) -> None:
    alone = {
        "title": "x",
        "arrows": [{"from": "a"}, {"from": "b"}],
        "meta": {"alt": "y"},
        **ONE,
        "variants": [TWO],
    }
    assert _prompts(tmp_path, json.dumps(alone, indent=2)) == ["Draw one."]


def test_json_lines_that_are_called_json(tmp_path: Path) -> None:
    assert _prompts(tmp_path, f"{json.dumps(ONE)}\n{json.dumps(TWO)}\n") == ["Draw one.", "Draw two."]


def test_a_picture_with_a_title_is_an_entry(tmp_path: Path) -> None:
    assert _prompts(tmp_path, json.dumps([{"title": "x", "image": {"src": "x.png"}}])) == ["None"]


def test_the_key_of_an_entry_is_its_id_unless_it_has_one(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"cdn": ONE, "oauth": {**TWO, "slug": "own"}}))
    assert [entry.id for entry in entries(path)] == ["cdn", "own"]


@pytest.mark.parametrize(
    ("header", "form"),
    [("id,prompt", "csv"), ("id;prompt", "csv;"), ("id\tprompt", "tsv"), ('"a;b;c",prompt', "csv")],
)
def test_the_delimiter_is_that_of_the_header(tmp_path: Path, header: str, form: str) -> None:
    path = tmp_path / "a.csv"
    delimiter = {"csv": ",", "csv;": ";", "tsv": "\t"}[form]
    path.write_text(f"\n{header}\n1{delimiter}Draw\n")
    (record,) = records(path)
    assert (record.form.value, record.line, record.number) == (form, 3, 0)
    assert _prompts(tmp_path, f"sep=;\n{header.replace(delimiter, ';')}\n1;Draw\n", "b.csv") == ["Draw"]


def test_any_other_file_is_one_record(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text('{"prompt": "x"}')
    (record,) = records(path)
    assert (record.form.value, record.raw) == ("document", b'{"prompt": "x"}')
    (missing,) = split(tmp_path / "none.txt")
    assert isinstance(missing, SourceError)


def _entry(folder: Path, value: dict[str, Any], **names: tuple[str, ...]) -> Entry:
    path = folder / "a.jsonl"
    path.write_text(json.dumps(value) + "\n")
    given = tuple((name.replace("_", "-"), told) for name, told in names.items())
    (entry,) = entries(path, Fields(given))
    return entry


def _fields(entry: Entry) -> dict[str, str]:
    return {field.value: text.value for field, text in entry.fields.items()}


def test_names_are_guessed_without_case_blanks_and_signs(tmp_path: Path) -> None:
    value = {
        "Generation Prompt": "Draw.",
        "TITLE": "One",
        "alt-text": "Two",
        "Use_Case": "Three",
        "fileSize": "174 KB",
        "image": {"src": "a.png", "width": 7},
        "meta": {"language": "en", "id": 7},
        "author": {"title": "Editor", "id": 8},
        "keywords": ["cdn cache", "edge"],
        "boxes": [{"title": "Browser"}],
    }
    entry = _entry(tmp_path, value)
    assert str(entry.prompt) == "Draw."
    assert [title.value for title in entry.titles] == ["One"]
    assert _fields(entry) == {
        "alt text": "Two",
        "use case": "Three",
        "file size": "174 KB",
        "picture": "a.png",
        "language": "en",
        "id": "7",
        "SEO target": "cdn cache",
    }
    assert entry.can_hold == {*entry.fields, Field.TITLE}


def test_configured_names_replace_the_guesses_and_the_first_with_a_value_counts(tmp_path: Path) -> None:
    value = {
        "prompt": "Your name?",
        "text": "Draw.",
        "alt": "guess",
        "seo": {"alt": ""},
        "b_alt": "chosen",
        "note": 7,
    }
    entry = _entry(tmp_path, value, prompt=("text",), alt=("seo.alt", "B alt"), style=("look",))
    assert str(entry.prompt) == "Draw."
    assert _fields(entry) == {"alt text": "chosen"}
    assert entry.can_hold == {Field.ALT, Field.STYLE}
    assert outcomes(tmp_path / "a.jsonl", Fields((("prompt", ("nothing",)),)))[0].startswith(
        "none of its entries has"
    )


def test_what_a_value_is(tmp_path: Path) -> None:
    value: dict[str, Any] = {
        "prompt": "Draw.",
        "title": None,
        "alt": "  ",
        "style": True,
        "ratio": 1.5,
        "language": [],
    }
    entry = _entry(tmp_path, value)
    assert _fields(entry) == {"style": "true", "ratio": "1.5"}
    assert entry.blanks.keys() == {Field.TITLE, Field.ALT, Field.LANGUAGE}
    assert entry.can_hold == entry.blanks.keys() | entry.fields.keys()


def test_numbers_for_programs_are_not_what_visitors_read(tmp_path: Path) -> None:
    entry = _entry(tmp_path, {"prompt": "Draw.", "size": 178176, "created": 1717000000, "date": "2026-06-08"})
    assert _fields(entry) == {"date": "2026-06-08"}


def test_columns_are_what_a_row_can_hold(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,prompt,meta.alt,Notes\n1,Draw,,x\n2,Draw\n")
    for entry in entries(path, Fields((("title", ("headline",)),))):
        assert entry.can_hold == {Field.ID, Field.ALT}
        assert entry.blanks.keys() == {Field.ALT}


def test_a_column_that_stands_twice_is_told_where_it_means_something(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,tag,tag,prompt,prompt\n1,x,y,Draw,Other\n")
    assert outcomes(path) == ["line 1, column 1: the column 'prompt' stands twice; keep one", "Draw"]


def test_a_file_without_prompts_says_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"text": "Draw.", "meta": {"n": 1}}] * 30))
    (said,) = outcomes(path)
    assert said == (
        "none of its entries has a prompt; it has text, meta.n; say in the table [fields] of jwtlint.toml which one is"
        ' the prompt, as in prompt = "text"'
    )
    assert len(outcomes(path, Fields((("prompt", ("text",)),)))) == 30


def test_records_and_fields_go_to_other_processes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1,Draw\n")
    fields = Fields((("prompt", ("text",)),))
    assert pickle.loads(pickle.dumps(records(path, fields))) == records(path, fields)
    assert pickle.loads(pickle.dumps(fields)) == fields
