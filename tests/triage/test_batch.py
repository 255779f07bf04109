"""Reports from JSON lines and CSV, one broken record stopping no other."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtlint.triage.batch import MAX_LINE, MAX_TEXT, Refused, Sent, read_batch


def read(raw: bytes) -> list[Sent | Refused]:
    """All records."""
    return list(read_batch(io.BytesIO(raw)))


def texts(raw: bytes) -> list[str]:
    """The texts of the reports, and of what is refused its reason."""
    return [one.text if isinstance(one, Sent) else f"{one.line}: {one.reason}" for one in read(raw)]


def test_json_lines() -> None:
    (one, two) = read(
        b'{"text": "odd", "entry": "e1", "ref": 7, "reporter": "Joe", "email": "j@x", "more": []}\n\n{"text":"b"}'
    )
    assert isinstance(one, Sent)
    assert (one.line, one.entry) == (1, "e1")
    assert (one.ref, one.reporter, one.email) == ("7", "Joe", "j@x")
    assert isinstance(two, Sent)
    assert (two.line, two.entry, two.ref) == (3, None, None)


def test_names_may_be_numbers() -> None:
    assert read(b'{"text": "odd", "entry": 2, "id": 7}') == [Sent(1, "odd", "2", "7")]


def test_csv_with_quotes_newlines_and_other_columns() -> None:
    raw = b'\xef\xbb\xbfID,Text,entry\r\n1,"a ""b"",\r\nc",e1\r\n\r\n2,d,\r\n'
    one, two = read(raw)
    assert isinstance(one, Sent)
    assert (one.line, one.entry, one.text) == (2, "e1", 'a "b",\r\nc')
    assert one.ref == "1"
    assert isinstance(two, Sent)
    assert (two.line, two.entry, two.text) == (5, None, "d")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", []),
        (b"\n\n", []),
        (b'{"text": "a"}\n{"text": \n{"text": "b"}\n', ["a", "2: not JSON; write one object a line", "b"]),
        (b'{"text": "a"}\n["b"]\n', ["a", '2: no object; write {"text": …}']),
        (b'{"text": 7}\n{"text": "b"}', ["1: 'text' is no text; write it in quotes", "b"]),
        (b'{"text": "a"}\n\xff\xfe\n{"text": "b"}', ["a", "2: not UTF-8 text; save it as UTF-8", "b"]),
        (b"entry,words\n1,2\n", ["1: the first line names no column 'text'; name the columns there"]),
        (b"text\na\n\xff\nb\n", ["a", "3: not UTF-8 text; save it as UTF-8", "b"]),
        (b"text,entry\na\nb,c,d\n", ["a", "b"]),
        (b'entry;text\n1;"a, b; c"\n', ["a, b; c"]),
        (b'{"text": "' + b"[" * 50 + b'"}', ["[" * 50]),
    ],
)
def test_hostile(raw: bytes, expected: list[str]) -> None:
    assert texts(raw) == expected


def test_a_quote_that_is_never_closed_is_told() -> None:
    first, last = texts(b'text\na\n"b\nc\n')
    assert first == "a"
    assert last.startswith("3: not CSV: ")


def test_deeply_nested_json_is_refused() -> None:
    (told,) = texts(b'{"text": ' + b"[" * 100_000 + b"\n")
    assert told == "1: not JSON; write one object a line"


def test_a_line_that_is_too_long_is_refused_whole() -> None:
    raw = b'{"text": "' + b"x" * (2 * MAX_LINE) + b'"}\n{"text": "b"}\n'
    assert texts(raw) == ["1: a line of more than 1 MiB is no report; split it", "b"]


def test_a_text_that_is_too_long_is_refused() -> None:
    long = "x" * (MAX_TEXT + 1)
    assert texts(json.dumps({"text": long}).encode()) == [
        f"1: a report of {MAX_TEXT + 1} characters; at most {MAX_TEXT} are taken, shorten it"
    ]


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(st.lists(ANY, max_size=6))
def test_json_lines_keep_every_character(words: list[str]) -> None:
    raw = "".join(json.dumps({"text": word}, ensure_ascii=False) + "\n" for word in words).encode()
    assert texts(raw) == words


@given(st.lists(ANY.filter(lambda word: "\0" not in word and "\r" not in word), max_size=6))
def test_csv_keeps_every_character(words: list[str]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(["text", "entry"])
    writer.writerows([word, "e1"] for word in words)
    assert texts(out.getvalue().encode()) == words


@given(st.binary(max_size=200))
def test_any_bytes_are_reports_or_refused(raw: bytes) -> None:
    for one in read(raw):
        assert one.line >= 1
        assert isinstance(one, Sent) or "\n" not in one.reason
