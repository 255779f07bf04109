"""Reports from JSONL and CSV; a broken line stops no other."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtlint.finding import Failure
from jwtlint.source import SourceError
from jwtlint.triage.intake import Incoming, read_reports


def read(path: str, text: str) -> list[Incoming | Failure]:
    return list(read_reports(path, text.encode("utf-8", "surrogatepass")))


def test_jsonl() -> None:
    text = '{"text": "a", "entry": "1", "id": "r1", "more": 5}\n\n{"text": "b\\nc", "entry": 2}\n'
    assert read("a.jsonl", text) == [Incoming("a", "1", "r1", 1), Incoming("b\nc", "2", "", 3)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[1]", "no text"),
        ('{"entry": "1"}', "no text"),
        ('{"text": 5}', "no text"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_broken_line_stops_no_other(line: str, reason: str) -> None:
    failure, good = read("a.jsonl", f'{line}\n{{"text": "fine"}}')
    assert isinstance(failure, Failure)
    assert failure.path == "a.jsonl:1"
    assert reason in failure.reason
    assert good == Incoming("fine", line=2)


def test_csv() -> None:
    text = 'entry,text,id\r\n1,"two\nlines, ""quoted""",r1\r\n2,plain,\r\n'
    assert read("a.csv", text) == [
        Incoming('two\nlines, "quoted"', "1", "r1", 3),
        Incoming("plain", "2", "", 4),
    ]


def test_csv_with_semicolons_and_a_mark() -> None:
    assert read("a.csv", "\ufefftext;entry\nhola;1\n") == [Incoming("hola", "1", "", 2)]


def test_csv_that_is_none() -> None:
    with pytest.raises(SourceError, match='no column "text"'):
        read("a.csv", "a,b\n1,2\n")
    (first, failure) = read("a.csv", 'text\nfine\n"open\n')
    assert first == Incoming("fine", line=2)
    assert isinstance(failure, Failure)
    assert "not CSV" in failure.reason


def test_no_text_at_all() -> None:
    with pytest.raises(SourceError, match="not UTF-8 text at byte 1"):
        list(read_reports("a.jsonl", b"a\xff"))


@given(st.text(), st.sampled_from(["a.csv", "a.jsonl"]))
def test_any_text_is_read_or_refused(text: str, path: str) -> None:
    with contextlib.suppress(SourceError):
        for one in read(path, text):
            assert isinstance(one, Incoming | Failure)
