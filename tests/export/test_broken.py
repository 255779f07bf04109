"""Whatever is broken is one error, with its place, and the records behind it are still read."""

import json
from pathlib import Path

import pytest

from jwtlint.entry.export.frame import MAX_RECORD, Patience
from jwtlint.entry.export.split import is_export, split
from jwtlint.entry.record import Record
from tests.export.writing import joined, outcomes

GOOD = '{"id":"a","prompt":"Draw it."}'
INDENTED = '{\n    "id": "a",\n    "prompt": "Draw it."\n  }'


def _outcomes(folder: Path, name: str, text: str | bytes) -> list[str]:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return outcomes(path)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"prompt":"x', "line 2, column 11: no JSON: unterminated string"),
        ("[1]", "line 2, column 1: no object"),
        ('"x"', "line 2, column 1: no object"),
        ('{"prompt":"a","prompt":"b"}', "line 2, column 16: the key 'prompt' stands already on line 2"),
        ('{"prompt":"a","x":{"y":1,"\\u0079":2}}', "line 2, column 27: the key 'y' stands already"),
        ('{"prompt":"é\\ud800"}', "line 2, column 13: the escape gives half a character"),
        ('{"prompt":"a\\u0000"}', "line 2, column 13: the escape gives NUL"),
        ('{"prompt":"a","b":"\\\\\\u12g4"}', "line 2, column 22: no JSON: \\u wants four hexadecimal digits"),
        ('{"prompt":"a"} x', "line 2, column 15: something stands behind the entry"),
        ('{"prompt":"a\tb"}', "line 2, column 13: no JSON: invalid control character"),
        ('{"prompt":"a",}', "line 2, column 15: no JSON: expecting property name"),
        ('{"prompt":"a" "b":1}', "line 2, column 15: no JSON: expecting ',' delimiter"),
        ('{"prompt":"a","n":NaN}', "line 2, column 15: no JSON: NaN and Infinity"),
        ('{"prompt":"a","n":01}', "line 2, column 20: no JSON"),
        ('{"prompt":"a","n":' + "[" * 80 + "]" * 80 + "}", "line 2, column 82: nested more than 64 deep"),
        ('{"x":1}', "line 2, column 1: no prompt and no metadata in this entry; it has x;"),
        ('{"id":"only"}', "line 2, column 1: no prompt and no metadata"),
        (b'{"prompt":"\xff"}', "line 2, column 12: not UTF-8 text"),
        (b'{"prompt":"a\0"}', "line 2, column 13: not text: a NUL character"),
        ("x" * (MAX_RECORD + 1), "line 2, column 1: the entry that begins here is larger than 8 MiB"),
    ],
)
def test_a_line_of_json_lines(tmp_path: Path, line: str | bytes, reason: str) -> None:
    raw = line.encode() if isinstance(line, str) else line
    found = _outcomes(tmp_path, "a.jsonl", GOOD.encode() + b"\n" + raw + b"\n" + GOOD.encode())
    assert [found[0], found[2]] == ["Draw it."] * 2
    assert found[1].startswith(reason)
    assert len(found) == 3


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (INDENTED.replace('it."', "it."), "line 8, column 24: no JSON here"),
        (INDENTED.replace("}", ""), "line 10, column 3: no JSON here"),
        (INDENTED.replace("}", "]"), "line 9, column 3: no JSON here"),
        (INDENTED.replace('"id"', "id"), "line 7, column 5: no JSON here"),
        (INDENTED.replace('"id":', '"id"'), "line 7, column 10: no JSON: expecting ':'"),
        (INDENTED.replace(",", ""), "line 8, column 5: no JSON: expecting ','"),
        (
            INDENTED.replace('"a",', 'a", "parts": [\n      {"id": 1},\n      {"id": 2}\n    ],'),
            "line 7, column 16: no JSON here",
        ),
        (
            INDENTED.replace('"a",', '"a, "parts": [\n      {"id": 1},\n      {"id": 2}\n    ],'),
            "line 7, column 16: no JSON here",
        ),
        ("7", "line 6, column 3: this is no object"),
        ('["x", {"prompt": "y"}]', "line 6, column 3: this is no object"),
    ],
)
@pytest.mark.parametrize("wrapping", ["[{}]", '{{"made":"by hand","entries":[{}],"pages":3}}'])
def test_an_element_of_a_list(tmp_path: Path, broken: str, reason: str, wrapping: str) -> None:
    listed = "\n  " + ",\n  ".join([INDENTED, broken, INDENTED]) + "\n"
    found = _outcomes(tmp_path, "a.json", wrapping.format(listed))
    assert [found[0], found[2]] == ["Draw it."] * 2
    assert found[1].startswith(reason)
    assert len(found) == 3


@pytest.mark.parametrize(
    "broken",
    [
        '{"id":"b","prompt":"Draw it.}',
        '{"id":"b",prompt":"Draw it."}',
        '{"id":"b","tags":["x","prompt":"Draw it."}',
        '{"id":"b","parts":[{"id":"c"},{"id":"d"}],"prompt":"Draw it."',
        '{"id":"b" "prompt":"Draw it."}',
        '{"id":"b",prompt":"Draw it.","parts":[{"n":1},{"n":2}]}',
    ],
)
def test_an_element_of_a_list_on_one_line(tmp_path: Path, broken: str) -> None:
    found = _outcomes(tmp_path, "a.json", f"[{GOOD},{broken},{GOOD}]")
    assert [found[0], found[2]] == ["Draw it."] * 2
    assert found[1].startswith("line 1, column ")
    assert len(found) == 3


def test_a_value_of_an_object_of_entries(tmp_path: Path) -> None:
    found = _outcomes(tmp_path, "a.json", '{"a":' + GOOD + ',"b":{"prompt":"x},"c":' + GOOD + "}")
    assert found[0] == found[2] == "Draw it."
    assert "no JSON here" in found[1]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"[{GOOD},{GOOD}", "line 1, column 63: the file ends here, within its list of entries"),
        (f"[{GOOD},{GOOD},{GOOD[:-9]}", "line 1, column 64: the file ends within the entry that begins here"),
        (f"[{GOOD} {GOOD}]", "line 1, column 33: a comma is missing here"),
        (f"[{GOOD},{GOOD},]", "line 1, column 64: there is a comma too much here"),
        (f"[{GOOD},{GOOD}] {{}}", "line 1, column 65: the entries ended before this"),
    ],
)
def test_the_end_of_a_list(tmp_path: Path, text: str, reason: str) -> None:
    found = _outcomes(tmp_path, "a.json", text)
    assert found.count("Draw it.") == 2
    (said,) = (one for one in found if one != "Draw it.")
    assert said.startswith(reason)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ('b,"Draw,x', "line 3, column 3: the quoted cell that begins here is never closed"),
        ('b,"Draw ""it,x', "line 3, column 3: the quoted cell that begins here is never closed"),
        (
            'b,"Draw"it,x',
            "line 3, column 3: the quoted cell that begins here goes on behind its closing quote",
        ),
        ("b,Draw,x,y", "line 3, column 10: a cell too much: the header has 3"),
        ("b", "line 3, column 1: no prompt and no metadata in this entry; it has id, prompt, alt;"),
    ],
)
@pytest.mark.parametrize("after", ['c,"Draw ""it"".",y', 'c,"Draw ""it"".","a\nb"'])
def test_a_row(tmp_path: Path, rows: str, reason: str, after: str) -> None:
    found = _outcomes(tmp_path, "a.csv", f'id,prompt,alt\na,"Draw\n""it"".",x\n{rows}\n{after}\nd,Draw,z\n')
    reason = reason.replace("line 3", "line 4")
    assert found[0] == 'Draw\n"it".'
    assert found[1].startswith(reason)
    assert found[2:] == ['Draw "it".', "Draw"]


def test_a_quote_within_a_bare_cell_is_a_quote(tmp_path: Path) -> None:
    assert _outcomes(tmp_path, "a.csv", 'id,prompt\na,5" screen\nb,Draw\n') == ['5" screen', "Draw"]


def test_a_row_that_ends_with_the_file_is_one_error_and_no_prose_is_a_row(tmp_path: Path) -> None:
    found = _outcomes(tmp_path, "a.csv", 'id,prompt\na,Draw\nb,"Draw\nthis, that\nand then\nmore')
    assert found[0] == "Draw"
    assert found[1].startswith("line 3, column 3: the quoted cell that begins here is never closed")
    assert len(found) == 2


def test_cells_that_spreadsheets_would_run_are_text(tmp_path: Path) -> None:
    assert _outcomes(tmp_path, "a.csv", 'id,prompt\n=1+1,"=HYPERLINK(""x"")"\n') == ['=HYPERLINK("x")']


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.csv"])
def test_a_file_without_entries(tmp_path: Path, name: str) -> None:
    empty = {"a.json": "[]", "a.jsonl": "\n", "a.csv": "id,prompt\n"}[name]
    assert (
        _outcomes(tmp_path, name, "")
        == _outcomes(tmp_path, name, empty)
        == ["no entry in it; nothing to check"]
    )


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    assert outcomes(tmp_path / "a.json") == ["no such file or folder; check the path"]


def test_half_a_character_of_utf_16(tmp_path: Path) -> None:
    found = _outcomes(tmp_path, "a.jsonl", f"{GOOD}\n{GOOD}".encode("utf-16")[:-1])
    assert found[0] == "Draw it."
    assert found[1].startswith("line 2, column 30: not UTF-8 text")


def test_a_record_of_a_hundred_mebibytes_costs_neither_memory_nor_its_neighbours(tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "a.json"
    with path.open("wb") as file:
        file.write(f'[{GOOD},{{"id":"b","prompt":"'.encode())
        for _ in range(100):
            file.write(rb"say \"x\" " * (1 << 17))
        file.write(f'"}},{GOOD}]'.encode())
    tracemalloc.start()
    found = list(split(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [isinstance(one, Record) for one in found] == [True, False, True]
    assert "larger than 8 MiB" in str(found[1])
    assert peak < 5 * MAX_RECORD


def test_a_million_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("c," * 1_000_000 + "prompt\n")
    assert outcomes(path) == [
        "line 1, column 1: more than 16,384 columns; leave out those that are no field of an entry"
    ]
    path.write_text("id,prompt\n" + "c," * 1_000_000 + "d\na,Draw\n")
    found = outcomes(path)
    assert found[0].startswith("line 2, column 5: a cell too much")
    assert found[1] == "Draw"


def test_patience_has_an_end() -> None:
    patience = Patience()
    asked = [patience.from_where(1, MAX_RECORD) for _ in range(9)]
    assert asked[:4] == [1] * 4
    assert asked[-4:] == [MAX_RECORD] * 4


def test_a_quote_that_is_not_closed_costs_no_more_than_its_row(tmp_path: Path) -> None:
    rows = 9_000
    found = _outcomes(tmp_path, "a.csv", 'id,prompt\na,"Draw\n' + f"b,{'x' * 1000}\n" * rows)
    assert found[0].startswith("line 2, column 3: the quoted cell that begins here is never closed")
    assert len(found) == 1 + rows


def test_a_file_in_which_every_bracket_opens_ends_soon(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for nest in ('{"a":[', '{"a":[1,', '{"a":"x},'):
        path.write_text(f"[{GOOD}," + nest * 40_000)
        assert outcomes(path)[0] == "Draw it."
        assert joined(path) == path.read_bytes()


def test_a_number_is_never_computed(tmp_path: Path) -> None:
    huge = "9" * 100_000
    assert _outcomes(tmp_path, "a.jsonl", f'{{"prompt":{huge},"x":1e{huge[:9]}}}') == [huge]


@pytest.mark.parametrize(
    "value",
    [
        {"name": "x", "version": "1", "description": "y", "scripts": {"prompt": {"a": 1}}},
        {"type": "object", "properties": {"prompt": {"type": "string"}, "title": {"type": "string"}}},
        {"version": "1", "diagnostics": [{"path": "a", "rule": "CON101", "message": "x", "text": "prompt"}]},
        {"compilerOptions": {"strict": True}, "include": ["src"]},
        [1, 2, 3],
        [],
        {},
        "prompt",
    ],
)
def test_json_that_is_no_catalog_is_not_meant(tmp_path: Path, value: object) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(value, indent=1))
    assert not is_export(path)
    path.write_text(json.dumps(value)[:-1])
    assert not is_export(path)


def test_a_broken_catalog_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(f"[{GOOD[:-2]}")
    assert is_export(path)
    path = tmp_path / "a.csv"
    path.write_text('id,Full Prompt,prompt\na,"b\n')
    assert is_export(path)
