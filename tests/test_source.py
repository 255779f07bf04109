"""Decoding, lines and columns."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtlint.source import MAX_BYTES, Position, Source, SourceError

_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
_ENCODINGS = st.sampled_from(
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ]
)


@given(_TEXT, _ENCODINGS)
def test_what_is_not_changed_is_written_back_byte_for_byte(value: str, form: tuple[bytes, str]) -> None:
    mark, encoding = form
    if not mark and value.startswith("\ufeff"):
        return
    raw = mark + value.encode(encoding)
    source = Source.decode("a.txt", raw)
    assert source.value == value
    assert source.encode(source.value) == raw


@given(st.binary(max_size=200))
def test_bytes_are_text_or_an_error_of_one_line(raw: bytes) -> None:
    decoded = _decode(raw)
    if isinstance(decoded, SourceError):
        assert str(decoded) == f"a.txt: {decoded.reason}"
        assert decoded.reason.isprintable()
    else:
        assert decoded.encode(decoded.value) == raw


def _decode(raw: bytes) -> Source | SourceError:
    try:
        return Source.decode("a.txt", raw)
    except SourceError as error:
        return error


@given(_TEXT)
def test_position_counts_line_feeds_and_code_points(value: str) -> None:
    source = Source("a.txt", value)
    for offset in range(len(value) + 1):
        before = value[:offset]
        assert source.position(offset) == Position(
            before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
        )


@given(st.text(alphabet="a\r\n😀é", max_size=40))
def test_lines_are_what_stands_between_line_ends(value: str) -> None:
    source = Source("a.txt", value)
    pieces = value.split("\n")
    expected = [piece.removesuffix("\r") for piece in pieces[:-1]] + pieces[-1:]
    assert [value[slice(*source.line(number + 1))] for number in range(len(pieces))] == expected


def test_columns_in_utf16_count_astral_characters_twice() -> None:
    source = Source("a.txt", "é\n😀🎨b")
    offset = source.value.index("b")
    assert source.position(offset) == (2, 3)
    assert source.utf16_column(offset) == 5


def test_half_a_surrogate_pair_in_a_string_does_no_harm() -> None:
    source = Source("a.txt", "a\ud83db")
    assert source.utf16_column(2) == 3
    assert len(source.source_hash) == 64


def test_the_hash_is_that_of_the_bytes() -> None:
    marked = Source.decode("a.txt", codecs.BOM_UTF8 + b"abc")
    assert marked.source_hash != Source.decode("a.txt", b"abc").source_hash
    assert marked.source_hash == Source("b.txt", "abc", mark=codecs.BOM_UTF8).source_hash


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"caf\xe9", "not UTF-8 text at byte 3"),
        (codecs.BOM_UTF8 + b"\xff", "not UTF-8 text at byte 3"),
        (codecs.BOM_UTF16_LE + b"a", "not UTF-16-LE text at byte 2"),
        (b"PNG\0\0", "a NUL character at offset 3"),
        (b" " * (MAX_BYTES + 1), "larger than 64 MiB"),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        Source.decode("a.txt", raw)
