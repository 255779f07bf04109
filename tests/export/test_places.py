"""Every value reads as what was written, and every character of it stands where its run says."""

import codecs
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jwtlint.entry.export import rows
from jwtlint.entry.export.frame import Broken, Framed
from jwtlint.entry.export.parts import parts
from jwtlint.entry.export.tape import Tape
from jwtlint.entry.model import Entry, Field
from jwtlint.entry.record import Record
from jwtlint.source import Source
from jwtlint.text import Span, Text
from tests.export.writing import Rows, as_csv, as_json, as_lines, entries, joined, records

_CHARACTERS = st.one_of(
    st.sampled_from("\"\\\n\r\t,;{}[]:/'é€😀🎨\u2028a1 "),
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
)
_VALUES = st.text(_CHARACTERS, min_size=1, max_size=30).map(lambda value: f"x{value}x")
_ROWS: st.SearchStrategy[Rows] = st.lists(
    st.fixed_dictionaries({"title": _VALUES, "prompt": _VALUES, "id": _VALUES}), min_size=1, max_size=5
)
_MARKS = st.sampled_from(
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ]
)
_JSON_FORMS = st.sampled_from(["list", "indented", "ascii", "member", "mapping"])


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@given(_ROWS, _JSON_FORMS, _MARKS)
@settings(deadline=None)
def test_json(folder: Path, written: Rows, form: str, mark: tuple[bytes, str]) -> None:
    _check(folder / "a.json", as_json(written, form), written, mark)


@given(_ROWS, st.sampled_from(["\n", "\r\n"]), st.booleans(), _MARKS)
@settings(deadline=None)
def test_json_lines(folder: Path, written: Rows, end: str, ascii: bool, mark: tuple[bytes, str]) -> None:
    _check(folder / "a.jsonl", as_lines(written, end, ascii=ascii), written, mark)


@given(_ROWS, st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"]), st.booleans(), _MARKS)
@settings(deadline=None)
def test_csv(
    folder: Path, written: Rows, delimiter: str, end: str, quoted: bool, mark: tuple[bytes, str]
) -> None:
    _check(folder / "a.csv", as_csv(written, delimiter, end, quoted=quoted), written, mark)


def _check(path: Path, text: str, written: Rows, mark: tuple[bytes, str]) -> None:
    path.write_bytes(mark[0] + text.encode(mark[1]))
    read = entries(path)
    assert [_said(entry) for entry in read] == [dict(row) for row in written]
    whole = Source("whole", text)
    for entry in read:
        for value in (*entry.titles, *entry.fields.values(), entry.prompt):
            assert value is not None
            _stands_there(entry.source, value, whole)


def _said(entry: Entry) -> dict[str, Any]:
    return {
        "title": entry.titles[0].value,
        "prompt": str(entry.prompt),
        "id": str(entry.get(Field.ID)),
    }


def _stands_there(source: Source, value: Text, whole: Source) -> None:
    """Look each character up in the whole file, by the line and column that are told of it."""
    lines = whole.value.split("\n")
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    covered = 0
    for run in value.runs:
        assert run.start == covered
        covered = run.end
        assert isinstance(run.place, Span)
        first, last = source.position(run.place.start), source.position(run.place.end)
        written = whole.value[
            offsets[first.line - 1] + first.column - 1 : offsets[last.line - 1] + last.column - 1
        ]
        assert written == source.value[slice(*run.place)]
        said = value.value[run.start : run.end]
        if run.divisible:
            assert written == said
        else:
            assert len(said) == 1
            assert written == '""' or written.startswith("\\")
    assert covered == len(value)


@given(_ROWS, _JSON_FORMS, st.sampled_from([1, 7, 64 << 10]))
@settings(deadline=None, max_examples=60)
def test_how_much_is_read_at_once_makes_no_difference(
    folder: Path, written: Rows, form: str, chunk: int
) -> None:
    texts = {
        "a.json": as_json(written, form),
        "a.jsonl": as_lines(written),
        "a.csv": as_csv(written),
        "b.csv": as_csv(written, ";"),
    }
    for name, text in texts.items():
        path = folder / name
        path.write_text(text, encoding="utf-8", newline="")
        assert [one for one in parts(path, chunk=chunk) if isinstance(one, Record)] == records(path)
        assert joined(path, chunk) == text.encode()


@given(st.one_of(_ROWS.map(as_csv), st.text('",\n\ra', max_size=40)), st.sampled_from([1, 2, 7]))
@settings(deadline=None, max_examples=400)
def test_rows_are_the_same_however_they_are_read(text: str, size: int) -> None:
    raw = text.encode()

    def found(size: int) -> list[Framed | Broken]:
        tape = Tape(iter([raw[at : at + size] for at in range(0, len(raw), size)]))
        return [one for one in rows.pieces(tape, b",", 3) if not isinstance(one, bytes)]

    assert found(size) == found(1 << 20)


@given(
    st.binary(max_size=300),
    st.sampled_from([".json", ".jsonl", ".csv", ".tsv"]),
    st.sampled_from([1, 7, 999]),
)
@settings(deadline=None, max_examples=300)
def test_nothing_of_any_file_is_lost(folder: Path, raw: bytes, ending: str, chunk: int) -> None:
    if raw[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return
    path = folder / f"a{ending}"
    path.write_bytes(raw)
    assert joined(path, chunk) == raw.removeprefix(codecs.BOM_UTF8)


_BROKEN = st.lists(
    st.sampled_from(
        [
            b"{",
            b"}",
            b"[",
            b"]",
            b",",
            b'"',
            b":",
            b'"a"',
            b"1",
            b"\\",
            b"\n",
            b'{"prompt":"x"}',
            b"nul",
            b"\xff",
        ]
    ),
    max_size=40,
).map(b"".join)


@given(_BROKEN, st.sampled_from([".json", ".jsonl", ".csv"]), st.sampled_from([1, 7]))
@settings(deadline=None, max_examples=400)
def test_broken_files_fall_into_the_same_parts_however_they_are_read(
    folder: Path, raw: bytes, ending: str, chunk: int
) -> None:
    path = folder / f"a{ending}"
    path.write_bytes(raw)
    assert joined(path, chunk) == raw
    found = [one for one in parts(path, chunk=chunk) if isinstance(one, Record)]
    assert found == [one for one in parts(path) if isinstance(one, Record)]
